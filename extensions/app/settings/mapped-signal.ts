/** A signal of the portal's own, made from one of its company properties. */
import type { Json, PropertiesAnswer } from '@account-health/contract/model';
import type { Edit } from './draft-edits.ts';

export type PortalProperty = PropertiesAnswer['properties'][number];

/** How the model reads a property of HubSpot's type; null: free text, which has no points. */
export const kindOf = ({ type }: Pick<PortalProperty, 'type'>) =>
  (({ number: 'number', date: 'date', datetime: 'date', enumeration: 'enumeration', bool: 'boolean' }) as const)[
    type
  ] ?? null;

/** What points begin with until somebody says better: a score of a hundred, a year of silence, yes is good. */
const FIRST_CURVE = {
  number: [
    [0, 0],
    [100, 100],
  ],
  date: [
    [30, 100],
    [365, 0],
  ],
  boolean: [
    [0, 0],
    [1, 100],
  ],
} satisfies Record<string, Json>;

/** A key that the model takes, and that no other signal has: lower-case letters, digits and underscores, a letter first. */
export function keyFor(property: string, taken: readonly string[]): string {
  const plain = property.toLowerCase().replace(/[^a-z0-9_]/g, '_');
  const base = /^[a-z]/.test(plain) ? plain : `own_${plain}`;
  const used = new Set(taken);
  if (!used.has(base)) return base;
  for (let count = 2; ; count += 1) if (!used.has(`${base}_${count}`)) return `${base}_${count}`;
}

/**
 * The edits that add the signal to a dimension, with its weight 1 and points to begin with; an option gives 50 until somebody says
 * better. What people call it is given in the reader's language, and in English, which every text needs.
 */
export function addMappedSignal(options: {
  readonly property: PortalProperty;
  readonly dimension: string;
  /** Keys of all signals. */
  readonly taken: readonly string[];
  readonly label: { readonly own: string; readonly english: string };
  /** BCP 47. */
  readonly locale: string;
}): Edit[] {
  const { property, dimension, taken, label, locale } = options;
  const kind = kindOf(property);
  if (kind === null) return [];
  const language = locale.split('-')[0] ?? 'en';
  const texts = { en: label.english, ...(language === 'en' ? {} : { [language]: label.own }) };
  const points =
    kind === 'enumeration' ? { points: Object.fromEntries(property.options.map(({ value }) => [value, 50])) } : {};
  const mapped: Json = { property: property.name, kind, label: texts, ...points };
  const curve = kind === 'enumeration' ? {} : { curve: FIRST_CURVE[kind] };
  const path = ['dimensions', dimension, 'signals', keyFor(property.name, taken)];
  return [{ path, value: { mapped, weight: 1, ...curve } }];
}
