import { dayOf, evidence, refTo } from './evidence.ts';
import type { Mapped } from './model-shape.ts';
import type { CustomType } from './object-types.ts';
import { type Signal, unknown } from './signal.ts';

/**
 * A signal of a custom object: how many of its records there were in a window, or how many calendar days ago the latest was, by the
 * property that dates them. What is dated ahead has not happened. To have none is the absence of bad events where fewer are better,
 * and tells nothing of the latest.
 */
export function mappedRecords(
  key: string,
  { object, property, windowDays = Number.POSITIVE_INFINITY }: Mapped,
  kind: 'count' | 'latest',
  better: Signal['better'],
): Signal {
  const type = object as CustomType;
  return {
    key,
    unit: kind === 'count' ? 'value' : 'days',
    better,
    reads: { [type]: [property] },
    connectedBy: { [type]: [] },
    settings: {},
    measure(account) {
      const age = (at: number): number => account.now.daysSince(at);
      const dated = (account[type] ?? []).flatMap((record) => {
        const at = (record.values as Readonly<Record<string, unknown>>)[property];
        return typeof at === 'number' && age(at) < windowDays ? [{ at, record: { ...refTo(record, null), at } }] : [];
      });
      const latestFirst = dated.toSorted((a, b) => b.at - a.at || (a.record.id < b.record.id ? -1 : 1));
      const records = latestFirst.map(({ record }) => record);
      if (kind === 'count') {
        const raw = records.length;
        const silent = raw === 0 && better === 'lower';
        return {
          kind: 'measured',
          raw,
          evidence: () => evidence('count', { count: raw, days: windowDays }, records),
          ...(silent && { silent }),
        };
      }
      const at = latestFirst[0]?.at;
      if (at === undefined) return unknown('no_data');
      const days = age(at);
      return { kind: 'measured', raw: days, evidence: () => evidence('date', { day: dayOf(at), days }, records) };
    },
  };
}
