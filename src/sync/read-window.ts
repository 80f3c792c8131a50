/** How far back records are read. */
import type { HubSpotRecord } from '../hubspot/record-schema.ts';
import { DAY_MS } from '../scoring/calendar.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import { parseValue } from './parse-value.ts';

/** Least values of moments, ms since 1970 UTC, by property. */
export type AtLeast = Readonly<Record<string, number>>;

/** What a record of the type must have to be read, as of a moment. */
export const windowFrom = ({ window }: TypePlan, now: number): AtLeast =>
  window === undefined ? {} : { [window.property]: now - window.days * DAY_MS };

/** What HubSpot's search finds by the same condition. */
export const isWanted = ({ properties }: HubSpotRecord, atLeast: AtLeast): boolean =>
  Object.entries(atLeast).every(([name, ms]) => {
    const moment = parseValue('time', properties[name], 'UTC');
    return typeof moment === 'number' && moment >= ms;
  });
