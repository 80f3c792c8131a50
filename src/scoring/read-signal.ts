import type { FullView } from './account-view.ts';
import { pointsOn } from './curve.ts';
import { curveOf } from './mapped-signal.ts';
import type { Model, ModelSignal } from './model.ts';
import type { ObjectType } from './object-types.ts';
import { type PortalContext, type Source, sourceOf } from './portal-context.ts';
import { type Reading, type Signal, type Unknown, type UnknownReason, unknown } from './signal.ts';

type Sources = PortalContext['sources'];

/** Why an object type tells a signal nothing. */
interface Gap {
  readonly type: ObjectType;
  readonly reason: UnknownReason;
  /** The properties that the portal lacks. */
  readonly properties: readonly string[];
}

/** What an admin can mend comes first. While a type is not read yet, nobody knows whether the portal holds anything of it. */
const ORDER: readonly UnknownReason[] = [
  'scope_missing',
  'type_missing',
  'property_missing',
  'not_read_yet',
  'not_connected',
];

const needsOf = (signal: Signal, type: ObjectType): readonly string[] => {
  const spared = signal.spares?.[type] ?? [];
  return (signal.reads[type] ?? []).filter((property) => !spared.includes(property));
};

/** Whether the signal can do without the type altogether. */
const isOptional = (signal: Signal, type: ObjectType): boolean =>
  signal.connectedBy[type] === undefined && needsOf(signal, type).length === 0;

/** What keeps the type from telling: it cannot be read, or lacks a property without which it cannot be used. */
function lossOf(signal: Signal, type: ObjectType, source: Source): Gap | null {
  const needs = isOptional(signal, type) ? (signal.reads[type] ?? []) : needsOf(signal, type);
  if (source.blocked !== null) return { type, reason: source.blocked, properties: [] };
  const properties = needs.filter((property) => source.missingProperties.includes(property));
  return properties.length === 0 ? null : { type, reason: 'property_missing', properties };
}

/** Not connected at a moment: the portal did not hold such a record (or one with a property filled) by then. */
function disconnection(type: ObjectType, source: Source, properties: readonly string[], asOf: number): Gap | null {
  const notConnected: Gap = { type, reason: 'not_connected', properties: [] };
  if (properties.length === 0)
    return source.firstRecordAt !== null && source.firstRecordAt <= asOf ? null : notConnected;
  const present = properties.filter((property) => !source.missingProperties.includes(property));
  if (present.length === 0) return { type, reason: 'property_missing', properties };
  const filled = present.some((property) => {
    const since = source.filledSince[property];
    return typeof since === 'number' && since <= asOf;
  });
  return filled ? null : notConnected;
}

/** Why the signal cannot be read of any account at the moment, or null where its sources are there. */
export function sourceProblem(signal: Signal, sources: Sources, asOf: number): Unknown | null {
  const connecting = Object.entries(signal.connectedBy) as [ObjectType, readonly string[]][];
  const gaps = connecting.flatMap(([type, properties]): Gap[] => {
    const gap =
      lossOf(signal, type, sourceOf({ sources }, type)) ??
      disconnection(type, sourceOf({ sources }, type), properties, asOf);
    return gap === null ? [] : [gap];
  });
  const needed = lostTypes(signal, sources).filter(
    ({ type }) => signal.connectedBy[type] === undefined && !isOptional(signal, type),
  );
  const problems = gaps.length === connecting.length ? [...gaps, ...needed] : needed;
  const worst = problems.toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason))[0];
  if (worst === undefined) return null;
  const properties = problems.flatMap((gap) => (gap.reason === worst.reason ? gap.properties : []));
  return unknown(worst.reason, {
    types: problems.map(({ type }) => type).join(','),
    ...(properties.length > 0 && { properties: properties.join(', ') }),
  });
}

const lostTypes = (signal: Signal, sources: Sources): readonly Gap[] =>
  (Object.keys(signal.reads) as ObjectType[]).flatMap(
    (type) => lossOf(signal, type, sourceOf({ sources }, type)) ?? [],
  );

/** The account without the types that tell this signal nothing: it goes by its other sources alone. */
export function withoutLost(signal: Signal, account: FullView): FullView {
  const lost = lostTypes(signal, account.portal.sources).filter(({ type }) => type !== 'companies');
  return lost.length === 0 ? account : { ...account, ...Object.fromEntries(lost.map(({ type }) => [type, []])) };
}

/** What the model says once for every signal that has such a setting. */
const sharedSettings = (signal: Signal, { renewalPipelines }: { readonly renewalPipelines?: readonly string[] }) =>
  renewalPipelines !== undefined && Object.hasOwn(signal.settings, 'renewalPipelines') ? { renewalPipelines } : {};

/** One signal's reading of one account under the model. */
export function readSignal(
  signal: Signal,
  entry: ModelSignal,
  account: FullView,
  model: Pick<Model, 'silencePoints'> & { readonly renewalPipelines?: readonly string[] },
): Reading {
  const problem = sourceProblem(signal, account.portal.sources, account.asOf);
  if (problem !== null && !signal.connectedBesides?.(account)) return problem;
  const measured = signal.measure(withoutLost(signal, account), {
    ...signal.settings,
    ...sharedSettings(signal, model),
    ...entry.settings,
  });
  if (measured.kind === 'unknown') return measured;
  if (!Number.isFinite(measured.raw))
    throw new Error(`Signal ${signal.key} measured ${measured.raw} for company ${account.company.id}.`);
  const points = pointsOn(curveOf(entry), measured.raw);
  return {
    kind: 'scored',
    raw: measured.raw,
    points: measured.silent ? Math.min(points, model.silencePoints) : points,
    evidence: measured.evidence,
  };
}
