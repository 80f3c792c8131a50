import { afterAll, beforeAll, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { companyId } from '../../src/ids.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';
import { DAY_MS, invoice, NO_FACTS, NOW, OVERDUE, PAID, PARTNER, PROSPECT, SMALL_PORTAL } from './small-portal.ts';

const MINUTE_MS = 60_000;
/** Records of each type that the model reads. */
const RECORDS = Object.fromEntries(
  planOf(MODEL).map(({ objectType }) => [objectType, SMALL_PORTAL.objects[objectType]?.length ?? 0]),
);
const COMPANIES = [PAID, OVERDUE, NO_FACTS, PARTNER, PROSPECT];

let store: Store;
const rigs: CycleRig[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const rig of rigs) await rig.close();
  await store.close();
});

const open: typeof openCycleRig = async (...args) => {
  const rig = await openCycleRig(...args);
  rigs.push(rig);
  return rig;
};

test('the first cycle makes the properties, and writes each customer’s', async () => {
  const rig = await open(store);
  expect(rig.shown(PAID)).toEqual({});
  await rig.cycle();
  expect(rig.shown(PAID)).toEqual({
    account_health_score: '83',
    account_health_status: 'healthy',
    account_health_coverage: '100',
    account_health_change_30d: '-6',
    account_health_top_risk:
      'They last wrote 70 days ago (Apr 6, 2026); in 90 days we got in touch 6 times, they once.',
    account_health_updated_at: new Date(NOW).toISOString(),
    account_health_status_since: '2026-06-15',
    account_health_revenue_at_risk: '0',
    account_health_next_renewal: '',
    account_health_overdue_amount: '0',
    account_health_checked_on: '2026-06-15',
  });
  expect(rig.shown(OVERDUE)).toMatchObject({ account_health_score: '32', account_health_status: 'unhealthy' });
  expect(rig.shown(NO_FACTS)).toMatchObject({
    account_health_score: '',
    account_health_status: 'unknown',
    account_health_coverage: '0',
    account_health_top_risk: '',
  });
  for (const company of [PARTNER, PROSPECT])
    expect(Object.values(rig.shown(company)).every((value) => !value)).toBe(true);
});

test('the figures of the report add up', async () => {
  const rig = await open(store);
  const { report, sync, refused, leftOut } = await rig.cycle({ pastForMs: 0 });
  expect(report.portalId).toBe(rig.store.portalId);
  expect(report.asOf).toBe(new Date(NOW).toISOString());
  expect(report.synced).toEqual(RECORDS);
  expect(Object.fromEntries(Object.entries(sync).map(([type, { read }]) => [type, read]))).toEqual(RECORDS);
  expect(report.companies).toEqual({ scored: 2, unknown: 1, notCustomer: 2 });
  expect(report.bands).toEqual({ healthy: 1, at_risk: 0, unhealthy: 1, unknown: 1 });
  expect(report.written).toEqual({ changed: 3, unchanged: 2, failed: 0 });
  expect(report.calls).toEqual({ total: rig.sandbox.stats().total, rateLimited: 0, failed: 0 });
  expect([refused, leftOut]).toEqual([[], []]);
});

test('a second cycle with nothing changed writes nothing, in a call a type and four', async () => {
  const rig = await open(store);
  await rig.cycle();
  const shown = COMPANIES.map(rig.shown);
  rig.advance(MINUTE_MS);
  rig.sandbox.resetStats();
  const { report } = await rig.cycle();
  expect(report.written).toEqual({ changed: 0, unchanged: 5, failed: 0 });
  expect(COMPANIES.map(rig.shown)).toEqual(shown);
  // What the portal is, what changed, how deals are staged, and who its users are. The companies' properties are read by two who each need
  // another part of them: are ours there, and what are the sentiments called.
  expect(rig.calls()).toEqual({
    'GET /account-info/2026-09/details': 1,
    'GET properties/companies': 2,
    ...Object.fromEntries(Object.keys(RECORDS).map((type) => [`POST objects/${type}/search`, 1])),
    'GET pipelines/deals': 1,
    'GET owners': 1,
  });
  const calls = Object.keys(RECORDS).length + 5;
  expect([rig.sandbox.stats().total, report.calls.total]).toEqual([calls, calls]);
});

