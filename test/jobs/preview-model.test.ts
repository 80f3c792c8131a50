/** The preview of a draft, against a small portal that was synced and scored for real. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { PreviewLook, PreviewResult } from '../../src/insight/preview-look.ts';
import { makeModelPreviews } from '../../src/jobs/preview-model.ts';
import { withBands } from '../../src/jobs/score-portal.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import { type Model, modelSchema } from '../../src/scoring/model.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { MODEL, openCycleRig } from './cycle-rig.ts';
import { AWKWARD_NAME, NOW, OVERDUE, PAID, PROSPECT } from './small-portal.ts';

const MINUTE_MS = 60_000;

onEachEngine('the preview of a draft', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  /** A portal with a cycle behind it, whose draft is what `draft` holds; none where that is undefined. */
  async function open(model: Model = MODEL) {
    const rig = await openCycleRig(store);
    onTestFinished(rig.close);
    await rig.cycle({ model });
    const draft: { revision: number; model: Model | undefined; there: boolean } = {
      revision: 1,
      model,
      there: true,
    };
    const errors: unknown[] = [];
    const previews = makeModelPreviews({
      store,
      draftOf: async () => (draft.there ? { revision: draft.revision, checked: { model: draft.model } } : undefined),
      log: { error: (fields: unknown) => void errors.push(fields) },
    });
    const portal = rig.store.portalId;
    const preview = async (): Promise<PreviewResult> => {
      await previews.begin(portal, draft.revision);
      return resultOf(await settled(() => previews.look(portal)));
    };
    return { rig, portal, draft, previews, preview, errors };
  }

  test('of what is active: what is published, and nobody moves', async () => {
    const { rig, preview } = await open();
    const { figures, asOf, currency } = await preview();
    const published = [...(await rig.store.publishedAt(NOW)).values()];
    const count = (status: string) => published.filter((one) => one.status === status).length;
    const before = {
      healthy: count('healthy'),
      at_risk: count('at_risk'),
      unhealthy: count('unhealthy'),
      unknown: count('unknown'),
      not_customer: count('not_customer'),
    };
    expect({ asOf, currency }).toEqual({ asOf: NOW, currency: 'EUR' });
    expect(before.healthy).toBeGreaterThan(0);
    expect(figures).toMatchObject({ companies: 5, before, after: before, moves: [], moreMoves: 0 });
    expect(figures.shifted.companies).toBe(0);
  });

  test('of another model: who moves, from what is published to what the next cycle publishes', async () => {
    const { rig, draft, preview } = await open();
    const { billing } = MODEL.dimensions;
    if (billing === undefined) throw new Error('The standard model has billing.');
    draft.model = modelSchema.parse({
      ...MODEL,
      version: 'next',
      bands: { by: 'fixed', atRiskFrom: 20, healthyFrom: 90 },
      caps: [],
      eligibility: { ...MODEL.eligibility, lifecycleStages: ['customer', 'lead'] },
      dimensions: { ...MODEL.dimensions, billing: { ...billing, weight: 60 } },
    });
    const published = await rig.store.publishedAt(NOW);
    const { figures, unread } = await preview();
    rig.advance(MINUTE_MS);
    await rig.cycle({ model: draft.model });
    const next = await rig.store.publishedAt(rig.now());
    const statuses = (of: typeof next) =>
      new Map([...of].map(([id, { status, score }]) => [String(id), { status, score }]));
    const [was, is] = [statuses(published), statuses(next)];
    const moved = [...is].filter(([id, { status }]) => was.get(id)?.status !== status).map(([id]) => id);
    expect(figures.moves.map(({ id }) => id).toSorted()).toEqual(moved.toSorted());
    expect(moved).toContain(PROSPECT);
    for (const { id, from, to } of figures.moves) {
      expect([id, from.standing, from.score]).toEqual([id, was.get(id)?.status, was.get(id)?.score]);
      expect([id, to.standing, to.score]).toEqual([id, is.get(id)?.status, is.get(id)?.score]);
    }
    expect(figures.moves.find(({ id }) => id === OVERDUE)?.name).toBe(AWKWARD_NAME);
    // Eleven invoices of 1,000 that were paid within the year.
    expect(figures.moves.find(({ id }) => id === PAID)?.yearlyRevenue).toBe(11_000);
    expect(unread).toEqual({ signals: [], deciding: [] });
  });

  test.each(['quartiles', 'alarm_budget'] as const)('thresholds by %s are those that the draft gives', async (by) => {
    const { rig, draft, preview } = await open();
    draft.model = modelSchema.parse({
      ...MODEL,
      bands: { ...MODEL.bands, by, ...(by === 'alarm_budget' && { callsAWeek: 1 }) },
    });
    const { bands } = await preview();
    const { context: kept } = (await rig.store.latestCycle()) ?? { context: undefined };
    const { portal } = kept as { portal: PortalContext };
    const calendar = makeCalendar(portal.timeZone);
    const context = await withBands({ store: rig.store, portal, model: draft.model, calendar, asOf: NOW });
    const { atRiskFrom, healthyFrom } = context.bands ?? draft.model.bands;
    expect(bands.after).toMatchObject({ atRiskFrom, healthyFrom });
    expect(bands.before).toMatchObject({ atRiskFrom: 33, healthyFrom: 66 });
  });

  test('thresholds that the portal gave are not taken for the draft’s', async () => {
    const alarm = modelSchema.parse({
      ...MODEL,
      bands: { by: 'alarm_budget', callsAWeek: 1, atRiskFrom: 10, healthyFrom: 66 },
    });
    const { draft, preview } = await open(alarm);
    draft.model = modelSchema.parse({ ...alarm, bands: { by: 'quartiles', atRiskFrom: 10, healthyFrom: 66 } });
    // Two scores have no quarters.
    expect((await preview()).bands).toMatchObject({
      before: { atRiskFrom: 66 },
      after: { atRiskFrom: 10, healthyFrom: 66 },
    });
  });

  test('asked again it is the one that there is; a newer revision, or a newer cycle, replaces it', async () => {
    const { rig, portal, draft, previews, preview } = await open();
    const first = await preview();
    expect(await preview()).toBe(first);
    draft.revision = 2;
    expect(await previews.begin(portal, 1)).toBe('stale');
    const second = await preview();
    expect(second).not.toBe(first);
    rig.advance(MINUTE_MS);
    await rig.cycle();
    const third = await preview();
    expect(third.asOf).toBe(second.asOf + MINUTE_MS);
  });

  test('one that is under way gives way to a newer one, and never comes back', async () => {
    const { portal, draft, previews } = await open();
    const begun = await previews.begin(portal, 1);
    expect(begun).toMatchObject({ state: 'running', revision: 1, done: 0, of: 5 });
    draft.revision = 2;
    await previews.begin(portal, 2);
    expect(await settled(() => previews.look(portal))).toMatchObject({ state: 'ready', revision: 2 });
    expect(previews.look(portal)).toMatchObject({ revision: 2 });
  });

  test('of a portal that left nothing is held, and what is under way ends', async () => {
    const { portal, previews, preview, errors } = await open();
    await preview();
    previews.forget(portal);
    expect(previews.look(portal)).toEqual({ state: 'none' });
    await previews.begin(portal, 1);
    previews.forget(portal);
    await preview();
    previews.forget(portal);
    expect(previews.look(portal)).toEqual({ state: 'none' });
    expect(errors).toEqual([]);
  });

  test('why there is none', async () => {
    const { portal, draft, previews, errors } = await open();
    expect(previews.look(portal)).toEqual({ state: 'none' });
    draft.model = undefined;
    expect(await previews.begin(portal, 1)).toEqual({ state: 'failed', revision: 1, failure: 'mistakes' });
    draft.there = false;
    expect(await previews.begin(portal, 1)).toEqual({ state: 'failed', revision: 1, failure: 'no_draft' });
    const fresh = await openCycleRig(store);
    onTestFinished(fresh.close);
    Object.assign(draft, { there: true, model: MODEL });
    const failed = { state: 'failed', revision: 1, failure: 'no_cycle' };
    expect(await previews.begin(fresh.store.portalId, 1)).toEqual(failed);
    expect(errors).toEqual([]);
  });

  test('what goes wrong is logged and told, and can be tried again', async () => {
    const { portal, draft, previews, errors } = await open();
    const broken = { ...MODEL, dimensions: { deals: { weight: 1, signals: { no_such: { weight: 1 } } } } };
    draft.model = broken as unknown as Model;
    await previews.begin(portal, 1);
    expect(await settled(() => previews.look(portal))).toEqual({ state: 'failed', revision: 1, failure: 'error' });
    expect(errors).toHaveLength(1);
    draft.model = MODEL;
    await previews.begin(portal, 1);
    expect(await settled(() => previews.look(portal))).toMatchObject({ state: 'ready' });
  });

  test('portals keep to themselves', async () => {
    const [one, other] = [await open(), await open()];
    await one.preview();
    expect(one.previews.look(other.portal)).toEqual({ state: 'none' });
  });
});

async function settled(look: () => PreviewLook): Promise<PreviewLook> {
  for (;;) {
    const seen = look();
    if (seen.state !== 'running') return seen;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function resultOf(look: PreviewLook): PreviewResult {
  if (look.state !== 'ready') throw new Error(`The preview is ${JSON.stringify(look)}.`);
  return look.result;
}
