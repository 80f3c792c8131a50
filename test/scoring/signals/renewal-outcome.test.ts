import { expect, it } from 'vitest';
import { viewAt } from '../../../src/scoring/account-view.ts';
import type { Values } from '../../../src/scoring/object-definition.ts';
import { renewalOutcome } from '../../../src/scoring/signals/renewal-outcome.ts';
import { account } from '../account-builder.ts';
import { type Case, day, describeSignal, percent, rawOf, tellAll } from './signal-table.ts';

const asOf = '2026-06-01';
const portal = {
  dealStages: {
    early: { label: 'Early talks', probability: 0.2 },
    contract: { label: 'Contract sent', probability: 0.9 },
    odd: { label: 'Odd', probability: null },
  },
};
const renewal = { dealname: 'Renewal', dealtype: 'existingbusiness' } as const;
const closed = (closedate: string, won: boolean | null, more = {}) => ({
  ...renewal,
  closedate,
  hs_is_closed: true,
  hs_is_closed_won: won,
  ...more,
});
const open = (closedate: string, dealstage: string, more = {}) => ({ ...renewal, closedate, dealstage, ...more });
const WON = closed('2026-01-10', true);
const NEAR = Date.parse('2026-06-10');
const AFTER = Date.parse('2026-09-01');

const of = (...deals: NonNullable<Case['account']['deals']>): Case['account'] => ({ asOf, portal, deals });

