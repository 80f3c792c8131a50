import type { OfValues } from './model-shape.ts';
import type { Values } from './object-definition.ts';
import { once } from './once.ts';

/** The property that a condition of a model looks at. */
export const propertyOf = ({ property }: Pick<OfValues, 'property'>): string => property ?? 'lifecyclestage';

/**
 * Whether a company property has one of the values, in any case; of a property with several values at once (`;`-separated in
 * HubSpot) any. Undefined: what it was is not known at that moment.
 */
export function hasValue(values: Values, condition: OfValues): boolean | undefined {
  const value = values[propertyOf(condition)];
  if (value === undefined) return undefined;
  if (value === null) return false;
  const held = String(value).toLowerCase();
  const sought = lowerCased(condition.values);
  return held.includes(';') ? held.split(';').some((one) => sought.includes(one)) : sought.includes(held);
}

const lowerCased = once((names: readonly string[]): readonly string[] => names.map((name) => name.toLowerCase()));
