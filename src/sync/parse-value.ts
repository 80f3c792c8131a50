import { type Kind, PROSE_KEPT, type Value } from '../scoring/object-definition.ts';

/** No record of a living business is dated outside 1970 to 2200: such dates are typing errors, or "unset" markers. */
const LATEST_TIME = Date.UTC(2200, 0, 1);

/** Of a text with markup so much is looked at: most of it may be tags. */
const PROSE_READ = 8 * PROSE_KEPT;

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const WHOLE = /^\d+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A property's text as HubSpot sends it, as the value of its kind. Empty is null: known to be empty. Undefined where
 * the text cannot be read as its kind. Times come in ms since 1970 UTC; a day without a time is the first moment of
 * that day in `timeZone` (IANA). Numbers are the nearest double, up to 2^53 either way.
 */
export function parseValue(
  kind: Exclude<Kind, 'ids'>,
  text: string | null | undefined,
  timeZone: string,
): Value | undefined {
  if (text === null || text === undefined || text === '') return null;
  switch (kind) {
    case 'text':
      return text;
    case 'prose':
      return proseOf(text);
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number':
    case 'amount':
      return parseNumber(text.trim());
    case 'time':
      return parseTime(text.trim(), timeZone);
  }
}

/** HubSpot's notes are HTML: their words without tags and entities, the beginning of them. Nothing but markup is empty. */
function proseOf(html: string): string | null {
  const words = html
    .slice(0, PROSE_READ)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? null : words.slice(0, PROSE_KEPT).trimEnd();
}

function parseNumber(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  // Beyond this, neighbouring whole numbers fall together.
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

function parseTime(text: string, timeZone: string): number | undefined {
  const moment = WHOLE.test(text) ? Number(text) : DAY.test(text) ? dayStart(text, timeZone) : instant(text);
  return moment !== undefined && moment >= 0 && moment < LATEST_TIME ? moment : undefined;
}

function instant(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function dayStart(text: string, timeZone: string): number | undefined {
  let day: Temporal.PlainDate;
  try {
    day = Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
  // Outside the try: an unknown time zone is not the value's fault, and must be loud.
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}