describeSignal(renewalOutcome, [
  { name: 'no deals', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'new business is no renewal',
    account: of(
      closed('2026-01-10', false, { dealtype: 'newbusiness' }),
      closed('2026-01-10', false, { dealtype: null }),
    ),
    expected: { unknown: 'no_data' },
  },
  {
    name: 'the last one won',
    account: of(WON),
    expected: {
      raw: 1,
      message: 'won',
      values: { name: 'Renewal', closed: day('2026-01-10T00:00:00Z') },
      records: ['d1'],
    },
  },
  { name: 'lost, nobody wrote why', account: of(closed('2026-01-10', false)), expected: { raw: 0, message: 'lost' } },
  {
    name: 'lost, with a reason',
    account: of(closed('2026-01-10', false, { closed_lost_reason: 'Price' })),
    expected: { raw: 0, message: 'lost_because', values: { reason: 'Price' } },
  },
  {
    name: 'the last by its close date counts, not by its creation',
    account: of(
      closed('2026-02-01', true, { createdate: '2025-01-01' }),
      closed('2025-02-01', false, { createdate: '2025-01-20' }),
    ),
    expected: { raw: 1, message: 'won', records: ['d1'] },
  },
  {
    name: 'closed 729 days ago still counts',
    account: of(closed('2024-06-02', false)),
    expected: { raw: 0, message: 'lost' },
  },
  {
    name: 'closed two years ago no longer does',
    account: of(closed('2024-06-01', false)),
    expected: { unknown: 'no_data' },
  },
  {
    name: 'closed, nobody knows how: not a loss',
    account: of(closed('2026-01-10', null)),
    expected: { unknown: 'no_data' },
  },
  {
    name: 'nobody knows whether it closed: neither lost nor late',
    account: of(open('2026-05-01', 'early', { hs_is_closed: null })),
    expected: { unknown: 'no_data' },
  },
  {
    name: 'due today: the chance of its stage',
    account: of(WON, open('2026-06-01', 'early')),
    expected: {
      raw: 0.2,
      message: 'due',
      values: { stage: 'Early talks', days: 0, chance: percent(0.2), due: day('2026-06-01T00:00:00Z') },
      records: ['d2'],
    },
  },
  {
    name: 'half-way there, an early stage weighs half',
    account: of(WON, open('2026-07-16', 'early')),
    expected: { raw: 0.6, message: 'due', values: { days: 45 } },
  },
  {
    name: 'a first renewal starts from the outlook of first ones',
    account: of(open('2026-07-16', 'early')),
    expected: { raw: 0.45, message: 'due' },
  },
  {
    name: '90 days ahead is near, and weighs nothing yet',
    account: of(open('2026-08-30', 'early')),
    expected: { raw: 0.7, message: 'due', values: { days: 90 } },
  },
  {
    name: '91 days ahead is not near',
    account: of(WON, open('2026-08-31', 'early')),
    expected: { raw: 1, message: 'won' },
  },
  { name: 'and alone says nothing', account: of(open('2026-08-31', 'early')), expected: { unknown: 'no_data' } },
  {
    name: 'near, at a stage without a chance: the last one speaks',
    account: of(WON, open('2026-06-01', 'odd'), open('2026-06-01', 'elsewhere')),
    expected: { raw: 1, message: 'won' },
  },
  {
    name: '14 days late is within what paperwork takes',
    account: of(WON, open('2026-05-18', 'contract')),
    expected: { raw: 0.9, message: 'due', values: { days: 14 } },
  },
  {
    name: '15 days late is late, whatever its stage',
    account: of(WON, open('2026-05-17', 'contract')),
    expected: { raw: 0.25, message: 'late', values: { days: 15 }, records: ['d2'] },
  },
  {
    name: 'late at a stage without a chance',
    account: of(open('2026-05-17', 'odd')),
    expected: { raw: 0.25, message: 'late' },
  },
  {
    name: 'late and hopeless stays hopeless',
    account: of(WON, open('2026-05-17', 'early')),
    expected: { raw: 0.2, message: 'late' },
  },
  {
    name: 'forgotten for two years: no renewal any more',
    account: of(WON, open('2024-06-01', 'early')),
    expected: { raw: 1, message: 'won' },
  },
  {
    name: 'a lost renewal is not covered up by a hopeful one, and is what is named',
    account: of(closed('2026-01-10', false, { closed_lost_reason: 'Price' }), open('2026-06-10', 'contract')),
    expected: { raw: 0, message: 'lost_because', records: ['d1'] },
  },
  {
    name: 'the worst of several open ones is named',
    account: of(WON, open('2026-06-01', 'contract'), open('2026-06-05', 'early')),
    expected: { raw: 1 - (0.8 * 86) / 90, message: 'due', records: ['d3'] },
  },
  {
    name: 'a deal without a close date is due at no time',
    account: of({ ...renewal, closedate: null, dealstage: 'early' }),
    expected: { unknown: 'no_data' },
  },
  {
    name: 'closed before it was created',
    account: of(closed('2026-01-10', true, { createdate: '2026-02-20' })),
    expected: { raw: 1, message: 'won' },
  },
  {
    name: 'won later is neither won nor open: how it stood then is not known',
    account: { ...of(closed('2026-07-10', true, { dealstage: 'early' })), seenAt: '2026-09-01' },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'and the last one that was won does not speak for it',
    account: { ...of(WON, closed('2026-07-10', true)), seenAt: '2026-09-01' },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'after a loss it can make nothing worse',
    account: { ...of(closed('2026-01-10', false), closed('2026-07-10', true)), seenAt: '2026-09-01' },
    expected: { raw: 0, message: 'lost', records: ['d1'] },
  },
  {
    name: 'new business that is not known hides no renewal, nor does what was not begun by then',
    account: {
      ...of(
        WON,
        open('2026-06-10', 'early', { dealtype: 'newbusiness' }),
        open('2026-06-10', 'early', { createdate: '2026-06-02' }),
      ),
      seenAt: '2026-09-01',
    },
    expected: { raw: 1, message: 'won' },
  },
  {
    name: 'open today was open then, but at a stage and with a date that nobody knows',
    account: { ...of(open('2026-06-10', 'early')), seenAt: '2026-06-02' },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'won later, seen open by then: open',
    account: {
      ...of(
        open('2026-06-01', 'early', {
          later: [{ seenAt: '2026-06-20', closedate: '2026-06-20', hs_is_closed: true, hs_is_closed_won: true }],
        }),
      ),
      seenAt: '2026-05-01',
    },
    expected: { raw: 0.2, message: 'due' },
  },
  {
    name: 'deleted by then',
    account: {
      ...of(closed('2026-01-10', false, { later: [{ seenAt: '2026-05-20', deleted: true }] })),
      seenAt: '2026-05-01',
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'due on the day after in New York is not yet due there',
    account: { ...of(WON, open('2026-06-02T03:00:00Z', 'early')), timeZone: 'America/New_York' },
    expected: { raw: 0.2, message: 'due', values: { days: 0 } },
  },
  {
    name: 'where the model names pipelines of renewals, their deals are, whatever their type, and no others',
    account: of(
      closed('2026-01-10', true, { dealtype: 'newbusiness', pipeline: 'renewals' }),
      closed('2026-02-10', false, { pipeline: 'sales' }),
      closed('2026-03-10', false, { pipeline: null }),
    ),
    settings: { renewalPipelines: ['other', 'renewals'] },
    expected: { raw: 1, message: 'won', records: ['d1'] },
  },
  {
    name: 'and then no deal type is needed',
    account: {
      ...of(closed('2026-01-10', true, { pipeline: 'renewals' })),
      sources: { deals: { missingProperties: ['dealtype'] } },
    },
    settings: { renewalPipelines: ['renewals'] },
    expected: { raw: 1, message: 'won' },
  },
  {
    name: 'without them it is: the portal lacks it',
    account: {
      ...of(closed('2026-01-10', true, { pipeline: 'renewals' })),
      sources: { deals: { missingProperties: ['dealtype'] } },
    },
    expected: { unknown: 'property_missing', values: { types: 'deals', properties: 'dealtype' } },
  },
  {
    name: 'without them it is: nobody had filled it by then',
    account: {
      ...of(closed('2026-01-10', true)),
      sources: { deals: { filledSince: { pipeline: 0, dealtype: Date.parse('2026-06-02') } } },
    },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'a window of no days at all looks at what is due only',
    account: of(WON, open('2026-06-01', 'early'), open('2026-06-02', 'early')),
    settings: { nearDays: 0 },
    expected: { raw: 0.2, message: 'due', records: ['d2'] },
  },
]);

/** After one that was won, a renewal that was first seen later, by what HubSpot told of its past; and what that comes to. */
const PASTS: readonly [string, Values, string][] = [
  ['open and due, at a stage that is told', { hs_is_closed: false, closedate: NEAR, dealstage: 'early' }, 'due'],
  ['open and due, at a stage that is not', { hs_is_closed: false, closedate: NEAR }, 'not_known_then'],
  ['open, due on a day that is not told', { hs_is_closed: false, dealstage: 'early' }, 'not_known_then'],
  ['due, and not told whether it was open', { closedate: NEAR, dealstage: 'early' }, 'not_known_then'],
  ['nobody said whether it was open', { hs_is_closed: null }, 'won'],
  ['due later than is near', { closedate: Date.parse('2026-10-01') }, 'won'],
  ['due at no time', { hs_is_closed: false, closedate: null }, 'won'],
  ['due two years ago', { closedate: Date.parse('2024-05-01') }, 'won'],
];

it.each(PASTS)('its past told in part: %s', (_, told, expected) => {
  const later = { ...of(WON, open('2026-06-10', 'contract', { id: 'told' })), seenAt: '2026-09-01' };
  const { facts, calendar, ...built } = account(later);
  const history = Object.fromEntries(
    Object.entries(told).map(([property, value]) => [property, { readAt: AFTER, values: [{ at: 0, value }] }]),
  );
  const records = facts.records.map((record) => (record.id === 'told' ? { ...record, history } : record));
  const view = viewAt({ ...facts, records }, built.asOf, built.portal, calendar);
  if (view === undefined) throw new Error('The company was known then.');
  const measured = tellAll(renewalOutcome.measure(view, renewalOutcome.settings));
  expect(measured.kind === 'unknown' ? measured.reason : measured.evidence.message).toBe(expected);
});

it('falls day by day for an early stage, and never jumps into view', () => {
  const raws = ['2026-08-31', '2026-08-30', '2026-07-30', '2026-06-30', '2026-06-02', '2026-06-01'].map((due) =>
    rawOf(renewalOutcome, of(WON, open(due, 'early'))),
  );
  expect(raws).toEqual(raws.toSorted((a, b) => b - a));
  expect((raws[0] ?? 0) - (raws[1] ?? 0)).toBeLessThan(0.01);
});
