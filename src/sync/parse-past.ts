import type { RecordPast } from '../hubspot/property-histories.ts';
import type { FilledBy } from '../scoring/object-definition.ts';
import { definitionOf, type ObjectType } from '../scoring/object-types.ts';
import type { PastValue, PropertyHistory, RecordHistory } from '../scoring/property-history.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import { kindOf } from './parse-record.ts';
import { parseValue } from './parse-value.ts';

/** HubSpot is said to keep so many values of a property: a history as long as that may have lost its beginning. */
const KEPT_OF_CONTACTS = 45;
const KEPT = 20;

export interface ParsePastOptions {
  readonly plan: TypePlan;
  /** Those that were asked for. */
  readonly properties: readonly string[];
  /** IANA; for values that are a day without a time. */
  readonly timeZone: string;
  /** When HubSpot was asked, ms since 1970 UTC. */
  readonly readAt: number;
}

/**
 * A record's past as the store keeps it, its values parsed as those of now. A history that does not lead to the value of now is not
 * believed. HubSpot lets people set back the day on which a record was created, so the first value of any of the properties tells
 * since when there was such a record: what was before is not known.
 */
export function parsePast(record: RecordPast, options: ParsePastOptions): RecordHistory {
  const { plan, properties, timeZone, readAt } = options;
  const { objectType } = plan;
  const entered = enteredAt(record, properties);
  const told = properties.flatMap((property): readonly (readonly [string, PropertyHistory])[] => {
    const sent = record.histories[property];
    if (sent === undefined) return [];
    const parse = (text: string | null | undefined) => parseValue(kindOf(plan, property), text, timeZone) ?? null;
    // Of values set at one moment the newest, which HubSpot sends first, stands.
    const byMoment = new Map(sent.toReversed().map(({ value, timestamp }) => [Date.parse(timestamp), parse(value)]));
    const entries = [...byMoment].map(([at, value]) => ({ at, value })).toSorted((a, b) => a.at - b.at);
    if ((entries.at(-1)?.value ?? null) !== parse(record.properties[property])) return [];
    const isCut = sent.length >= (objectType === 'contacts' ? KEPT_OF_CONTACTS : KEPT);
    const values = isCut || filledBy(objectType, property) === 'hubspot' ? entries : fromEmpty(entries, entered);
    return values.length === 0 ? [] : [[property, { readAt, values }]];
  });
  return Object.fromEntries(told);
}

/** Ms since 1970 UTC. */
function enteredAt({ createdAt, histories }: RecordPast, properties: readonly string[]): number {
  const moments = properties.flatMap((property) => (histories[property] ?? []).map(({ timestamp }) => timestamp));
  return Math.min(...(moments.length > 0 ? moments : [createdAt]).map((moment) => Date.parse(moment)));
}

/** What the catalogue does not have is a property of the portal's own. */
const filledBy = (objectType: ObjectType, property: string): FilledBy =>
  definitionOf(objectType).properties[property]?.past ?? 'people';

const fromEmpty = (entries: readonly PastValue[], entered: number): readonly PastValue[] =>
  entries[0] !== undefined && entries[0].at <= entered ? entries : [{ at: entered, value: null }, ...entries];
