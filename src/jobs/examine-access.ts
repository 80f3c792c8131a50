/** What the token may do, and what the portal has of what the signals read: each object type is tried. */
import { ScopeMissing, TypeMissing } from '../errors.ts';
import { COMPANY_SCHEMA_SCOPE, COMPANY_WRITE_SCOPE, readScopes } from '../hubspot/needed-scopes.ts';
import type { PropertyDefinition } from '../hubspot/portal-client.ts';
import { planOf, signalsOf } from '../scoring/model-signals.ts';
import type { PortalContext, Source } from '../scoring/portal-context.ts';
import { OBJECT_TYPES, type ObjectType } from '../scoring/properties.ts';
import { readPlan, type TypePlan } from '../scoring/read-plan.ts';
import { sourceProblem } from '../scoring/read-signal.ts';
import type { Signal } from '../scoring/signal.ts';
import { SIGNALS } from '../scoring/signals/registry.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Wording } from '../wording/make-wording.ts';
import { examineOwnProperties } from './examine-own-properties.ts';
import { type Examination, type Finding, makeNote, reasonOf } from './findings.ts';
import { readSources } from './portal-context.ts';

export interface AccessExamination extends Examination {
  readonly held: PortalStore | undefined;
  readonly wording: Wording;
}

type Client = Examination['client'];

/** What came of trying one type. */
interface Tried {
  readonly objectType: ObjectType;
  readonly blocked: Source['blocked'];
  readonly scopes: readonly string[];
  /** Why it could not be tried; null where it was. */
  readonly untried: string | null;
  /** Live records in HubSpot. */
  readonly records: number;
  readonly definitions: readonly PropertyDefinition[];
  readonly missing: readonly string[];
}

/** Two calls: one record, and the properties' definitions. */
async function tryType(client: Client, { objectType, properties }: TypePlan): Promise<Tried> {
  const nothing = { objectType, blocked: null, scopes: [], untried: null, records: 0, definitions: [], missing: [] };
  try {
    const { total } = await client.search(objectType, { properties: [], above: '0', upTo: null, limit: 1 });
    const definitions = await client.properties(objectType);
    const existing = new Set(definitions.map(({ name }) => name));
    const missing = properties.filter((property) => !existing.has(property));
    return { ...nothing, records: total, definitions, missing };
  } catch (error) {
    if (error instanceof ScopeMissing) return { ...nothing, blocked: 'scope_missing', scopes: error.scopes };
    if (error instanceof TypeMissing) return { ...nothing, blocked: 'type_missing' };
    return { ...nothing, untried: reasonOf(error) };
  }
}

