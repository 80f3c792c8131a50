import type { ShownValues } from '../store/shown-values.ts';
import { typeOf } from './company-properties.ts';
import { dayOf } from './date-value.ts';

/**
 * Whether any of these values is not what HubSpot shows. Null, empty and never seen are the same; numbers compare as
 * numbers, because HubSpot may show "72" as "72.0", and dates as days. Properties that are not among the values are not looked at.
 */
export function differs(values: Readonly<Record<string, string>>, shown: ShownValues | undefined): boolean {
  return Object.entries(values).some(([name, value]) => {
    const other = shown?.[name] ?? '';
    if (value === other) return false;
    return value === '' || other === '' || !sameOf(name, value, other);
  });
}

/** Whether two texts that are not the same mean the same. */
function sameOf(name: string, one: string, other: string): boolean {
  const type = typeOf(name);
  if (type === 'number') return Number(one) === Number(other);
  return type === 'date' && dayOf(one) !== null && dayOf(one) === dayOf(other);
}
