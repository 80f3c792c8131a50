/** What was computed of a company is remembered, and shown only while a scorecard computed afresh would say the same. */
import type { Scorecard } from '@account-health/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeReadScorecard, type ReadScorecard, readScorecard } from '../../src/http/read-scorecard.ts';
import { type CompanyId, companyId } from '../../src/ids.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { type CycleRig, MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import { DAY_MS, OVERDUE, PAID, PARTNER, SMALL_PORTAL } from '../jobs/small-portal.ts';
import { createPostgresDatabase } from '../store/postgres-database.ts';
import { type Engine, onEachEngine, openTestStore } from '../store/test-store.ts';

/** Who writes and who reads: on a server two handles, as of two instances; the embedded database has but one. */
async function openPair(engine: Engine): Promise<{ writer: Store; reader: Store; close: () => Promise<void> }> {
  if (engine === 'pglite') {
    const store = await openTestStore(engine);
    return { writer: store, reader: store, close: () => store.close() };
  }
  const { url, drop } = await createPostgresDatabase();
  const [writer, reader] = [await openStore({ databaseUrl: url }), await openStore({ databaseUrl: url })];
  return {
    writer,
    reader,
    async close() {
      await writer.close();
      await reader.close();
      await drop();
    },
  };
}

const objects = {
  ...SMALL_PORTAL.objects,
  companies: (SMALL_PORTAL.objects.companies ?? []).map((company) =>
    company.id === PARTNER
      ? company
      : { ...company, properties: { ...company.properties, hs_parent_company_id: PARTNER } },
  ),
};

const TICKET = { subject: 'Fire', closed_date: null, hs_is_closed: false };
const JUDGED = { userId: '7', userEmail: 'ann@example.com', reason: 'Their director called' };

/** A ticket that was opened two months ago and is seen now. */
async function seeTicket({ store, now }: CycleRig, company: string): Promise<void> {
  const values = { ...TICKET, createdate: now() - 60 * DAY_MS };
  await store.saveRecords('tickets', [{ id: '39', effectiveAt: now(), companyIds: [company], values }], now());
}

interface Change {
  readonly what: string;
  readonly of: string;
  readonly change: (rig: CycleRig) => Promise<unknown>;
  /** How much later it is read than the change, ms. */
  readonly laterMs?: number;
  readonly model?: typeof MODEL;
}

const ROLLED_UP = { ...MODEL, version: 'rolled-up', rollUp: true };

const CHANGES: readonly Change[] = [
  {
    what: 'a new cycle',
    of: PAID,
    change: async (rig) => {
      rig.advance(14 * DAY_MS);
      await rig.cycle();
    },
  },
  {
    what: 'a cycle by another model, ended at the same moment',
    of: PAID,
    change: (rig) => rig.cycle({ model: { ...MODEL, version: 'edited', minimumCoverage: 1 } }),
  },
  {
    what: 'a rescoring by an event',
    of: PAID,
    change: async (rig) => {
      rig.advance(60_000);
      await seeTicket(rig, PAID);
      await rig.store.saveRescored([companyId(PAID)], rig.now());
    },
  },
  {
    what: 'a rescoring as of the same moment as the one before',
    of: PAID,
    change: async (rig) => {
      await seeTicket(rig, PAID);
      await rig.store.saveRescored([companyId(PAID)], rig.now());
    },
  },
  {
    what: 'an override',
    of: PAID,
    change: ({ store, now }) =>
      store.addJudgement({
        ...JUDGED,
        companyId: companyId(PAID),
        at: now(),
        kind: 'override',
        value: 'unhealthy',
        expiresAt: now() + DAY_MS,
      }),
  },
  {
    what: 'a pulse',
    of: PAID,
    change: ({ store, now }) =>
      store.addJudgement({
        ...JUDGED,
        companyId: companyId(PAID),
        at: now(),
        kind: 'pulse',
        value: 'negative',
        expiresAt: now() + DAY_MS,
      }),
  },
  {
    what: 'an override that ceases by itself',
    of: OVERDUE,
    change: async () => {},
    laterMs: 2 * DAY_MS,
  },
  {
    what: 'a purge of a contact whom the evidence names',
    of: OVERDUE,
    change: ({ store }) => store.purge('contacts', '12'),
  },
  {
    what: 'a purge of the company',
    of: OVERDUE,
    change: ({ store }) => store.purge('companies', OVERDUE),
  },
  {
    what: 'another address of the portal',
    of: OVERDUE,
    change: async ({ store }) => {
      const profile = await store.profile();
      if (profile) await store.saveProfile({ ...profile, uiDomain: 'app-eu1.hubspot.com' });
    },
  },
  {
    what: "a child's rescoring, on its parent's card",
    of: PARTNER,
    model: ROLLED_UP,
    change: async (rig) => {
      rig.advance(60_000);
      await rig.store.endRecords('invoices', [{ id: '616', effectiveAt: rig.now() }], rig.now());
      await rig.store.saveRescored([companyId(OVERDUE)], rig.now());
    },
  },
  {
    what: "an override of the worst child, on its parent's card",
    of: PARTNER,
    model: ROLLED_UP,
    change: ({ store, now }) =>
      store.addJudgement({
        ...JUDGED,
        companyId: companyId(OVERDUE),
        at: now() + 1,
        kind: 'override',
        value: 'at_risk',
        expiresAt: now() + 2 * DAY_MS,
      }),
    laterMs: 1,
  },
];