export async function examineAccess(examination: AccessExamination): Promise<readonly Finding[]> {
  const { client, wording, model } = examination;
  const tried = await Promise.all(
    (model === undefined ? readPlan(SIGNALS) : planOf(model)).map((plan) => tryType(client, plan)),
  );
  const granted = await client.grantedScopes().catch(() => undefined);
  const signals = model === undefined ? SIGNALS : signalsOf(model);
  const label = (key: string) => wording.say(`signal.${key}.label`);

  const sources = Object.fromEntries(
    tried.map((one) => [one.objectType, asConnected(one)]),
  ) as PortalContext['sources'];
  const problems = signals.flatMap(({ key, ...rest }) => {
    const problem = sourceProblem({ key, ...rest }, sources, 0);
    return problem === null ? [] : [{ key, types: String(problem.values?.types).split(',') }];
  });
  const unknownFor = (type: string): string =>
    problems.flatMap(({ key, types }) => (types.includes(type) ? [label(key)] : [])).join(', ') ||
    wording.say('doctor.none');

  const buys = (scopes: readonly string[]): string =>
    scopes.flatMap((scope) => (wording.has(`scope.${scope}`) ? [wording.say(`scope.${scope}`)] : [])).join('; ');
  const lacking = (scopes: readonly string[]) => ({ scopes: scopes.join(', '), buys: buys(scopes) });
  const note = makeNote(wording, 'granted');
  const missingNote = makeNote(wording, 'missing');

  const access = tried.map(({ objectType: type, blocked, scopes, untried, records }): Finding => {
    if (untried !== null) return note('look', 'untried', { type, reason: untried });
    if (blocked === null) return note('ok', 'readable', { type, records });
    if (blocked === 'type_missing') return note('look', 'absent', { type, signals: unknownFor(type) });
    const needed = readScopes(type).filter((scope) => granted?.includes(scope) !== true);
    const values = lacking(granted !== undefined && needed.length > 0 ? needed : scopes);
    return type === 'companies'
      ? note('broken', 'companies_refused', values)
      : note('look', 'refused', { type, ...values, signals: unknownFor(type) });
  });

  const writes: Finding[] = [];
  if (granted === undefined) writes.push(note('ok', 'scopes_untold'));
  else {
    const may = (scope: string) => granted.includes(scope);
    if (!may(COMPANY_WRITE_SCOPE)) writes.push(note('broken', 'unwritable', lacking([COMPANY_WRITE_SCOPE])));
    if (!may(COMPANY_SCHEMA_SCOPE)) writes.push(note('look', 'uncreatable', lacking([COMPANY_SCHEMA_SCOPE])));
    if (writes.length === 0) writes.push(note('ok', 'writable'));
  }

  const pipelines = await examinePipelines(examination, tried, (scopes) =>
    note('look', 'pipelines_refused', { ...lacking(scopes), signals: label('renewal_outcome') }),
  );

  const incomplete = tried.filter(({ missing }) => missing.length > 0);
  const properties = incomplete.map(({ objectType: type, missing }) =>
    missingNote('look', 'properties_missing', { type, properties: missing.join(', '), signals: unknownFor(type) }),
  );
  const all = tried.every(({ blocked, untried }) => blocked === null && untried === null);
  if (all && incomplete.length === 0) properties.push(missingNote('ok', 'properties'));

  const companies = tried.find(({ objectType }) => objectType === 'companies');
  const own = companies?.definitions.length
    ? await examineOwnProperties(client, companies.definitions, missingNote)
    : [];
  const unheld = await signalsWithoutData(examination, signals, sources);
  const noData = unheld
    .filter(({ key }) => !problems.some((one) => one.key === key))
    .map(({ key, reason }) => missingNote('look', 'no_data', { signal: label(key), reason }));
  return [...access, ...pipelines, ...writes, ...properties, ...own, ...noData];
}

/** The type as if the portal held everything of it that there is to hold: then only what cannot be read is left. */
function asConnected({ blocked, missing, definitions }: Tried): Source {
  const filledSince = Object.fromEntries(definitions.map(({ name }) => [name, 0]));
  // Associations are no properties, and always there.
  return {
    blocked,
    runningSince: 0,
    firstRecordAt: 0,
    missingProperties: missing,
    filledSince: { ...filledSince, contacts: 0 },
  };
}

async function examinePipelines(
  { client }: AccessExamination,
  tried: readonly Tried[],
  refused: (scopes: readonly string[]) => Finding,
): Promise<readonly Finding[]> {
  const deals = tried.find(({ objectType }) => objectType === 'deals');
  if (deals === undefined || deals.blocked !== null || deals.untried !== null) return [];
  try {
    await client.pipelines('deals');
    return [];
  } catch (error) {
    // Whatever else stands in the way will stand in the way of a cycle too, which says it in full.
    return error instanceof ScopeMissing ? [refused(error.scopes)] : [];
  }
}

/** Signals of which the portal, once it was read, turned out to hold no data at all, with the reason in words. */
async function signalsWithoutData(
  { held, wording, clock }: AccessExamination,
  signals: readonly Signal[],
  fresh: PortalContext['sources'],
) {
  if (held === undefined) return [];
  const stored = await readSources(held);
  // Of types that no signal reads nothing is known.
  const isUnread = (type: ObjectType) => fresh[type]?.blocked === null && stored[type].runningSince === null;
  if (OBJECT_TYPES.some(isUnread)) return [];
  return signals.flatMap((signal) => {
    const problem = sourceProblem(signal, stored, clock());
    const said = problem?.reason === 'not_connected';
    return said ? [{ key: signal.key, reason: wording.say(`missing.${problem.reason}`, problem.values) }] : [];
  });
}
