import { type FullView, withoutRecords } from './account-view.ts';
import { type Curve, pointsOn } from './curve.ts';
import type { Evidence } from './evidence.ts';
import { curveOf } from './mapped-signal.ts';
import type { Model, ModelSignal } from './model.ts';
import type { ActivityType, ObjectType } from './object-types.ts';
import { once } from './once.ts';
import { type Parts, partsOf, TOLD } from './parts.ts';
import { type PortalContext, type Source, sourceOf } from './portal-context.ts';
import { type Reading, type Settings, type Signal, type Unknown, type UnknownReason, unknown } from './signal.ts';

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

/** Since when a type connects a signal: the portal held such a record, or one with a property filled. Null: never yet. */
interface Connection {
  readonly since: number | null;
  /** What is told of the type before that. */
  readonly gap: Gap;
}

function connectionBy(type: ObjectType, source: Source, properties: readonly string[]): Connection {
  const gap: Gap = { type, reason: 'not_connected', properties: [] };
  if (properties.length === 0) return { since: source.firstRecordAt, gap };
  const present = properties.filter((property) => !source.missingProperties.includes(property));
  if (present.length === 0) return { since: null, gap: { type, reason: 'property_missing', properties } };
  const filled = present.flatMap((property) => source.filledSince[property] ?? []);
  return { since: filled.length === 0 ? null : Math.min(...filled), gap };
}

/** What the portal lets a signal know of any account. */
interface Access {
  /** The types that tell it nothing, but for companies. */
  readonly lost: readonly ActivityType[];
  /** From this moment on, ms, one of its types connects it. */
  readonly connectedSince: number;
  /** Why it cannot be read before that, and from then on; null: it can. */
  readonly before: Unknown | null;
  readonly after: Unknown | null;
}

/** What is read in part tells nothing: a signal waits for all that it looks at. */
function waitsForSync({ reads }: Signal, sources: Sources): Access | undefined {
  const types = (Object.keys(reads) as ObjectType[]).filter((type) =>
    reads[type]?.some((property) => sourceOf({ sources }, type).notReadYet?.includes(property)),
  );
  if (types.length === 0) return undefined;
  const waits = unknown('not_read_yet', { types: types.join(',') });
  return { lost: [], connectedSince: Number.NEGATIVE_INFINITY, before: waits, after: waits };
}

function findAccess(signal: Signal, sources: Sources): Access {
  const waiting = waitsForSync(signal, sources);
  if (waiting !== undefined) return waiting;
  const gaps = (Object.keys(signal.reads) as ObjectType[]).flatMap(
    (type) => lossOf(signal, type, sourceOf({ sources }, type)) ?? [],
  );
  const needed = gaps.filter(({ type }) => signal.connectedBy[type] === undefined && !isOptional(signal, type));
  const connecting = Object.entries(signal.connectedBy) as [ObjectType, readonly string[]][];
  const connections = connecting.map(([type, properties]): Connection => {
    const source = sourceOf({ sources }, type);
    const loss = lossOf(signal, type, source);
    return loss === null ? connectionBy(type, source, properties) : { since: null, gap: loss };
  });
  return {
    lost: gaps.map(({ type }) => type).filter((type) => type !== 'companies'),
    connectedSince: Math.min(...connections.map(({ since }) => since ?? Number.POSITIVE_INFINITY)),
    before: worstOf([...connections.map(({ gap }) => gap), ...needed]),
    after: worstOf(needed),
  };
}

function worstOf(problems: readonly Gap[]): Unknown | null {
  const worst = problems.toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason))[0];
  if (worst === undefined) return null;
  const properties = problems.flatMap((gap) => (gap.reason === worst.reason ? gap.properties : []));
  return unknown(worst.reason, {
    types: problems.map(({ type }) => type).join(','),
    ...(properties.length > 0 && { properties: properties.join(', ') }),
  });
}

/** The same for every account of a portal. */
const accessOf = once((signal: Signal) => once((sources: Sources) => findAccess(signal, sources)));

