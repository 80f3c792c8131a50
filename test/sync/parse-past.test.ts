import { describe, expect, it } from 'vitest';
import type { RecordPast } from '../../src/hubspot/property-histories.ts';
import type { Kind } from '../../src/scoring/object-definition.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import { parsePast } from '../../src/sync/parse-past.ts';

const READ_AT = Date.UTC(2026, 0, 15);
const day = (text: string) => Date.parse(text);

/** The newest first, as HubSpot sends them: each a moment and a value. */
type Sent = Readonly<Record<string, readonly (readonly [string, string | null])[]>>;

function parse(
  objectType: ObjectType,
  sent: Sent,
  now: RecordPast['properties'] = {},
  kinds: Record<string, Kind> = {},
) {
  const histories = Object.entries(sent).map(([name, list]) => [
    name,
    list.map(([timestamp, value]) => ({ timestamp, value })),
  ]);
  const newest = Object.fromEntries(Object.entries(sent).map(([name, list]) => [name, list[0]?.[1] ?? null]));
  const record = {
    id: '1',
    createdAt: '2025-01-01T00:00:00Z',
    properties: { ...newest, ...now },
    histories: Object.fromEntries(histories),
  };
  const properties = Object.keys({ ...sent, ...now });
  const plan = { objectType, properties, kinds, associations: [] };
  return parsePast(record, { plan, properties, timeZone: 'Europe/Rome', readAt: READ_AT });
}

const many = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => [new Date(day('2025-06-30') - index * 1000).toISOString(), `v${index}`] as const,
  );

describe('a record’s past as the store keeps it', () => {
  it('is ascending, typed as the values of now, and says when it was read', () => {
    const { hs_is_closed: closed } = parse('deals', {
      hs_is_closed: [
        ['2025-05-01T00:00:00Z', 'true'],
        ['2025-02-01T00:00:00Z', 'false'],
      ],
    });
    const values = [
      { at: day('2025-02-01'), value: false },
      { at: day('2025-05-01'), value: true },
    ];
    expect(closed).toEqual({ readAt: READ_AT, values });
  });

  it('was empty before what people entered first, as long as there was such a record, and not before', () => {
    const told = parse('deals', {
      amount: [['2025-05-01T00:00:00Z', '12.50']],
      dealstage: [['2025-02-01T00:00:00Z', 'won']],
      closed_lost_reason: [],
    });
    expect(told.amount?.values).toEqual([
      { at: day('2025-02-01'), value: null },
      { at: day('2025-05-01'), value: 12.5 },
    ]);
    expect(told.closed_lost_reason?.values).toEqual([{ at: day('2025-02-01'), value: null }]);
    // HubSpot fills it in: it was not empty before, but not kept.
    expect(told.dealstage?.values).toEqual([{ at: day('2025-02-01'), value: 'won' }]);
  });

  it('reaches back to the creation where nothing was ever entered', () => {
    const told = parse('companies', { hs_csm_sentiment: [] });
    expect(told.hs_csm_sentiment?.values).toEqual([{ at: day('2025-01-01'), value: null }]);
  });

  it.each([
    ['companies', 19, 20],
    ['companies', 20, 20],
    ['contacts', 44, 45],
    ['contacts', 45, 45],
  ] as const)(
    'of %s with %i entries tells %i: where it may have been cut it begins with the oldest',
    (type, sent, kept) => {
      const told = parse(
        type,
        { mine: many(sent), other: [['2025-03-01T00:00:00Z', 'x']] },
        {},
        { mine: 'text', other: 'text' },
      );
      expect(told.mine?.values).toHaveLength(kept);
      expect(told.mine?.values[0]?.value).toBe(sent === kept ? `v${sent - 1}` : null);
    },
  );

  it('is not believed where it does not lead to the value of now, and left out where HubSpot tells none', () => {
    expect(parse('deals', { amount: [['2025-05-01T00:00:00Z', '10']] }, { amount: '11' })).toEqual({});
    expect(parse('deals', { hs_is_closed: [] }, { hs_is_closed: 'true' })).toEqual({});
    expect(parse('deals', {}, { amount: '11' })).toEqual({});
    // The same value in other letters.
    expect(parse('deals', { amount: [['2025-05-01T00:00:00Z', '10.0']] }, { amount: '10' })).toHaveProperty('amount');
  });

  it('takes the newest of values that were set at one moment', () => {
    const at = '2025-05-01T00:00:00Z';
    const told = parse('deals', {
      dealstage: [
        [at, 'second'],
        [at, 'first'],
      ],
    });
    expect(told.dealstage?.values).toEqual([{ at: day(at), value: 'second' }]);
  });
});
