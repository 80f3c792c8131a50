import type { PropertyKind } from './standard-properties.ts';

const NUMBER = /^-?\d+(\.\d+)?$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Ms since 1970 UTC of an ISO 8601 moment with its zone, or of a day's start in UTC; NaN for anything else. */
function parseMoment(value: string): number {
  if (!MOMENT.test(value)) return Number.NaN;
  // Date.parse takes the 30th of February for the 1st of March.
  const day = value.slice(0, 10);
  const start = Date.parse(day);
  return Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day ? Number.NaN : Date.parse(value);
}

/** What is wrong with a value, and the remedy; both in words that follow the value. */
export interface BadValue {
  readonly wrong: string;
  readonly remedy: string;
}

/** The value as HubSpot sends it for a property of this kind (times in ISO 8601 UTC), or what is wrong with it. */
export function asHubSpot(kind: PropertyKind, value: string): string | BadValue {
  if (kind === 'datetime' || kind === 'date') {
    const moment = parseMoment(value);
    if (Number.isNaN(moment)) {
      return { wrong: 'is not a date', remedy: 'Write it in ISO 8601, e.g. 2024-03-31T09:00:00Z.' };
    }
    const iso = new Date(moment).toISOString();
    return kind === 'date' ? iso.slice(0, 10) : iso;
  }
  if (kind === 'number' && !NUMBER.test(value)) {
    return { wrong: 'is not a number', remedy: 'Write digits with a decimal point, e.g. 1234.50.' };
  }
  if (kind === 'bool' && value !== 'true' && value !== 'false') {
    return { wrong: 'is neither true nor false', remedy: 'Write true or false.' };
  }
  return value;
}

/** What a column that HubSpot does not know holds: numbers or times where every value is one; the empty column is text. */
export function guessKind(values: readonly string[]): 'string' | 'number' | 'datetime' {
  if (values.length === 0) return 'string';
  if (values.every((value) => NUMBER.test(value))) return 'number';
  return values.every((value) => !Number.isNaN(parseMoment(value))) ? 'datetime' : 'string';
}
