import { describe, expect, it } from 'vitest';
import { answersTo, groupTold, ratingsOf, type TicketRating, worstFirst } from '../../src/scoring/feedback.ts';
import { account } from './account-builder.ts';

const asOf = '2026-06-01';
type Survey = Parameters<typeof answersTo>[0];

const answer = (survey: Survey, hs_value: number | null, hs_response_group: string | null = null) => {
  const submission = { hs_survey_type: survey, hs_value, hs_response_group, hs_submission_timestamp: '2026-05-01' };
  const [first] = answersTo(survey, account({ asOf, feedback_submissions: [submission] }).view.feedback_submissions);
  return first === undefined ? null : { share: first.share, group: first.group };
};

describe('an answer', () => {
  it.each<[Survey, number | null, string | null, number, string]>([
    ['NPS', 0, null, 0, 'detractor'],
    ['NPS', 6, null, 0.6, 'detractor'],
    ['NPS', 7, null, 0.7, 'passive'],
    ['NPS', 8, null, 0.8, 'passive'],
    ['NPS', 9, null, 0.9, 'promoter'],
    ['NPS', 10, '2', 1, 'promoter'],
    ['CSAT', 0, null, 0, 'detractor'],
    ['CSAT', 1, null, 0.5, 'passive'],
    ['CSAT', 2, null, 1, 'promoter'],
    ['CSAT', 2, 'PROMOTER', 1, 'promoter'],
    ['CES', 1, null, 0, 'detractor'],
    ['CES', 3, null, 1 / 3, 'detractor'],
    ['CES', 4, null, 0.5, 'passive'],
    ['CES', 6, null, 5 / 6, 'promoter'],
    ['CES', 7, 'PROMOTER', 1, 'promoter'],
  ])('%s %s (%s), on the scale of HubSpot’s surveys', (survey, value, told, share, group) => {
    expect(answer(survey, value, told)).toEqual({ share: expect.closeTo(share, 9), group });
  });

  it.each<[Survey, number, string | null, number, string]>([
    ['CSAT', 1, 'DETRACTOR', 0, 'detractor'],
    ['CSAT', 2, '0', 0.25, 'detractor'],
    ['CSAT', 3, null, 0.5, 'passive'],
    ['CSAT', 4, 'PROMOTER', 0.75, 'promoter'],
    ['CES', 5, 'PROMOTER', 1, 'promoter'],
    ['CES', 3, 'PASSIVE', 0.5, 'passive'],
  ])('%s %s (%s) is on a scale from 1 to 5: the group tells', (survey, value, told, share, group) => {
    expect(answer(survey, value, told)).toEqual({ share, group });
  });

  it.each<[Survey, number | null, string, number, string]>([
    ['NPS', null, 'PROMOTER', 0.95, 'promoter'],
    ['NPS', null, '0', 0.3, 'detractor'],
    ['NPS', null, 'passive', 0.75, 'passive'],
    ['CSAT', null, '1', 0.5, 'passive'],
    ['CES', null, 'DETRACTOR', 1 / 6, 'detractor'],
    ['NPS', 55, 'DETRACTOR', 0.3, 'detractor'],
    ['NPS', 10, 'DETRACTOR', 0.3, 'detractor'],
  ])('%s %s, %s: the group alone counts, at its middle', (survey, value, told, share, group) => {
    expect(answer(survey, value, told)).toEqual({ share: expect.closeTo(share, 9), group });
  });

  it.each<[Survey, number | null, string | null]>([
    ['NPS', null, null],
    ['NPS', 11, null],
    ['NPS', -1, 'unheard of'],
    ['CES', 0, null],
    ['CSAT', 6, ''],
  ])('%s %s (%s) tells nothing', (survey, value, told) => {
    expect(answer(survey, value, told)).toBeNull();
  });

  it('belongs to one type of survey, in any case', () => {
    const submissions = [
      { hs_survey_type: 'nps', hs_value: 5, hs_submission_timestamp: '2026-05-01' },
      { hs_survey_type: 'CES', hs_value: 5, hs_submission_timestamp: '2026-05-01' },
      { hs_value: 5, hs_submission_timestamp: '2026-05-01' },
    ];
    const { view } = account({ asOf, feedback_submissions: submissions });
    expect(answersTo('NPS', view.feedback_submissions).map(({ record }) => record.id)).toEqual(['f1']);
  });
});

