/** Changes what a past moment could not know, so that whatever comes out differently has looked ahead. */
import { DAY_MS } from '../../src/scoring/calendar.ts';
import { type AccountFacts, bornAt, type RecordVersion } from '../../src/scoring/facts.ts';
import type { Value, Values } from '../../src/scoring/object-definition.ts';
import { definitionOf, type ObjectType } from '../../src/scoring/object-types.ts';

/** Values that would tell. */
const BAD: Readonly<Record<string, string>> = {
  hs_ticket_priority: 'HIGH',
  hs_ticket_category: 'COMPLAINT',
  hs_csm_sentiment: 'negative',
  hs_status: 'past_due',
  hs_latest_status: 'failed',
  hs_meeting_outcome: 'NO_SHOW',
  hs_time_to_close_sla_status: '4',
  hs_time_to_first_response_sla_status: '4',
};

const other = (name: string, kind: string, value: Value | undefined, at: number): Value | undefined => {
  if (kind === 'time') return typeof value === 'number' && value > at ? value + 1_000 * DAY_MS : undefined;
  if (kind === 'flag') return value !== true;
  if (kind === 'number' || kind === 'amount') return value === 99 ? 1 : 99;
  return BAD[name] ?? 'X';
};

/**
 * The values with everything changed that nobody could know at the moment, which is before the portal was first read: what HubSpot
 * tells only as of today, dates after the moment, and how what settles after it, or has not settled, came out. What says whether
 * and when the record was born and settled stays.
 */
function rewritten(type: ObjectType, values: Values, at: number): Values {
  const definition = definitionOf(type);
  const { settles, ignore } = definition;
  const settledAt = settles?.when(values) ? values[settles.at] : null;
  const settledBy = typeof settledAt === 'number' && settledAt <= at;
  const stays = (changed: Values) =>
    settles?.when(changed) === settles?.when(values) &&
    ignore?.(changed) === ignore?.(values) &&
    (bornAt(type, changed) === bornAt(type, values) || (bornAt(type, values) ?? 0) > at);
  let result = values;
  for (const [name, { kind, dating }] of Object.entries(definition.properties)) {
    if (dating === 'fixed' || (dating === 'settled' && settledBy)) continue;
    const value = other(name, kind, result[name], at);
    if (value !== undefined && stays({ ...result, [name]: value })) result = { ...result, [name]: value };
  }
  return result;
}

/** The account with what came after the moment (ms), before the portal was first read, changed throughout. */
export function rewriteLater(facts: AccountFacts, at: number): AccountFacts {
  const versionsOf = (type: ObjectType, versions: readonly RecordVersion[]) =>
    versions.map((version) => ({ ...version, values: version.values && rewritten(type, version.values, at) }));
  const later = (given: number) => given > at;
  return {
    ...facts,
    company: versionsOf('companies', facts.company),
    records: facts.records.map((record) => ({
      ...record,
      versions: versionsOf(record.objectType, record.versions),
    })),
    pulses: (facts.pulses ?? []).map((pulse) =>
      later(pulse.givenAt) ? { ...pulse, value: 'negative', givenAt: pulse.givenAt + DAY_MS } : pulse,
    ),
    usage: (facts.usage ?? []).map((row) => (later(row.at) ? { ...row, value: 0, at: row.at + DAY_MS } : row)),
  };
}