onEachEngine('remembered scorecards', (engine) => {
  let pair: Awaited<ReturnType<typeof openPair>>;
  let rig: CycleRig;
  let store: PortalStore;
  let read: ReadScorecard;
  /** Companies whose facts were read. */
  let computed: CompanyId[];

  beforeAll(async () => {
    pair = await openPair(engine);
  });
  afterAll(() => pair.close());
  beforeEach(async () => {
    rig = await openCycleRig(pair.writer, { objects });
    onTestFinished(() => rig.close());
    const held = pair.reader.portal(rig.store.portalId);
    computed = [];
    const counting = (one: PortalStore): PortalStore => ({
      ...one,
      account: (id) => {
        computed.push(id);
        return one.account(id);
      },
      reading: (work) => one.reading((once) => work(counting(once))),
    });
    store = counting(held);
    read = makeReadScorecard();
  });

  test.each(CHANGES)('$what shows at once', async ({ of, change, laterMs = 0, model = MODEL }) => {
    await rig.cycle({ model });
    const override = {
      ...JUDGED,
      kind: 'override',
      value: 'healthy',
      at: rig.now(),
      expiresAt: rig.now() + DAY_MS,
    } as const;
    await rig.store.addJudgement({ ...override, companyId: companyId(OVERDUE) });
    await rig.store.saveRescored([companyId(PAID)], rig.now());
    const before = await read(store, companyId(of), 'en', rig.now());
    expect(await read(store, companyId(of), 'en', rig.now())).toEqual(before);
    expect(computed).toHaveLength(1);

    await change(rig);
    const at = rig.now() + laterMs;
    const after = await read(store, companyId(of), 'en', at);
    expect(after).toEqual(await readScorecard(store, companyId(of), 'en', at));
    expect(after).not.toEqual(before);
    if (change === CHANGES[7]?.change) expect(JSON.stringify(after)).not.toContain('"12"');
  });

  describe('is computed once', () => {
    const both = (locale = 'en'): Promise<Scorecard[]> =>
      Promise.all([PAID, PAID].map((id) => read(store, companyId(id), locale, rig.now())));

    test('for requests at once, in any language', async () => {
      await rig.cycle();
      const [one, two] = await both();
      expect(one).toEqual(two);
      const [italian] = await both('it');
      expect(italian).toEqual(
        await readScorecard(pair.reader.portal(rig.store.portalId), companyId(PAID), 'it', rig.now()),
      );
      expect(computed).toEqual([companyId(PAID)]);
    });

    test('while others are rescored and judged, and sync stores what it reads', async () => {
      await rig.cycle();
      const [before] = await both();
      rig.advance(60_000);
      await rig.store.saveRescored([companyId(OVERDUE)], rig.now());
      const said = {
        ...JUDGED,
        kind: 'pulse',
        value: 'neutral',
        at: rig.now(),
        expiresAt: rig.now() + DAY_MS,
      } as const;
      await rig.store.addJudgement({ ...said, companyId: companyId(OVERDUE) });
      await seeTicket(rig, PAID);
      const profile = await rig.store.profile();
      if (profile) await rig.store.saveProfile({ ...profile });
      expect((await both())[0]).toEqual(before);
      expect(computed).toEqual([companyId(PAID)]);
    });
  });

  test('before the first cycle nothing is remembered', async () => {
    expect((await read(store, companyId(PAID), 'en')).asOf).toBeNull();
    await rig.cycle();
    expect((await read(store, companyId(PAID), 'en')).state).toBe('scored');
  });
});
