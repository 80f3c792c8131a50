import type { FullView } from './account-view.ts';
import { pointsOn } from './curve.ts';
import type { Model, ModelSignal } from './model.ts';
import type { PortalContext, Source } from './portal-context.ts';
import type { ObjectType } from './properties.ts';
import { type Reading, type Signal, type Unknown, type UnknownReason, unknown } from './signal.ts';

/** Connected at a moment: readable, and the portal held such a record (or one with the property filled) by then. */
function disconnection(source: Source, properties: readonly string[], asOf: number): UnknownReason | null {
  if (source.blocked !== null) return source.blocked;
  if (properties.length === 0)
    return source.firstRecordAt !== null && source.firstRecordAt <= asOf ? null : 'not_connected';
  const present = properties.filter((property) => !source.missingProperties.includes(property));
  if (present.length === 0) return 'property_missing';
  const filled = present.some((property) => {
    const since = source.filledSince[property];
    return typeof since === 'number' && since <= asOf;
  });
  return filled ? null : 'not_connected';
}

/** Why the signal's source is not there at the moment, or null where it is. */
function sourceProblem(signal: Signal, portal: PortalContext, asOf: number): Unknown | null {
  const sources = Object.entries(signal.connectedBy) as [ObjectType, readonly string[]][];
  const problems = sources.map(([type, properties]) => ({
    type,
    reason: disconnection(portal.sources[type], properties, asOf),
  }));
  if (problems.some(({ reason }) => reason === null)) return null;
  // What the admin can mend comes first.
  const order: readonly (UnknownReason | null)[] = [
    'scope_missing',
    'type_missing',
    'property_missing',
    'not_connected',
  ];
  const worst = problems.toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason))[0];
  return unknown(worst?.reason ?? 'not_connected', { types: problems.map(({ type }) => type).join(',') });
}

/** One signal's reading of one account under the model. */
export function readSignal(
  signal: Signal,
  entry: ModelSignal,
  account: FullView,
  model: Pick<Model, 'silencePoints'>,
): Reading {
  const problem = sourceProblem(signal, account.portal, account.asOf);
  if (problem !== null) return problem;
  const measured = signal.measure(account, { ...signal.settings, ...entry.settings });
  if (measured.kind === 'unknown') return measured;
  if (!Number.isFinite(measured.raw))
    throw new Error(`Signal ${signal.key} measured ${measured.raw} for company ${account.company.id}.`);
  const points = pointsOn(entry.curve, measured.raw);
  return {
    kind: 'scored',
    raw: measured.raw,
    points: measured.silent ? Math.min(points, model.silencePoints) : points,
    evidence: measured.evidence,
  };
}
