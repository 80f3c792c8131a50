import { type Scorecard, STATUSES } from '@account-health/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import type { SignalResult } from '../../src/scoring/weigh.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type CycleRig, MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import {
  AWKWARD_NAME,
  DAY_MS,
  NO_FACTS,
  OVERDUE,
  PAID,
  PARTNER,
  PROSPECT,
  SMALL_PORTAL,
} from '../jobs/small-portal.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { AS_ADMIN, type SignedService, startSignedService } from './signed-service.ts';

const FIELDS = [
  'asOf',
  'change30d',
  'changes',
  'companyName',
  'coverage',
  'dimensions',
  'explanation',
  'hint',
  'history',
  'historyBasis',
  'historyMarks',
  'historyNotes',
  'locale',
  'marks',
  'missing',
  'model',
  'nextAction',
  'override',
  'pulse',
  'receipt',
  'score',
  'scoreStatus',
  'stale',
  'state',
  'status',
  'timeZone',
  'words',
  'you',
];

onEachEngine('the scorecard', (engine) => {
  let store: Store;
  let rig: CycleRig;
  let service: SignedService;
  let readings: readonly SignalResult[];

  const read = async (company: string, query = '', portal: CycleRig = rig): Promise<Scorecard> => {
    const path = `/api/companies/${company}/scorecard${query}${query ? '&' : '?'}${AS_ADMIN}`;
    const answer = await service.ask(path, { portalId: portal.store.portalId });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    return (await answer.json()) as Scorecard;
  };

  beforeAll(async () => {
    store = await openTestStore(engine);
    rig = await openCycleRig(store);
    const health = (await rig.cycle()).scored.get(PAID)?.health;
    readings = health?.state === 'scored' ? health.signals : [];
    service = await startSignedService(store, () => rig.now());
  });
  afterAll(async () => {
    service.close();
    await rig.close();
    await store.close();
  });

  test('of a scored customer', async () => {
    const card = await read(PAID);
    expect(Object.keys(card).sort()).toEqual(FIELDS);
    expect(card).toMatchObject({
      state: 'scored',
      companyName: 'Alder & Sons',
      status: 'healthy',
      coverage: 1,
      asOf: new Date(rig.now()).toISOString(),
      timeZone: 'Europe/Rome',
      model: { name: 'Standard B2B', version: MODEL.version },
      explanation: null,
    });
    expect(card.dimensions.map(({ key, label, weight }) => [key, label, weight])).toEqual([
      ['deals', 'Deals & renewals', 25],
      ['support', 'Support', 20],
      ['engagement', 'Engagement', 20],
      ['billing', 'Billing', 20],
      ['sentiment', 'Sentiment', 10],
      ['adoption', 'Adoption', 5],
      ['advocacy', 'Advocacy', 0],
    ]);
    for (const dimension of card.dimensions) {
      expect(Object.keys(dimension).sort()).toEqual(['coverage', 'key', 'label', 'score', 'weight']);
      // Nobody posts usage here, and nobody said what a referral is.
      if (['adoption', 'advocacy'].includes(dimension.key)) expect(dimension.score).toBeNull();
      else expect(Number.isInteger(dimension.score)).toBe(true);
    }
    expect(card.missing).toContainEqual({
      signal: 'unresolved_complaints',
      label: 'Unresolved complaints',
      reason: 'This HubSpot account holds no such data.',
    });
    // In the model's order.
    const order = Object.values(MODEL.dimensions).flatMap(({ signals }) => Object.keys(signals));
    const places = card.missing.map(({ signal }) => order.indexOf(signal));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const unheld = card.missing.filter(({ reason }) => reason === 'This HubSpot account holds no such data.');
    // The others are unknown for a reason of this customer's, or of the model's.
    const others = card.missing.filter((one) => !unheld.includes(one)).map(({ signal }) => signal);
    const unknown = readings.filter(({ reading }) => reading.kind === 'unknown' && reading.reason !== 'not_connected');
    expect(others).toEqual(unknown.map(({ signal }) => signal));
    expect(others).toEqual(expect.arrayContaining(['time_to_resolution', 'product_feedback', 'referrals']));
    const held = Object.entries(SMALL_PORTAL.objects).flatMap(([type, records]) => (records.length > 0 ? [type] : []));
    const sourceless = SIGNALS.filter(
      ({ connectedBy }) => !Object.keys(connectedBy).some((type) => held.includes(type)),
    );
    expect(sourceless.length).toBeGreaterThan(5);
    expect(unheld.map(({ signal }) => signal)).toEqual(expect.arrayContaining(sourceless.map(({ key }) => key)));
  });

  test.each([PAID, OVERDUE])('company %s: the points lost add up, and no row is empty', async (company) => {
    const { score, receipt } = await read(company);
    expect(receipt.length).toBeGreaterThan(1);
    expect(receipt.reduce((sum, { pointsLost }) => sum + pointsLost, 0)).toBe(100 - (score ?? 0));
    for (const row of receipt) {
      expect(Object.keys(row).sort()).toEqual([
        'dimension',
        'evidence',
        'label',
        'moreRecords',
        'pointsLost',
        'records',
        'remedy',
        'signal',
      ]);
      expect(Number.isInteger(row.pointsLost) && row.pointsLost >= 1).toBe(true);
      for (const text of [row.label, row.evidence, row.remedy]) expect(text).toMatch(/\S/);
    }
  });

  test('a cap is a row of its own, without a dimension', async () => {
    const { score, status, receipt } = await read(OVERDUE);
    expect([score, status]).toEqual([32, 'unhealthy']);
    expect(receipt[0]).toMatchObject({
      signal: 'long_overdue',
      label: 'Long overdue invoice',
      dimension: null,
      evidence: 'Invoice INV-616 (€1,000.00) is 90 days overdue; this account usually pays 5 days early.',
      remedy: 'The score stays down until the old invoice is paid.',
    });
  });

  test('links lead to the record in the portal; an email opens on its company', async () => {
    const cards = [await read(PAID), await read(OVERDUE)];
    const links = cards.flatMap(({ receipt }) => receipt.flatMap(({ records }) => records));
    const page = `https://app.hubspot.com/contacts/${rig.store.portalId}/record`;
    const one = (type: string, id: string) => links.find((link) => link.objectType === type && link.id === id);
    expect(one('invoices', '616')).toEqual({
      objectType: 'invoices',
      id: '616',
      label: 'Invoice INV-616',
      url: `${page}/0-53/616`,
    });
    expect(one('deals', '22')).toMatchObject({ label: 'Renewal <i>{2026}</i>', url: `${page}/0-3/22` });
    expect(one('tickets', '31')).toMatchObject({ label: 'No light', url: `${page}/0-5/31` });
    expect(one('contacts', '12')).toMatchObject({ url: `${page}/0-1/12` });
    expect(one('emails', '47')).toMatchObject({
      label: 'Email of Jun 5, 2026',
      url: `${page}/0-2/1?engagement=47`,
    });
  });

  test('of a customer of whom nothing is known', async () => {
    const card = await read(NO_FACTS);
    expect(Object.keys(card).sort()).toEqual(FIELDS);
    expect(card).toMatchObject({
      state: 'unknown',
      companyName: 'Cedar',
      score: null,
      status: 'unknown',
      coverage: 0,
      change30d: null,
      receipt: [],
      explanation:
        'Nothing is known about this customer: no deals, tickets, emails, invoices or other associated records were found.',
    });
    expect(card.dimensions.map(({ score }) => score)).toEqual(card.dimensions.map(() => null));
    expect(card.dimensions).toHaveLength(7);
    expect(card.missing.map(({ signal }) => signal)).toContain('spend_trend');
  });

  test.each([
    [PARTNER, 'Dogwood', 'Not scored: this company is a partner.'],
    [
      PROSPECT,
      'Elm',
      'Not a customer: its lifecycle stage does not say so, and it has bought nothing in the last 24 months.',
    ],
  ])('of company %s, no customer', async (company, companyName, explanation) => {
    const card = await read(company);
    expect(Object.keys(card).sort()).toEqual(FIELDS);
    expect(card).toMatchObject({
      state: 'not_customer',
      companyName,
      score: null,
      status: null,
      coverage: null,
      change30d: null,
      dimensions: [],
      receipt: [],
      missing: [],
      history: [],
      explanation,
    });
  });

  test('of a company that is not there', async () => {
    const card = await read('999999');
    expect(Object.keys(card).sort()).toEqual(FIELDS);
    expect(card).toMatchObject({
      state: 'not_found',
      companyName: null,
      score: null,
      status: null,
      coverage: null,
      dimensions: [],
      receipt: [],
      history: [],
      explanation: 'This company has not been read yet. New companies appear after the next sync.',
    });
  });

  test('names come out as they stand', async () => {
    const card = await read(OVERDUE);
    expect(card.companyName).toBe(AWKWARD_NAME);
    expect(card.receipt.find(({ signal }) => signal === 'renewal_outcome')?.evidence).toBe(
      'The last renewal or expansion, “Renewal <i>{2026}</i>”, was lost on Apr 26, 2026: Too dear.',
    );
  });

  test('says what was written to HubSpot', async () => {
    for (const company of [PAID, OVERDUE, NO_FACTS, PARTNER, PROSPECT]) {
      const card = await read(company);
      const shown = rig.shown(company);
      const whole = (value: number | null) => (value === null ? null : String(value));
      const percent = card.coverage === null ? null : String(Math.round(card.coverage * 100));
      expect([company, card.score === null ? null : String(card.score)]).toEqual([
        company,
        shown.account_health_score || null,
      ]);
      expect([company, card.status]).toEqual([company, shown.account_health_status || null]);
      expect([company, percent]).toEqual([company, shown.account_health_coverage || null]);
      expect([company, whole(card.change30d)]).toEqual([company, shown.account_health_change_30d || null]);
      expect([company, card.receipt[0]?.evidence ?? null]).toEqual([company, shown.account_health_top_risk || null]);
    }
  });

  test('the history is there after the first cycle: weekly, replayed, and last as published', async () => {
    const { history, score, status } = await read(PAID);
    expect(history.length).toBeGreaterThan(50);
    expect(history.length).toBeLessThanOrEqual(53);
    const days = history.map(({ date }) => Date.parse(date) / DAY_MS);
    expect(days.every((day, index) => index === 0 || day - (days[index - 1] ?? 0) === 7)).toBe(true);
    expect(history.at(-1)).toEqual({ date: '2026-06-15', score, status, replayed: false, modelVersion: MODEL.version });
    expect(history.slice(0, -1).every(({ replayed }) => replayed)).toBe(true);
    for (const point of history) {
      expect(Object.keys(point).sort()).toEqual(['date', 'modelVersion', 'replayed', 'score', 'status']);
      expect(STATUSES).toContain(point.status);
    }
    // The invoice that is long overdue today was not yet so when it was issued.
    const overdue = (await read(OVERDUE)).history;
    expect(overdue.at(-1)?.score).toBe(32);
    expect(Math.max(...overdue.map((point) => point.score ?? 0))).toBeGreaterThan(65);
  });

  test('locales: sentences of the language, dates of the region; what nobody translated, or nobody knows, reads in English', async () => {
    // It says in which language it answers, so that the card can follow.
    for (const [asked, answered] of [
      ['en-GB', 'en-GB'],
      ['it', 'it'],
      ['ko-KR', 'ko-KR'],
      ['ro', 'ro'],
      ['tr', 'tr'],
      ['fr', 'en'],
      ['', 'en'],
    ] as const) {
      expect((await read(PAID, `?locale=${asked}`)).locale).toBe(answered);
    }
    const evidence = async (locale: string) =>
      (await read(PAID, `?locale=${locale}`)).receipt.find(({ signal }) => signal === 'two_way_contact')?.evidence;
    expect(await evidence('en-GB')).toBe(
      'They last wrote 70 days ago (6 Apr 2026); in 90 days we got in touch 6 times, they once.',
    );
    expect(await evidence('it-IT')).toBe(
      'Ultimo messaggio ricevuto 70 giorni fa (6 apr 2026); interazioni in 90 giorni: 6 da parte nostra, 1 da parte loro.',
    );
    expect(await evidence('tr')).toContain('70 gün önce');
    expect(await evidence('ko')).toContain('70일 전');
    expect(await evidence('ro')).toContain('acum 70 de zile');
    const english = 'They last wrote 70 days ago (Apr 6, 2026); in 90 days we got in touch 6 times, they once.';
    for (const locale of ['en', 'tlh', 'xx-YY', '', 'constructor', '__proto__', '%00', '..%2Fen']) {
      expect([locale, await evidence(locale)]).toEqual([locale, english]);
    }
  });

  describe('another portal', () => {
    let other: CycleRig;
    beforeAll(async () => {
      other = await openCycleRig(store, {
        objects: { companies: [{ id: '900', properties: { name: 'Fir' }, associations: {} }] },
      });
    });
    afterAll(() => other.close());

    test('sees nothing before its first cycle', async () => {
      expect(await read(PAID, '', other)).toMatchObject({
        state: 'not_found',
        asOf: null,
        model: null,
        companyName: null,
        explanation: 'No health score has been computed yet. The first one appears after the first sync.',
      });
    });

    test('sees its own companies afterwards, and never ours', async () => {
      await other.cycle();
      expect(await read('900', '', other)).toMatchObject({ state: 'not_customer', companyName: 'Fir' });
      expect(await read(PAID, '', other)).toMatchObject({ state: 'not_found', companyName: null, history: [] });
      expect(await read('900')).toMatchObject({ state: 'not_found', companyName: null });
    });
  });

  test('what arrives after the cycle changes nothing until the next one', async () => {
    const before = await read(PAID);
    const at = rig.now();
    rig.advance(60_000);
    await rig.store.saveRecords(
      'tickets',
      [
        {
          id: '39',
          effectiveAt: rig.now(),
          companyIds: [PAID],
          // So old that it would show in the replayed weeks and in the change too.
          values: { subject: 'Fire', createdate: at - 45 * DAY_MS, closed_date: null, hs_is_closed: false },
        },
      ],
      rig.now(),
    );
    const held = await rig.store.account(companyId(PAID));
    expect(held?.records.some(({ id }) => id === '39')).toBe(true);
    expect(await read(PAID)).toEqual(before);
    await rig.store.endRecords('tickets', [{ id: '39', effectiveAt: rig.now() }], rig.now());
  });

  test('a portal that moved to another time zone keeps its days until the next cycle', async () => {
    const before = await read(PAID);
    const profile = await rig.store.profile();
    if (profile === undefined) throw new Error('A cycle has run.');
    await rig.store.saveProfile({ ...profile, timeZone: 'Pacific/Auckland' });
    expect(await read(PAID)).toEqual(before);
    await rig.store.saveProfile(profile);
  });

  test('the history is computed anew where that is asked, and says so; anything else is refused', async () => {
    const [card, anew] = [await read(PAID), await read(PAID, '?history=recomputed')];
    expect(card.historyBasis).toBe('published');
    expect(card.historyNotes).toEqual([
      expect.stringMatching(/^From Jun 15, 2026 on, the scores are as they were pub/),
    ]);
    expect(anew.historyBasis).toBe('recomputed');
    expect(anew.historyNotes).toEqual([expect.stringMatching(/^Recalculated with version /)]);
    expect(anew.history.every(({ replayed }) => replayed)).toBe(true);
    expect(anew.history.at(-1)).toMatchObject({ date: '2026-06-15', score: card.score });
    expect(await read(PAID)).toEqual(card);
    const refused = await service.ask(`/api/companies/${PAID}/scorecard?history=mine`, {
      portalId: rig.store.portalId,
    });
    expect(refused.status).toBe(400);
  });

  test('after more cycles the history shows what was published then, and the seam', async () => {
    const published = (await read(PAID)).score;
    rig.advance(14 * DAY_MS);
    for (const id of ['501', '502', '503', '504']) {
      rig.sandbox.portal.upsert('tickets', {
        properties: { subject: `Trouble ${id}`, createdate: new Date(rig.now() - DAY_MS).toISOString() },
        associations: { companies: [PAID] },
      });
    }
    await rig.cycle();
    const { history, score, asOf } = await read(PAID);
    expect(asOf).toBe(new Date(rig.now()).toISOString());
    expect(score).not.toBe(published);
    const { version: modelVersion } = MODEL;
    expect(history.slice(-3)).toEqual([
      { date: '2026-06-15', score: published, status: 'healthy', replayed: false, modelVersion },
      { date: '2026-06-22', score: published, status: 'healthy', replayed: false, modelVersion },
      { date: '2026-06-29', score, status: 'at_risk', replayed: false, modelVersion },
    ]);
    expect(history.at(-4)?.replayed).toBe(true);
  });
});
