/** One company rescored alone, with the context of the latest cycle, comes out as in a whole cycle at that moment, to the digit. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import { rescoreCompanies } from '../../src/jobs/rescore-companies.ts';
import { type ScoredCompany, scorePortal } from '../../src/jobs/score-portal.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import { modelAsKept } from '../../src/scoring/model.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import type { Store } from '../../src/store/open-store.ts';
import { modelWith } from '../scoring/own-account.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type CycleRig, openCycleRig } from './cycle-rig.ts';
import { DAY_MS, invoice, OVERDUE, PAID } from './small-portal.ts';

/** Bands that hang on the whole portal, and everything written that can be. */
const MODEL = modelWith({
  version: 'whole portal',
  bands: { by: 'alarm_budget', callsAWeek: 1 },
  write: ['status_since', 'revenue_at_risk', 'next_renewal', 'overdue_amount', 'checked_on', 'dimension_scores'],
});

/**
 * What a rescoring works out: the signals that count, with the receipt and the evidence that are read only here. The rig's cycle
 * reads every signal and the marks besides, as cards do.
 */
const readOut = ({ health, ...company }: ScoredCompany) => {
  if (health.state !== 'scored') throw new Error('It has a score.');
  const { score, status, segment, coverage, dimensions, receipt, losses } = health;
  const readings = health.signals.flatMap(({ signal, reading }) => {
    if ((weights.get(signal) ?? 0) === 0) return [];
    return [[signal, reading.kind === 'scored' ? { ...reading, evidence: reading.evidence } : reading] as const];
  });
  return { ...company, score, status, segment, coverage, dimensions, receipt, losses, readings };
};
const weights = new Map(
  Object.values(MODEL.dimensions).flatMap(({ signals }) =>
    Object.entries(signals).map(([key, { weight }]) => [key, weight] as const),
  ),
);

onEachEngine('a company rescored alone', (engine) => {
  let store: Store;
  let rig: CycleRig;
  let scored: ReadonlyMap<string, ScoredCompany>;
  beforeAll(async () => {
    store = await openTestStore(engine);
    rig = await openCycleRig(store);
    await rig.cycle({ model: MODEL });
    rig.advance(40 * DAY_MS);
    rig.sandbox.portal.upsert('invoices', invoice(901, PAID, 20, null));
    ({ scored } = await rig.cycle({ model: MODEL }));
  });
  afterAll(async () => {
    await rig.close();
    await store.close();
  });

  test('has the same score, receipt, change and figures', async () => {
    const cycle = await rig.store.latestCycle();
    if (cycle === undefined) throw new Error('There was a cycle.');
    const { portal, model } = cycle.context as { portal: PortalContext; model: unknown };
    expect(scored.size).toBe(5);
    for (const id of [PAID, OVERDUE]) {
      const job = { store: rig.store, portal, model: modelAsKept(model), calendar: makeCalendar(portal.timeZone) };
      const alone = await Array.fromAsync(scorePortal({ ...job, asOf: rig.now(), companyIds: [companyId(id)] }));
      const inCycle = [...scored.values()].filter((company) => company.companyId === id);
      expect(alone.flat().map(readOut)).toEqual(inCycle.map(readOut));
      expect(inCycle.map((company) => readOut(company).readings.length)).not.toContain(0);
      const card = await readScorecard(rig.store, companyId(id), 'en');
      const health = scored.get(id)?.health;
      if (health?.state !== 'scored') throw new Error('It has a score.');
      expect(card).toMatchObject({ score: health.score, status: health.status, coverage: health.coverage });
      expect(card.receipt.map(({ signal, pointsLost }) => [signal, pointsLost])).toEqual(
        health.receipt.map(({ key, pointsLost }) => [key, pointsLost]),
      );
    }
  });

  test('has the same properties written, and nothing more is told of it', async () => {
    const ids = [PAID, OVERDUE];
    const before = ids.map((id) => rig.shown(id));
    const names = Object.keys(before[0] ?? {});
    expect(names.length).toBeGreaterThan(10);
    const published = await rig.store.published(companyId(PAID));
    // As if nothing had been written: somebody blanked all of it, and we know.
    const blank = Object.fromEntries(names.map((name) => [name, '']));
    for (const id of ids) rig.sandbox.portal.upsert('companies', { id, properties: blank });
    await rig.store.forgetShown(names);
    const { client, now: clock, store: portal } = rig;
    const job = { client, store: portal, language: 'en', clock, available: names, order: { priority: () => 0 } };
    const told = await portal.latestBandEvents(ids.map(companyId));
    expect(await rescoreCompanies(job, ids.map(companyId))).toMatchObject({ scored: 2, changed: 2, refused: [] });
    expect(ids.map((id) => rig.shown(id))).toEqual(before);
    expect(await rig.store.published(companyId(PAID))).toEqual(published);
    expect(await portal.latestBandEvents(ids.map(companyId))).toEqual(told);
  });
});
