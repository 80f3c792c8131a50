import { describe, expect, it } from 'vitest';
import type { ToldRow } from '../../src/scoring/change-story.ts';
import { evidence } from '../../src/scoring/evidence.ts';
import { unknown } from '../../src/scoring/signal.ts';
import { changeRowText, changeSentence } from '../../src/wording/change-text.ts';
import { makeWording } from '../../src/wording/make-wording.ts';

const en = makeWording({ locale: 'en', timeZone: 'UTC' });
const NONE = evidence('none', { days: 365 });
const NO_TICKETS = evidence('none', { open: 0, norm: 1, windowDays: 365 });
const LATE = evidence('several_currencies', { invoices: 2, number: 'INV-204', balance: 9, days: 4 });

const row = (more: Partial<ToldRow>): ToldRow => ({
  cause: 'ageing',
  key: 'overdue_balance',
  signal: 'overdue_balance',
  dimension: 'billing',
  points: -9,
  story: 'worse',
  found: LATE,
  had: null,
  ...more,
});
const tickets = (more: Partial<ToldRow>) =>
  row({
    key: 'open_tickets',
    signal: 'open_tickets',
    dimension: 'support',
    story: 'reweighed',
    found: NO_TICKETS,
    ...more,
  });

describe('a row', () => {
  it.each<[string, ToldRow, string, string]>([
    ['that is worse', row({}), 'Overdue invoices', '2 invoices are overdue, the oldest, INV-204 (9), for 4 days.'],
    [
      'that is better',
      row({ points: 9, story: 'better', found: NONE, had: LATE }),
      'Overdue invoices',
      'Before: 2 invoices are overdue, the oldest, INV-204 (9), for 4 days. Now: No invoice is overdue.',
    ],
    [
      'that can be read no more',
      row({ story: 'unknown', found: unknown('no_data') }),
      'Overdue invoices',
      'There is nothing on this account to judge by.',
    ],
    [
      'that counts otherwise',
      row({ story: 'reweighed' }),
      'Overdue invoices',
      'Nothing new here: it counts for more or less because other parts of the score came, went or moved.',
    ],
    [
      'of the model',
      row({ story: 'model' }),
      'Overdue invoices',
      'The health model counts this differently than before.',
    ],
    [
      'of a cap that bites',
      row({ key: 'long_overdue', dimension: null, story: 'bites' }),
      'Long overdue invoice',
      '2 invoices are overdue, the oldest, INV-204 (9), for 4 days.',
    ],
    [
      'of a cap that was lifted',
      row({ key: 'long_overdue', dimension: null, story: 'lifted', found: null, had: LATE }),
      'Long overdue invoice',
      'This held the score down before, and does not any more.',
    ],
    [
      'of a cap of the portal’s own',
      row({ key: 'mine', dimension: null, story: 'moved' }),
      'Limit of the model',
      'This holds the score where it was; it takes more or fewer points because the score without it moved.',
    ],
    [
      'of what was published otherwise',
      row({ key: 'recomputed', signal: 'recomputed', dimension: null, story: 'recomputed', found: null }),
      'The earlier score, computed again',
      'By the data that is held today, the earlier score would come out differently than it was published.',
    ],
  ])('%s', (_what, told, label, text) => {
    expect(changeRowText(en, told)).toEqual({ label, evidence: text });
  });
});

describe('the sentence', () => {
  const say = (total: number, rows: readonly ToldRow[], locale = 'en') =>
    changeSentence(makeWording({ locale, timeZone: 'UTC' }), { days: 30, total, rows });
  const overdue = '2 invoices are overdue, the oldest, INV-204 (9), for 4 days';

  it('names what did the most of it, and goes its way', () => {
    const won = tickets({ points: 4, story: 'better', had: NO_TICKETS });
    const unread = row({ key: 'csat', signal: 'csat', story: 'unknown', found: unknown('no_data'), points: -3 });
    expect(say(-8, [won, unread, row({})])).toBe(`-8 in 30 days: ${overdue} (-9) · CSAT (-3)`);
  });

  it('tells what time took and news gave back as one', () => {
    const paid = row({ cause: 'behaviour', points: 7, story: 'better', found: NONE, had: LATE });
    expect(say(-2, [row({}), paid])).toBe('-2 in 30 days: No invoice is overdue (-2)');
    expect(say(0, [row({}), { ...paid, points: 9 }])).toBe('No change in 30 days');
  });

  it('names an edit of the model, and sources, as such', () => {
    expect(say(-4, [row({ cause: 'model', points: -3 }), tickets({ cause: 'model', points: -1 })])).toBe(
      '-4 in 30 days: The health model was changed (-4)',
    );
    expect(say(5, [row({ cause: 'sources', points: 5 })])).toBe('+5 in 30 days: Data sources came or went (+5)');
  });

  it('names what counts otherwise only after what changed', () => {
    expect(say(-7, [tickets({ points: -5 }), row({ points: -2 })])).toBe(
      `-7 in 30 days: ${overdue} (-2) · Open tickets (-5)`,
    );
  });

  it('says that a cap holds the score, where what cost points besides met what the cap took less', () => {
    const cap = { key: 'long_overdue', dimension: null, points: 9 };
    for (const story of ['moved', 'bites'] as const)
      expect(say(0, [row({}), row({ ...cap, story })])).toBe(
        'The same score as 30 days ago, whatever else changed: “Long overdue invoice” holds it',
      );
    expect(say(0, [row({}), row({ ...cap, story: 'moved' })], 'it')).toMatch(/^Lo stesso punteggio.*: lo trattiene/);
    // One that does not bite any more holds nothing, and a score that moved was not held.
    expect(say(0, [row({}), row({ ...cap, story: 'lifted', found: null, had: LATE })])).not.toMatch(/holds it/);
    expect(say(-3, [row({}), row({ ...cap, points: 6, story: 'moved' })])).toMatch(/^-3 in 30 days/);
  });

  it('tells gains and losses that meet', () => {
    expect(say(0, [row({ points: -2 }), tickets({ points: 2 })])).toBe(
      `The same score as 30 days ago: ${overdue} (-2) · Open tickets (+2)`,
    );
  });

  it.each([
    ['it', /^-9 in 30 giorni: .* \(-9\)$/],
    ['ko', /^30일 동안 -9: .* \(-9\)$/],
    ['ro', /^-9 în 30 de zile: .* \(-9\)$/],
    ['tr', /^30 gün içinde -9: .* \(-9\)$/],
  ])('in %s', (locale, sentence) => {
    expect(say(-9, [row({})], locale)).toMatch(sentence);
  });
});
