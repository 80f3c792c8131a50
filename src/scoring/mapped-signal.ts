import type { Curve } from './curve.ts';
import { dayOf, type EvidenceValue, evidence, money } from './evidence.ts';
import { mappedRecords } from './mapped-records.ts';
import type { Mapped, ModelSignal } from './model-shape.ts';
import type { Kind, Value, Values } from './object-definition.ts';
import type { AnyReads } from './object-types.ts';
import { type Measurement, type Signal, unknown } from './signal.ts';

type OfRecords = 'count' | 'latest';
type OfCompany = Exclude<Mapped['kind'], OfRecords>;

/** Whether a mapped signal of this kind tells of a custom object's records, and not of a company property. */
export const isOfRecords = (kind: Mapped['kind']): kind is OfRecords => kind === 'count' || kind === 'latest';

/** What HubSpot's kinds of company properties are to us. */
export const KIND_OF = {
  number: 'number',
  date: 'time',
  enumeration: 'text',
  boolean: 'flag',
} as const satisfies Readonly<Record<OfCompany, Kind>>;

const UNIT_OF = { number: 'value', date: 'days', enumeration: 'points', boolean: 'share' } as const;

const POINTS_THEMSELVES: Curve = [
  [0, 0],
  [100, 100],
];

/** An entry's curve; where options give points by themselves it has none. */
export const curveOf = ({ curve }: Pick<ModelSignal, 'curve'>): Curve => curve ?? POINTS_THEMSELVES;

/** A signal that an admin makes, of a company property or of a custom object. */
export const mappedSignal = (key: string, mapped: Mapped, entry: Pick<ModelSignal, 'curve'>): Signal => {
  const curve = curveOf(entry);
  const better = (curve.at(-1)?.[1] ?? 0) < (curve[0]?.[1] ?? 0) ? 'lower' : 'higher';
  const { kind } = mapped;
  return isOfRecords(kind) ? mappedRecords(key, mapped, kind, better) : mappedProperty(key, mapped, kind, better);
};

/**
 * A signal of any company property: a number counts as it is, a date as calendar days since, yes as 1 and
 * no as 0, an option as the points that the model gives it. HubSpot tells only today's value. A day that has not come says nothing.
 */
function mappedProperty(key: string, mapped: Mapped, kind: OfCompany, better: Signal['better']): Signal {
  const { property } = mapped;
  const reads: AnyReads = { companies: [property] };
  return {
    key,
    unit: UNIT_OF[kind],
    better,
    reads,
    connectedBy: reads,
    settings: {},
    measure({ now, company, companyValueSince }) {
      const value = (company.values as Values)[property];
      if (value === undefined) return unknown('not_known_then');
      const at = companyValueSince(property) ?? now.ms;
      const measured = (raw: number, message: string, values: Readonly<Record<string, EvidenceValue>>): Measurement => {
        const record = { objectType: 'companies', id: company.id, name: null, at } as const;
        return { kind: 'measured', raw, evidence: () => evidence(message, values, [record]) };
      };
      if (kind === 'number' && typeof value === 'number')
        return mapped.unit === 'percent'
          ? measured(value, 'percent', { share: { kind: 'percent', share: value } })
          : mapped.unit === undefined
            ? measured(value, 'number', { value })
            : isCurrency(mapped.unit)
              ? measured(value, 'money', { amount: money(value, mapped.unit.toUpperCase()) })
              : measured(value, 'amount', { value, unit: mapped.unit });
      if (kind === 'date' && typeof value === 'number' && now.hasCome(value)) {
        const days = now.daysSince(value);
        return measured(days, 'date', { day: dayOf(value), days });
      }
      if (kind === 'boolean' && typeof value === 'boolean') return measured(value ? 1 : 0, value ? 'yes' : 'no', {});
      if (kind === 'enumeration' && typeof value === 'string') {
        const points = pointsFor(mapped, value);
        return points === undefined ? unknown('unmapped_value', { value }) : measured(points, 'option', { value });
      }
      return unknown('no_data');
    },
  };
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Whether a number in this unit is an amount of money: by the currency's code or its sign. Without a unit nobody can tell. */
export const isCurrency = (unit: string): boolean => CURRENCIES.has(unit.toUpperCase()) || /^\p{Sc}$/u.test(unit);

const pointsFor = ({ points = {} }: Mapped, value: Value): number | undefined =>
  Object.entries(points).find(([option]) => option.toLowerCase() === String(value).toLowerCase())?.[1];