test('after a change only the company that it touches is written', async () => {
  const rig = await open(store);
  await rig.cycle();
  const untouched = rig.shown(PAID);
  rig.advance(MINUTE_MS);
  rig.sandbox.portal.upsert('invoices', {
    id: '616',
    properties: { hs_invoice_status: 'paid', hs_balance_due: '0', hs_payment_date: new Date(rig.now()).toISOString() },
  });
  const { report } = await rig.cycle();
  expect(report.written).toEqual({ changed: 1, unchanged: 4, failed: 0 });
  expect(Number(rig.shown(OVERDUE).account_health_score)).toBeGreaterThan(32);
  expect(rig.shown(OVERDUE).account_health_updated_at).toBe(new Date(rig.now()).toISOString());
  expect(rig.shown(PAID)).toEqual(untouched);
});

test('a property of ours that somebody deleted is made again, and filled for every company', async () => {
  const rig = await open(store);
  await rig.cycle();
  // Long after the cycle wrote them: the companies themselves are not read again.
  rig.advance(60 * MINUTE_MS);
  await rig.cycle();
  rig.advance(60 * MINUTE_MS);
  rig.sandbox.portal.removeProperty('companies', 'account_health_score');
  const { report } = await rig.cycle();
  expect(report.written).toEqual({ changed: 2, unchanged: 3, failed: 0 });
  expect(rig.shown(PAID)).toMatchObject({
    account_health_score: '83',
    account_health_updated_at: new Date(rig.now()).toISOString(),
  });
});

test('what somebody typed over our values is put right', async () => {
  const rig = await open(store);
  await rig.cycle();
  rig.advance(MINUTE_MS);
  rig.sandbox.portal.upsert('companies', { id: PAID, properties: { account_health_score: '100' } });
  const { report } = await rig.cycle();
  expect(report.written).toEqual({ changed: 1, unchanged: 4, failed: 0 });
  expect(rig.shown(PAID).account_health_score).toBe('83');
});

test('a score that ceases is blanked: the company became a partner', async () => {
  const rig = await open(store);
  await rig.cycle();
  rig.advance(MINUTE_MS);
  rig.sandbox.portal.upsert('companies', { id: PAID, properties: { type: 'PARTNER' } });
  const { report } = await rig.cycle();
  expect(report.companies).toEqual({ scored: 1, unknown: 1, notCustomer: 3 });
  expect(report.written).toMatchObject({ changed: 1 });
  expect(new Set(Object.values(rig.shown(PAID)))).toEqual(new Set(['']));
});

test('a score that ceases is blanked: everything it stood on was deleted', async () => {
  const rig = await open(store);
  await rig.cycle();
  // Deletions are looked for once a UTC day.
  rig.advance(DAY_MS);
  for (const [type, records] of Object.entries(SMALL_PORTAL.objects)) {
    if (type === 'companies') continue;
    for (const { id, associations } of records) {
      if (associations.companies?.includes(OVERDUE)) rig.sandbox.portal.archive(type, id);
    }
  }
  const { report, scored } = await rig.cycle();
  expect(scored.get(OVERDUE)?.health).toMatchObject({ state: 'unknown', reason: 'no_facts' });
  expect(report.companies).toEqual({ scored: 1, unknown: 2, notCustomer: 2 });
  expect(rig.shown(OVERDUE)).toMatchObject({
    account_health_score: '',
    account_health_status: 'unknown',
    account_health_top_risk: '',
    account_health_change_30d: '',
  });
});

test('a dry run computes, and leaves the portal and the published history alone', async () => {
  const rig = await open(store);
  const { report, scored } = await rig.cycle({ dryRun: true });
  expect(report.written).toEqual({ changed: 3, unchanged: 2, failed: 0 });
  expect(scored.get(PAID)?.health).toMatchObject({ score: 83 });
  expect(rig.shown(PAID)).toEqual({});
  expect(Object.keys(rig.calls()).filter((call) => !/^GET |\/(search|batch\/read)$/.test(call))).toEqual([]);
  expect(await rig.store.latestCycle()).toBeUndefined();
  expect(await rig.store.publishedSince()).toBeUndefined();
  expect(await rig.store.published(companyId(PAID))).toEqual([]);

  // The real one afterwards does it all.
  rig.advance(MINUTE_MS);
  expect((await rig.cycle()).report.written).toEqual({ changed: 3, unchanged: 2, failed: 0 });
  expect(rig.shown(PAID).account_health_score).toBe('83');
});

