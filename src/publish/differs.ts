import type { ShownValues } from '../store/portal-store.ts';
import { COMPANY_PROPERTIES } from './company-properties.ts';

const NUMBERS = new Set(COMPANY_PROPERTIES.properties.filter(({ type }) => type === 'number').map(({ name }) => name));

/**
 * Whether any of these values is not what HubSpot shows. Null, empty and never seen are the same; numbers compare as
 * numbers, because HubSpot may show "72" as "72.0". Properties that are not among the values are not looked at.
 */
export function differs(values: Readonly<Record<string, string>>, shown: ShownValues | undefined): boolean {
  return Object.entries(values).some(([name, value]) => {
    const other = shown?.[name] ?? '';
    if (value === other) return false;
    const bothFilled = value !== '' && other !== '';
    return !(bothFilled && NUMBERS.has(name) && Number(value) === Number(other));
  });
}
