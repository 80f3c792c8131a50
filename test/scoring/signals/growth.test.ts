import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growth } from '../../../src/scoring/signals/growth.ts';
import { day, describeSignal, percent, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const deal = (closedate: string, hs_deal_stage_probability: number | null, more = {}) => ({
  dealname: 'More seats',
  dealtype: 'existingbusiness',
  closedate,
  hs_deal_stage_probability,
  ...more,
});
const note = (hs_timestamp: string, hs_note_body: string | null, more = {}) => ({
  hs_timestamp,
  hs_note_body,
  ...more,
});
const TALK = 'They want to EXPAND to Spain';
const mail = (hs_email_direction: string, hs_email_subject: string | null) => ({
  hs_timestamp: '2026-05-20',
  hs_email_direction,
  hs_email_subject,
});
const meeting = (hs_meeting_start_time: string, hs_meeting_outcome: string | null) => ({
  hs_meeting_start_time,
  hs_meeting_outcome,
  hs_createdate: '2026-05-01',
  hs_meeting_title: 'Roadmap review',
});

describeSignal(growth, [
  { name: 'nothing at all', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'no expansion and no talk of plans is silence',
    account: { asOf, notes: [note('2026-05-20', 'All fine'), note('2026-05-21', null)] },
    expected: { raw: 0, message: 'none', silent: true, values: { talks: 0, days: 180 }, records: [] },
  },
  {
    name: 'an expansion due today counts by its chance',
    account: { asOf, deals: [deal(asOf, 0.4)] },
    expected: {
      raw: 0.4,
      message: 'expansion',
      values: { name: 'More seats', chance: percent(0.4), due: day('2026-06-01T00:00:00Z') },
      records: ['d1'],
    },
  },
  {
    name: 'half-way there, by half of it',
    account: { asOf, deals: [deal('2026-08-30', 0.4)] },
    expected: { raw: 0.2, message: 'expansion' },
  },
  {
    name: 'the likelier and nearer is named, the other adds',
    account: { asOf, deals: [deal('2026-08-30', 0.4), deal(asOf, 0.5, { dealname: 'Site two' })] },
    expected: { raw: 1 - 0.8 * 0.5, message: 'expansion', values: { name: 'Site two' }, records: ['d2', 'd1'] },
  },
  {
    name: '30 days late may still come, 31 no longer',
    account: { asOf, deals: [deal('2026-05-02', 0.4), deal('2026-05-01', 0.4)] },
    expected: { raw: 0.4, message: 'expansion', records: ['d1'] },
  },
  {
    name: 'beyond the horizon, without a date or a chance, closed, new business, absurd chances',
    account: {
      asOf,
      deals: [
        deal('2026-11-28', 0.9),
        deal('2026-06-10', null),
        deal('2026-06-10', 0),
        deal('2026-06-10', 90),
        deal('2026-06-10', -1),
        deal('2026-06-10', 0.9, { closedate: null }),
        deal('2026-05-20', 1, { hs_is_closed: true, hs_is_closed_won: true }),
        deal('2026-06-10', 0.9, { dealtype: 'newbusiness' }),
        deal('2026-06-10', 0.9, { dealtype: null }),
      ],
    },
    expected: { raw: 0, message: 'none', silent: true },
  },
  {
    name: 'a renewal is no expansion, where the model names the pipelines of renewals',
    account: { asOf, deals: [deal(asOf, 0.4, { pipeline: 'renewals' }), deal(asOf, 0.3, { pipeline: 'sales' })] },
    settings: { renewalPipelines: ['renewals'] },
    expected: { raw: 0.3, message: 'expansion', records: ['d2'] },
  },
  {
    name: 'plans in a note, with or without an expansion',
    account: { asOf, deals: [deal(asOf, 0.4)], notes: [note('2026-05-20', TALK)] },
    expected: {
      raw: 1 - 0.6 * 0.85,
      message: 'expansion_and_talk',
      values: { talks: 1, word: 'expand', last: day('2026-05-20T00:00:00Z') },
      records: ['d1', 'n1'],
    },
  },
  {
    name: '179 days ago counts, 180 days ago does not; the latest is named',
    account: {
      asOf,
      notes: [note('2025-12-03', TALK), note('2025-12-04', TALK), note('2026-03-01', 'A new location')],
    },
    expected: {
      raw: 1 - 0.85 ** 2,
      message: 'talk',
      values: { talks: 2, word: 'new location', last: day('2026-03-01T00:00:00Z') },
      records: ['n3', 'n2'],
    },
  },
  {
    name: 'mail from them, and not what we offer or forward',
    account: {
      asOf,
      emails: [
        mail('INCOMING_EMAIL', 'Re: additional licences'),
        mail('EMAIL', 'Upgrade now'),
        mail('FORWARDED_EMAIL', 'Fwd: expansion'),
        mail('INCOMING_EMAIL', null),
      ],
    },
    expected: { raw: 0.15, message: 'talk', values: { word: 'additional licences' }, records: ['e1'] },
  },
  {
    name: 'meetings that were held or are booked, and no others',
    account: {
      asOf,
      meetings: [
        meeting('2026-05-10', 'COMPLETED'),
        meeting('2026-06-10', 'SCHEDULED'),
        ...['NO_SHOW', 'CANCELED', 'SCHEDULED', null].map((outcome) => meeting('2026-05-10', outcome)),
        meeting('2026-06-10', 'CANCELED'),
      ],
    },
    expected: { raw: 1 - 0.85 ** 2, message: 'talk', values: { word: 'roadmap' }, records: ['m1', 'm2'] },
  },
  {
    name: 'words that the model names, accents or not',
    account: { asOf, notes: [note('2026-05-20', 'Parlons de CROISSANCE externe'), note('2026-05-21', TALK)] },
    settings: { planningWords: ['croissánce'] },
    expected: { raw: 0.15, message: 'talk', values: { word: 'croissánce', talks: 1 } },
  },
  {
    name: 'notes and deals of later, and what was deleted by then',
    account: {
      asOf,
      seenAt: '2026-05-25',
      deals: [deal('2026-06-10', 0.9, { createdate: '2026-06-02' })],
      notes: [
        note('2026-06-02', TALK),
        note('2026-05-20', TALK, { later: [{ seenAt: '2026-05-30', deleted: true as const }] }),
        note('2026-05-20', 'All fine'),
      ],
    },
    expected: { raw: 0, message: 'none', silent: true },
  },
  {
    name: 'how a deal stood before it was seen is not known, so neither is that there was none',
    account: { asOf, seenAt: '2026-09-01', deals: [deal('2026-06-10', 0.9)] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'but what was said was said',
    account: { asOf, seenAt: '2026-09-01', deals: [deal('2026-06-10', 0.9)], notes: [note('2026-05-20', TALK)] },
    expected: { raw: 0.15, message: 'talk' },
  },
]);

it('a sign more, a likelier or a nearer one never lowers it, and it stays a share', () => {
  const due = fc.integer({ min: 0, max: 170 });
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  const dayAhead = (days: number) => new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(due, chance), { maxLength: 5 }),
      due,
      chance,
      fc.nat(9),
      (list, ahead, share, talks) => {
        const deals = list.map(([days, p]) => deal(dayAhead(days), p));
        const notes = Array.from({ length: talks }, () => note('2026-05-20', TALK));
        const raw = (more: typeof deals, said = notes) =>
          rawOf(growth, { asOf, deals: [...deals, ...more], notes: [note('2026-05-01', 'x'), ...said] });
        const with_ = raw([deal(dayAhead(ahead), share)]);
        expect(with_).toBeGreaterThanOrEqual(raw([]));
        expect(with_).toBeLessThanOrEqual(1);
        expect(raw([deal(dayAhead(Math.floor(ahead / 2)), share)])).toBeGreaterThanOrEqual(with_);
        expect(raw([deal(dayAhead(ahead), share / 2)])).toBeLessThanOrEqual(with_);
        expect(raw([], [...notes, note('2026-05-02', TALK)])).toBeGreaterThanOrEqual(raw([]));
      },
    ),
    { numRuns: 40 },
  );
});