test('a score of a past moment is shown, but is no part of what was published over time', async () => {
  const rig = await open(store);
  await rig.cycle({ asOf: { at: NOW - 30 * DAY_MS } });
  expect(await rig.store.publishedSince()).toBeUndefined();
  expect(await rig.store.latestCycle()).toMatchObject({ asOf: NOW - 30 * DAY_MS });
  await rig.cycle();
  expect(await rig.store.publishedSince()).toBe(NOW);
});

test('as of a past day, nothing dated later shows', async () => {
  const then = NOW - 100 * DAY_MS;
  const rig = await open(store);
  const { report, scored } = await rig.cycle({ asOf: { at: then } });
  expect(report.asOf).toBe(new Date(then).toISOString());
  expect(rig.shown(OVERDUE).account_health_top_risk).not.toContain('INV-616');

  // A portal that holds only what had happened by then comes to the same; today's values of its own are unknown there too.
  const happened = (value: string | null | undefined) => typeof value === 'string' && Date.parse(value) <= then;
  const truncated = Object.fromEntries(
    Object.entries(SMALL_PORTAL.objects).map(([type, records]) => [
      type,
      records
        .filter(({ properties }) => {
          const { createdate, hs_timestamp, hs_invoice_date } = properties;
          return type === 'companies' || happened(createdate ?? hs_timestamp ?? hs_invoice_date);
        })
        .map((record) =>
          record.properties.hs_invoice_status === 'paid' && !happened(record.properties.hs_payment_date)
            ? { ...record, properties: { ...record.properties, hs_invoice_status: 'open', hs_payment_date: null } }
            : record,
        ),
    ]),
  );
  const past = await open(store, { objects: truncated });
  const known = await past.cycle({ asOf: { at: then } });
  const points = (of: typeof scored) =>
    [...of.values()].map(({ companyId: id, health }) => [id, health.state === 'scored' ? health.score : health.state]);
  expect(points(scored)).toEqual(points(known.scored));
  expect(points(scored).filter(([, score]) => typeof score === 'number').length).toBeGreaterThan(0);
});

test('an invoice that is paid in July is open in June', async () => {
  const { invoices = [], ...others } = SMALL_PORTAL.objects;
  const late = invoice(616, OVERDUE, 120, 100);
  const objects = { ...others, invoices: invoices.map((one) => (one.id === late.id ? late : one)) };
  const rig = await open(store, { objects });
  const evidence = async (daysBefore: number) => {
    const { scored } = await rig.cycle({ asOf: { at: NOW - daysBefore * DAY_MS }, dryRun: true });
    const health = scored.get(OVERDUE)?.health;
    const reading =
      health?.state === 'scored'
        ? health.signals.find(({ signal }) => signal === 'overdue_balance')?.reading
        : undefined;
    return reading?.kind === 'scored' ? reading.evidence : undefined;
  };
  // Issued 120 days ago, due 90 days ago, paid 20 days ago.
  expect(await evidence(21)).toMatchObject({
    message: 'one_usually_early',
    values: { number: 'INV-616', days: 69, balance: { amount: 1000 } },
  });
  expect(await evidence(19)).toMatchObject({ message: 'none' });
});

