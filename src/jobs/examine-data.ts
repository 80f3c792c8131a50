import type { ObjectType } from '../scoring/object-types.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';
import { sourceProblem } from '../scoring/read-signal.ts';
import type { Signal } from '../scoring/signal.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Wording } from '../wording/make-wording.ts';
import { alike, asHubSpotNames, type Finding, makeNote, type TypeName } from './findings.ts';
import { readSources } from './portal-context.ts';

/** A signal without data, and the types in which it might have been. */
interface Unheld {
  readonly signal: string;
  readonly label: string;
  readonly types: readonly ObjectType[];
}

interface DataExamination {
  /** What is held of the portal; undefined: nothing yet. */
  readonly held: PortalStore | undefined;
  /** What can be read of it now. */
  readonly readable: PortalContext['sources'];
  readonly plan: ReadPlan;
  readonly signals: readonly Signal[];
  readonly wording: Wording;
  readonly clock: () => number;
  readonly typeName?: TypeName;
}

/**
 * Signals of which the portal, once it was read, turned out to hold no data at all: one finding for those whose types have never had
 * a record, and one for each choice of types whose records do not say what the signals go by.
 */
export async function examineData(examination: DataExamination): Promise<readonly Finding[]> {
  const { held, readable, plan, signals, wording, clock, typeName = asHubSpotNames } = examination;
  if (held === undefined) return [];
  const stored = await readSources(held, plan);
  const types = plan.map(({ objectType }) => objectType);
  const isUnread = (type: ObjectType) => readable[type]?.blocked === null && stored[type]?.runningSince === null;
  if (types.some(isUnread)) return [];
  const unheld = signals.flatMap((signal): Unheld[] => {
    const problem = sourceProblem(signal, stored, clock());
    if (problem?.reason !== 'not_connected') return [];
    const told = String(problem.values?.types).split(',');
    const among = types.filter((type) => told.includes(type));
    return [{ signal: signal.key, label: wording.say(`signal.${signal.key}.label`), types: among }];
  });
  const note = makeNote(wording, 'missing');
  const finding = (key: string, types: readonly ObjectType[], items: readonly Unheld[]): Finding =>
    note(
      'look',
      key,
      { types: types.map(typeName).join(', '), signals: items.map(({ label }) => label).join(', ') },
      items.map((item) => ({ ...item, types: item.types.join(', ') })),
    );

  const isEmpty = (type: ObjectType) => stored[type]?.firstRecordAt === null;
  const without = unheld.filter(({ types }) => types.every(isEmpty));
  const unfilled = unheld.filter((one) => !without.includes(one));
  const emptyTypes = types.filter((type) => without.some(({ types }) => types.includes(type)));
  return [
    ...(without.length === 0 ? [] : [finding('no_records', emptyTypes, without)]),
    ...alike(unfilled, ({ types }) => types).map(({ words: types, items }) => finding('no_data', types, items)),
  ];
}
