/** What the token may do, and what the portal has of what the signals read: each object type is tried. */
import { ScopeMissing } from '../errors.ts';
import {
  COMPANY_SCHEMA_SCOPE,
  COMPANY_WRITE_SCOPE,
  OTHER_USERS_SCOPE,
  readScopes,
  TASK_SCOPES,
  USERS_SCOPE,
} from '../hubspot/needed-scopes.ts';
import { keptPlaybooks } from '../playbooks/kept-playbooks.ts';
import { ASKS_NOTHING } from '../publish/company-properties.ts';
import { planOf, signalsOf } from '../scoring/model-signals.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { readPlan } from '../scoring/read-plan.ts';
import { sourceProblem } from '../scoring/read-signal.ts';
import { SIGNALS } from '../scoring/signals/registry.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { MessageValues, Wording } from '../wording/make-wording.ts';
import { examineData } from './examine-data.ts';
import { examineOwnCompany } from './examine-own-company.ts';
import { examineOwnProperties } from './examine-own-properties.ts';
import { alike, asHubSpotNames, type Examination, type Finding, grantedBy, type Mark, makeNote } from './findings.ts';
import { asConnected, type Tried, tryType } from './try-type.ts';

/** What trying a type comes to; types of which the same is to be said share a finding. */
interface Outcome {
  readonly mark: Mark;
  readonly key: string;
  readonly values: MessageValues;
}

export interface AccessExamination extends Examination {
  readonly held: PortalStore | undefined;
  readonly wording: Wording;
}

export async function examineAccess(examination: AccessExamination): Promise<readonly Finding[]> {
  const { client, wording, model, typeName = asHubSpotNames } = examination;
  const plan = model === undefined ? readPlan(SIGNALS) : planOf(model);
  const tried = await Promise.all(plan.map((ofType) => tryType(client, ofType)));
  // HubSpot tells of private apps' tokens alone: the install tells of all others.
  const granted = examination.installation?.scopes ?? (await client.grantedScopes().catch(() => undefined));
  const signals = model === undefined ? SIGNALS : signalsOf(model);
  const label = (key: string) => wording.say(`signal.${key}.label`);

  const sources = Object.fromEntries(
    tried.map((one) => [one.objectType, asConnected(one)]),
  ) as PortalContext['sources'];
  const problems = signals.flatMap(({ key, ...rest }) => {
    const problem = sourceProblem({ key, ...rest }, sources, 0);
    return problem === null ? [] : [{ key, types: String(problem.values?.types).split(',') }];
  });
  const unknownFor = (lost: readonly string[]): string =>
    problems.flatMap(({ key, types }) => (types.some((type) => lost.includes(type)) ? [label(key)] : [])).join(', ') ||
    wording.say('doctor.none');

  const buys = (scopes: readonly string[]): string =>
    scopes.flatMap((scope) => (wording.has(`scope.${scope}`) ? [wording.say(`scope.${scope}`)] : [])).join('; ');
  const way = grantedBy(examination);
  const lacking = (scopes: readonly string[]) => ({ scopes: scopes.join(', '), buys: buys(scopes), way });
  const note = makeNote(wording, 'granted');
  const missingNote = makeNote(wording, 'missing');

  const outcomeOf = ({ objectType, blocked, scopes, untried }: Tried): Outcome => {
    if (untried !== null) return { mark: 'look', key: 'untried', values: { reason: untried } };
    if (blocked === null) return { mark: 'ok', key: 'readable', values: {} };
    if (blocked === 'type_missing') return { mark: 'look', key: 'absent', values: {} };
    const needed = readScopes(objectType).filter((scope) => granted?.includes(scope) !== true);
    const values = lacking(granted !== undefined && needed.length > 0 ? needed : scopes);
    return objectType === 'companies'
      ? { mark: 'broken', key: 'companies_refused', values }
      : { mark: 'look', key: 'refused', values };
  };
  const access = alike(tried, outcomeOf).map(({ words: { mark, key, values }, items }): Finding => {
    const types = items.map(({ objectType }) => objectType);
    const counts = items.map(({ objectType: type, records }) => ({ type, records }));
    const counted = counts
      .map(({ type, records }) => wording.say('doctor.counted', { type: typeName(type), records }))
      .join(', ');
    const told = { ...values, types: types.map(typeName).join(', '), counted, signals: unknownFor(types) };
    return note(mark, key, told, key === 'readable' ? counts : types.map((type) => ({ type })));
  });

  const writes: Finding[] = [];
  if (granted === undefined) writes.push(note('ok', 'scopes_untold'));
  else {
    const may = (scope: string) => granted.includes(scope);
    if (!may(COMPANY_WRITE_SCOPE)) writes.push(note('broken', 'unwritable', lacking([COMPANY_WRITE_SCOPE])));
    if (!may(COMPANY_SCHEMA_SCOPE)) writes.push(note('look', 'uncreatable', lacking([COMPANY_SCHEMA_SCOPE])));
    if (writes.length === 0) writes.push(note('ok', 'writable'));
    const untasked = TASK_SCOPES.filter((scope) => !may(scope));
    if (untasked.length > 0 && (await playsAreOn(examination)))
      writes.push(note('look', 'tasks_refused', lacking(untasked)));
    if (!may(USERS_SCOPE) && !may(OTHER_USERS_SCOPE)) writes.push(note('look', 'users_unread', lacking([USERS_SCOPE])));
  }

  const pipelines = await examinePipelines(examination, tried, (scopes) =>
    note('look', 'pipelines_refused', { ...lacking(scopes), signals: label('renewal_outcome') }),
  );

  const ownCompany = await examineOwnCompany(client, model, note, lacking);

  const incomplete = tried.filter(({ missing }) => missing.length > 0);
  const properties = incomplete.map(({ objectType: type, missing }) =>
    missingNote('look', 'properties_missing', {
      type: typeName(type),
      properties: missing.join(', '),
      signals: unknownFor([type]),
    }),
  );
  const all = tried.every(({ blocked, untried }) => blocked === null && untried === null);
  if (all && incomplete.length === 0) properties.push(missingNote('ok', 'properties'));

  const companies = tried.find(({ objectType }) => objectType === 'companies');
  const own = companies?.definitions.length
    ? await examineOwnProperties(client, companies.definitions, model ?? ASKS_NOTHING, missingNote)
    : [];
  const known = signals.filter(({ key }) => !problems.some((one) => one.key === key));
  const noData = await examineData({ ...examination, readable: sources, plan, signals: known });
  return [...access, ...pipelines, ...ownCompany, ...writes, ...properties, ...own, ...noData];
}

const playsAreOn = async ({ held }: AccessExamination): Promise<boolean> =>
  held !== undefined && (await keptPlaybooks.read(held)).value.enabled;

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