test('a moment of later is refused before anything is touched; later today is now', async () => {
  const rig = await open(store);
  const error = await rig.cycle({ asOf: { day: '2026-06-16' } }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect((error as Error).message).toBe('--as-of 2026-06-16 lies in the future. Give today or an earlier date.');
  expect(rig.calls()).toEqual({ 'GET /account-info/2026-09/details': 1 });
  expect(await rig.store.profile()).toBeUndefined();

  const { report } = await rig.cycle({ asOf: { day: '2026-06-15' }, dryRun: true });
  expect(report.asOf).toBe(new Date(NOW).toISOString());
});

test('without the scope for invoices their signals are unknown, and the rest is scored', async () => {
  const rig = await open(store);
  const scopes = ['crm.objects.contacts.read', 'crm.objects.deals.read', 'tickets', 'sales-email-read'];
  const companies = ['objects', 'schemas'].flatMap((kind) => [
    `crm.${kind}.companies.read`,
    `crm.${kind}.companies.write`,
  ]);
  rig.sandbox.portal.setScopes([...scopes, ...companies]);
  const { report, sync, scored } = await rig.cycle();
  expect(sync.invoices?.blocked).toEqual({ reason: 'scope_missing', scopes: ['crm.objects.invoices.read'] });
  expect(report.synced.invoices).toBe(0);
  const health = scored.get(PAID)?.health;
  expect(health?.state).toBe('scored');
  const readings = health?.state === 'scored' ? health.signals : [];
  for (const key of ['overdue_balance', 'payment_habit']) {
    expect(readings.find(({ signal }) => signal === key)?.reading).toMatchObject({
      kind: 'unknown',
      reason: 'scope_missing',
    });
  }
  expect(readings.find(({ signal }) => signal === 'renewal_outcome')?.reading.kind).toBe('scored');
  // What the portal does not let us see is no gap of this account's: only what it buys is not known for long enough.
  const unknown = readings.filter(({ reading }) => reading.kind === 'unknown' && reading.reason === 'too_new');
  expect(unknown.map(({ signal }) => signal)).toEqual(['spend_trend']);
  expect(health).toMatchObject({ coverage: 1 - (25 / 75) * (2 / 8) });
});

test('without the scope for deals the cycle ends well, and asks for no pipelines', async () => {
  const rig = await open(store);
  const companies = ['objects', 'schemas'].flatMap((kind) => [
    `crm.${kind}.companies.read`,
    `crm.${kind}.companies.write`,
  ]);
  rig.sandbox.portal.setScopes([...companies, 'crm.objects.contacts.read', 'crm.objects.invoices.read', 'tickets']);
  const { sync, report } = await rig.cycle();
  expect(sync.deals?.blocked?.reason).toBe('scope_missing');
  expect(report.companies).toEqual({ scored: 2, unknown: 1, notCustomer: 2 });
  expect(rig.calls()).not.toHaveProperty(['GET pipelines/deals']);
});

test('a company that HubSpot refuses is reported, its batch-mates are written, and it is tried again', async () => {
  const rig = await open(store);
  rig.sandbox.portal.refuseUpdates('companies', OVERDUE, { message: 'Industry is required' });
  const { report, refused } = await rig.cycle();
  expect(report.written).toEqual({ changed: 2, unchanged: 2, failed: 1 });
  expect(refused).toEqual([{ companyId: OVERDUE, message: expect.stringContaining('Industry is required') }]);
  expect(rig.shown(PAID).account_health_score).toBe('83');
  expect(rig.shown(OVERDUE).account_health_score).toBeNull();

  rig.sandbox.portal.allowUpdates('companies', OVERDUE);
  rig.advance(MINUTE_MS);
  expect((await rig.cycle()).report.written).toEqual({ changed: 1, unchanged: 4, failed: 0 });
  expect(rig.shown(OVERDUE).account_health_score).toBe('32');
});

test('where there is no room for all properties, the rest is written and the others are named', async () => {
  const rig = await open(store, {}, { customPropertyLimit: 4 });
  const { leftOut, report } = await rig.cycle();
  const asked = MODEL.write.map((one) => `account_health_${one}`);
  expect(leftOut).toEqual(['account_health_change_30d', 'account_health_updated_at', ...asked]);
  expect(report.written.failed).toBe(0);
  expect(Object.keys(rig.shown(PAID)).sort()).toEqual([
    'account_health_coverage',
    'account_health_score',
    'account_health_status',
    'account_health_top_risk',
  ]);

  // What has no room is not written, so a dry run does not count it either.
  rig.advance(MINUTE_MS);
  const dry = await rig.cycle({ dryRun: true });
  expect(dry.report.written).toEqual({ changed: 0, unchanged: 5, failed: 0 });
  expect(dry.leftOut).toEqual(leftOut);
});

test('progress tells of every type, and of the companies scored', async () => {
  const rig = await open(store);
  const read = new Map<string, number>();
  let scored = 0;
  await rig.cycle({
    onProgress: (progress) => {
      if (progress.step === 'sync') read.set(progress.objectType, progress.read);
      else scored = progress.companies;
    },
  });
  expect(Object.fromEntries(read)).toEqual(RECORDS);
  expect(scored).toBe(5);
});

test('the texts in the portal follow its language where there is one, else English', async () => {
  const rig = await open(store);
  await rig.cycle({ language: 'en-GB' });
  expect(rig.shown(PAID).account_health_top_risk).toContain('(6 Apr 2026)');
  await rig.cycle({ language: 'ro' });
  expect(rig.shown(PAID).account_health_top_risk).toContain('acum 70 de zile (6 apr. 2026)');
  await rig.cycle({ language: 'fr' });
  expect(rig.shown(PAID).account_health_top_risk).toContain('70 days ago (Apr 6, 2026)');
});
