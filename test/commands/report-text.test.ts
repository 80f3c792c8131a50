import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { reportNotes, reportText, worstCompanies } from '../../src/commands/report-text.ts';
import { companyId, portalId } from '../../src/ids.ts';
import type { CycleResult } from '../../src/jobs/refresh-portal.ts';
import { OBJECT_TYPES } from '../../src/scoring/object-types.ts';

const NOTHING = Object.fromEntries(OBJECT_TYPES.map((type) => [type, 0])) as CycleResult['report']['synced'];
const done = { pages: 1, read: 1, changed: 0, ended: [], blocked: null, missingProperties: [], dirtyValues: {} };

const result = (given: Partial<CycleResult> = {}): CycleResult => ({
  report: {
    portalId: portalId(1),
    asOf: '2026-06-01T03:59:59.999Z',
    synced: { ...NOTHING, companies: 1_234 },
    calls: { total: 1_500, rateLimited: 2, failed: 3 },
    companies: { scored: 1_000, unknown: 200, notCustomer: 34 },
    reasons: { unknown: { low_coverage: 1_200 }, notCustomer: { no_purchase_or_stage: 30, test_company: 4 } },
    bands: { healthy: 900, at_risk: 60, unhealthy: 40, unknown: 200 },
    written: { changed: 7, unchanged: 1_226, failed: 1 },
    durationMs: 61_250,
  },
  sync: {},
  refused: [],
  leftOut: [],
  uncreated: null,
  unwritable: null,
  missingOptions: [],
  timeZone: 'UTC',
  unmetSegments: [],
  mapped: {},
  ...given,
});

type Scored = ReturnType<ReturnType<typeof worstCompanies>['list']>[number];

const company = (id: string, score: number, name: string | null = `Company ${id}`): Scored => ({
  companyId: companyId(id),
  name,
  change30d: null,
  figures: { nextRenewalAt: null, overdueAmount: null, yearlyRevenue: null },
  health: {
    state: 'scored',
    score,
    status: 'healthy',
    segment: null,
    coverage: 1,
    dimensions: [],
    signals: [],
    marks: [],
    losses: [],
    receipt:
      score === 100
        ? []
        : [
            {
              key: 'overdue_balance',
              signal: 'overdue_balance',
              dimension: 'billing',
              pointsLost: 100 - score,
              cause: { message: 'none', values: {}, records: [], moreRecords: 0 },
            },
          ],
  },
});

const lines = (...args: Parameters<typeof reportText>) => stripVTControlCharacters(reportText(...args)).split('\n');

describe('the figures', () => {
  test('in words, with the day as the portal counts it', () => {
    expect(lines(result({ timeZone: 'America/New_York' }), [])).toEqual([
      'Health as of 2026-05-31: 1,000 scored, 200 unknown, 34 not customers',
      '',
      '  healthy        900',
      '  at risk         60',
      '  unhealthy       40',
      '  unknown        200',
      '',
      'Unknown: 1,200 low coverage (npm run cli -- accounts)',
      'Not customers: 30 no purchase or stage, 4 test company (npm run cli -- accounts)',
      'Read: 1,234 companies',
      'HubSpot calls: 1,500 (2 over the limit, 3 failed), 61.3 s',
      'Written back: 7 changed, 1,226 unchanged, 1 refused',
    ]);
    expect(lines(result(), [])[0]).toContain('2026-06-01');
  });

  test('of a dry run say that nothing was written', () => {
    expect(lines(result(), [], 'preview').at(-1)).toMatch(
      /^Preview, nothing is written: no admin .* yet; 7 would change, 1,226 would not$/,
    );
    expect(lines(result(), [], 'dry_run').at(-1)).toBe('Dry run, nothing is written: 7 would change, 1,226 would not');
  });
});

describe('the worst accounts', () => {
  test('stand in columns, whatever their names hold', () => {
    const text = lines(result(), [
      company('1', 7, 'A\n\u001b[31mred\u0007'),
      company('2', 99, 'Birch <b>{x}</b> and a name that goes on beyond its column'),
      company('3', 100, null),
      company('4', 100, ''),
    ]);
    expect(text.slice(-5)).toEqual([
      'Worst accounts (score, and the first reason with the points it costs)',
      '    7  A [31mred                          -93  No invoice is overdue.',
      '   99  Birch <b>{x}</b> and a name that    -1  No invoice is overdue.',
      '  100  3',
      '  100  4',
    ]);
  });

  test('are the ten lowest of however many, ties by id', () => {
    const worst = worstCompanies();
    for (let id = 0; id < 1_000; id += 1) worst.see(company(String(id), (id * 37) % 101));
    worst.see({ ...company('x', 0), health: { state: 'not_customer', reason: 'partner' } });
    const scores = Array.from({ length: 1_000 }, (_, id) => ({ id: String(id), score: (id * 37) % 101 }))
      .toSorted((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1))
      .slice(0, 10);
    expect(worst.list().map(({ companyId: id, health }) => ({ id, score: health.score }))).toEqual(scores);
  });
});

test('a value that could not be read is told by its property, for it counts as empty', () => {
  const sync = { deals: { ...done, dirtyValues: { closedate: 1_200, amount: 1 } }, tickets: done };
  expect(reportNotes(result({ sync }))).toEqual([
    'Not readable, and taken as empty: closedate of deals (1,200 values)',
    'Not readable, and taken as empty: amount of deals (1 value)',
  ]);
});

test('the notes: what was not read, not created, and refused', () => {
  const refused = Array.from({ length: 12 }, (_, id) => ({ companyId: companyId(String(id)), message: 'No\nway' }));
  const notes = reportNotes(
    result({
      sync: {
        deals: done,
        emails: { ...done, blocked: { reason: 'scope_missing', scopes: ['sales-email-read'] } },
        tickets: { ...done, blocked: { reason: 'scope_missing', scopes: [] } },
        invoices: { ...done, blocked: { reason: 'type_missing', scopes: [] } },
      },
      uncreated: { properties: ['account_health_score'], scopes: ['crm.schemas.companies.write'] },
      unwritable: ['crm.objects.companies.write'],
      leftOut: ['account_health_change_30d'],
      missingOptions: [{ property: 'account_health_status', options: ['unknown'] }],
      refused,
    }),
  );
  expect(notes.slice(0, 8)).toEqual([
    'Not read: emails (the token lacks sales-email-read)',
    'Not read: tickets (the token lacks a scope)',
    'Not read: invoices (this portal has none)',
    'Not created: account_health_score (the token lacks crm.schemas.companies.write)',
    'Not written: any company (the token lacks crm.objects.companies.write). The card shows the scores.',
    'No room in the portal for these properties: account_health_change_30d. Delete custom properties that nobody uses, then run again.',
    'The property account_health_status lacks its options unknown. Add them again in HubSpot.',
    'HubSpot refused company 0: No way',
  ]);
  expect(notes.at(-1)).toBe('... and 2 more');
  expect(notes).toHaveLength(18);
  expect(reportNotes(result())).toEqual([]);
});
