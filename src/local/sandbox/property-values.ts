/** Whether HubSpot takes a value for a property. Loading a portal is lenient; writing to it is as strict as this. */
import { invalid } from './error-bodies.ts';
import type { PropertyDefinition } from './property-book.ts';

interface Problem {
  readonly error: string;
  readonly message: string;
}

const DATE_MS = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The furthest that a date reaches from 1970, ms; `Date` knows none beyond. */
const MOST_MS = 8.64e15;

/**
 * Ms since 1970 UTC of what HubSpot takes for a moment: epoch milliseconds or ISO 8601; NaN for anything else, and for days that no
 * month has, which `Date.parse` would count on into the next.
 */
export function toMs(value: string): number {
  if (/^-?\d+$/.test(value)) return Math.abs(Number(value)) <= MOST_MS ? Number(value) : Number.NaN;
  if (!ISO_DATE.test(value) && !ISO_DATETIME.test(value)) return Number.NaN;
  const day = Date.parse(value.slice(0, 10));
  const exists = !Number.isNaN(day) && new Date(day).toISOString().startsWith(value.slice(0, 10));
  return exists ? Date.parse(value) : Number.NaN;
}

/** The value as HubSpot would store it, or why it refuses it. The empty string clears any property. */
function check(definition: PropertyDefinition, value: string): string | Problem {
  if (value === '') return '';
  switch (definition.type) {
    case 'number':
      // Leading and trailing spaces are refused too.
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)
        ? value
        : { error: 'INVALID_DOUBLE', message: `${value} was not a valid number.` };
    case 'datetime': {
      const ms = toMs(value);
      return Number.isNaN(ms)
        ? { error: 'INVALID_DATE', message: `${value} was not a valid date.` }
        : new Date(ms).toISOString();
    }
    case 'date': {
      const ms = toMs(value);
      if (Number.isNaN(ms)) return { error: 'INVALID_DATE', message: `${value} was not a valid date.` };
      // HubSpot takes a date as a day, or as the first millisecond of a day in UTC; in these words it refuses any other.
      const time = new Date(ms).toISOString();
      return ms % DATE_MS === 0
        ? time.slice(0, 10)
        : { error: 'INVALID_DATE', message: `${value} is at ${time.slice(11, -1)} UTC, not midnight!` };
    }
    case 'enumeration':
    case 'bool': {
      if (definition.externalOptions) return value;
      const allowed = definition.options.map((option) => option.value);
      const chosen = definition.fieldType === 'checkbox' ? value.split(';') : [value];
      return chosen.every((one) => allowed.includes(one))
        ? value
        : { error: 'INVALID_OPTION', message: `${value} was not one of the allowed options: [${allowed.join(', ')}]` };
    }
    default:
      return value;
  }
}

/**
 * The properties of one write as HubSpot stores them. Throws the 400 that names every property it would not take:
 * unknown, kept by HubSpot itself, or not a value of its type.
 */
export function checkProperties(
  book: ReadonlyMap<string, PropertyDefinition>,
  given: unknown,
  portalId: number,
): Record<string, string> {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    throw invalid('Invalid input JSON: Some required fields were not set: [properties]');
  }
  const entries = Object.entries(given);
  if (entries.length === 0) throw invalid('No properties found to update, please provide at least one.');
  const stored: Record<string, string> = {};
  const problems: (Problem & { readonly name: string })[] = [];
  for (const [name, value] of entries) {
    if (typeof value !== 'string') {
      throw invalid(
        `Invalid input JSON: Cannot deserialize value of type \`java.lang.String\` from ${JSON.stringify(value)} (property ${name})`,
      );
    }
    const definition = book.get(name);
    const result =
      definition === undefined
        ? { error: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` }
        : definition.readOnlyValue
          ? { error: 'READ_ONLY_VALUE', message: `"${name}" is a read only property; its value cannot be set.` }
          : check(definition, value);
    if (typeof result === 'string') stored[name] = result;
    else problems.push({ ...result, name });
  }
  if (problems.length > 0) {
    const listed = problems.map((problem) => ({ isValid: false, ...problem, portalId }));
    throw invalid(`Property values were not valid: ${JSON.stringify(listed)}`, {
      errors: problems.map(({ message, error, name }) => ({ message, code: error, context: { propertyName: [name] } })),
    });
  }
  return stored;
}