it('reads a group by its word or its number, and nothing else', () => {
  expect(['PROMOTER', 'passive ', '0', '2', '3', '', 'promoters', null, undefined].map(groupTold)).toEqual([
    'promoter',
    'passive',
    'detractor',
    'promoter',
    ...Array.from({ length: 5 }, () => null),
  ]);
});

describe('ratings of tickets', () => {
  const { calendar } = account({ asOf });
  const at = (day: string) => Date.parse(day);
  const ticket = (id: string, rating: number | null | undefined, ratedAt: string | null): TicketRating => ({
    record: { objectType: 'tickets', id, name: null, at: 0 },
    rating,
    ratedAt: ratedAt === null ? null : at(ratedAt),
  });
  const surveyed = (day: string) => ({
    at: at(day),
    share: 1,
    group: 'promoter' as const,
    record: { objectType: 'feedback_submissions' as const, id: 's', name: null, at: at(day) },
  });
  const ratings = (type: 'CSAT' | 'CES', tickets: readonly TicketRating[], more = {}) =>
    ratingsOf(type, tickets, { answers: [], calendar, ...more }).map(({ record, share }) => [record.id, share]);

  it('are on the first scale that holds them all', () => {
    const two = [ticket('a', 1, '2026-05-01'), ticket('b', 2, '2026-05-02')];
    expect(ratings('CSAT', two)).toEqual([
      ['a', 0.5],
      ['b', 1],
    ]);
    expect(ratings('CSAT', [...two, ticket('c', 5, '2026-05-03')])).toEqual([
      ['a', 0],
      ['b', 0.25],
      ['c', 1],
    ]);
    expect(ratings('CSAT', two, { topRating: 5 })).toEqual([
      ['a', 0],
      ['b', 0.25],
    ]);
  });

  it('that no scale holds are left out, and leave the others as they are', () => {
    expect(ratings('CSAT', [ticket('a', 1, '2026-05-01'), ticket('b', 99, '2026-05-01')])).toEqual([['a', 0.5]]);
    expect(
      ratings('CES', [ticket('a', 0, '2026-05-01'), ticket('b', null, null), ticket('c', undefined, null)]),
    ).toEqual([]);
  });

  it('of a day with an answer to a survey are that answer', () => {
    const tickets = [ticket('a', 1, '2026-05-01T23:00:00Z'), ticket('b', 2, '2026-05-02')];
    expect(ratings('CSAT', tickets, { answers: [surveyed('2026-05-01')] })).toEqual([['b', 1]]);
  });

  it('without a date are left out, and tell nothing of the scale', () => {
    const tickets = [ticket('a', 1, null), ticket('b', 2, '2026-05-01'), ticket('c', 5, null)];
    expect(ratings('CSAT', tickets)).toEqual([['b', 1]]);
  });

  it('come oldest first', () => {
    expect(
      ratings('CES', [ticket('b', 7, '2026-05-02'), ticket('c', 7, '2026-05-01'), ticket('a', 7, '2026-05-02')]),
    ).toEqual([
      ['c', 1],
      ['a', 1],
      ['b', 1],
    ]);
  });
});

it('names the worst first, and of equals the latest', () => {
  const { view } = account({
    asOf,
    feedback_submissions: [3, 1, 1].map((hs_value, month) => ({
      hs_survey_type: 'CES',
      hs_value,
      hs_submission_timestamp: `2026-0${month + 1}-01`,
    })),
  });
  expect(worstFirst(answersTo('CES', view.feedback_submissions)).map(({ id }) => id)).toEqual(['f3', 'f2', 'f1']);
});