/** Why the signal cannot be read of any account at the moment, or null where its sources are there. */
export function sourceProblem(signal: Signal, sources: Sources, asOf: number): Unknown | null {
  const { connectedSince, before, after } = accessOf(signal)(sources);
  return asOf < connectedSince ? before : after;
}

/** The account without the types that tell this signal nothing: it goes by its other sources alone. */
export const withoutLost = (signal: Signal, account: FullView): FullView =>
  withoutRecords(account, accessOf(signal)(account.portal.sources).lost);

/** What the model says once for every signal that has such a setting. */
const sharedSettings = (signal: Signal, { renewalPipelines }: { readonly renewalPipelines?: readonly string[] }) =>
  renewalPipelines !== undefined && Object.hasOwn(signal.settings, 'renewalPipelines') ? { renewalPipelines } : {};

/** A signal as a model has it. */
export interface AskedSignal {
  readonly key: string;
  readonly signal: Signal;
  readonly entry: ModelSignal;
  readonly settings: Settings;
  readonly curve: Curve;
  /** What the portal lets it know. */
  access(sources: Sources): Access;
  /** The types of records that it looks at, but for companies. */
  readonly types: readonly ActivityType[];
  /** All that it looks at. */
  readonly parts: Parts;
  /** It looks at no records, but at properties of the company itself, or at what was told to us alone. */
  readonly isOfCompany: boolean;
}

type Shared = Pick<Model, 'silencePoints'> & { readonly renewalPipelines?: readonly string[] };

/** The signal with what the model says of it, and of all signals. */
export function asAsked(key: string, signal: Signal, entry: ModelSignal, model: Shared): AskedSignal {
  const types = (Object.keys(signal.reads) as ObjectType[]).filter((type) => type !== 'companies');
  return {
    key,
    signal,
    entry,
    settings: { ...signal.settings, ...sharedSettings(signal, model), ...entry.settings },
    curve: curveOf(entry),
    access: accessOf(signal),
    types,
    parts: partsOf(types) | (types.length === 0 ? TOLD : 0),
    isOfCompany: types.length === 0,
  };
}

/** Reads one signal of one account. */
export type Read = (asked: AskedSignal, account: FullView, model: Shared) => Reading;

/** One signal's reading of one account under the model. */
export const readSignal = (signal: Signal, entry: ModelSignal, account: FullView, model: Shared): Reading =>
  readWhole(asAsked(signal.key, signal, entry, model), account, model);

/** As `readSignal`. */
export const readWhole: Read = (asked, account, model) => read(asked, account, model, false);

/** As `readSignal`, but the evidence is worked out where somebody reads it, and is no property of the reading's own. */
export const readLazily: Read = (asked, account, model) => read(asked, account, model, true);

function read(asked: AskedSignal, account: FullView, model: Shared, lazily: boolean): Reading {
  const { signal, settings, curve } = asked;
  const access = asked.access(account.portal.sources);
  const problem = account.now.hasCome(access.connectedSince) ? access.after : access.before;
  if (problem !== null && !signal.connectedBesides?.(account)) return problem;
  const measured = signal.measure(withoutRecords(account, access.lost), settings);
  if (measured.kind === 'unknown') return measured;
  const { raw, silent, evidence } = measured;
  if (!Number.isFinite(raw)) throw new Error(`Signal ${signal.key} measured ${raw} for company ${account.company.id}.`);
  const onCurve = pointsOn(curve, raw);
  const points = silent ? Math.min(onCurve, model.silencePoints) : onCurve;
  return lazily ? new LazyReading(raw, points, evidence) : { kind: 'scored', raw, points, evidence: evidence() };
}

class LazyReading {
  readonly kind = 'scored';
  readonly raw: number;
  readonly points: number;
  readonly #tell: () => Evidence;

  constructor(raw: number, points: number, tell: () => Evidence) {
    this.raw = raw;
    this.points = points;
    this.#tell = tell;
  }

  get evidence(): Evidence {
    return this.#tell();
  }
}
