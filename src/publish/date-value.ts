const DAY_MS = 86_400_000;

/**
 * The day of a date property, in whole days since 1970-01-01; null where the text is no day. HubSpot takes a date as YYYY-MM-DD or
 * as the milliseconds of its first moment in UTC, and its APIs have shown either.
 * https://developers.hubspot.com/docs/faq/how-should-timestamps-be-formatted-for-hubspots-apis
 */
export function dayOf(value: string): number | null {
  const ms = /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(ms) ? null : Math.floor(ms / DAY_MS);
}
