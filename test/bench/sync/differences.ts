import type { PortalRecord } from '../../../src/local/sandbox/portal-data.ts';
import type { FactRecord, RecordVersion } from '../../../src/scoring/facts.ts';
import type { Value } from '../../../src/scoring/object-definition.ts';
import { definitionOf, type ObjectType } from '../../../src/scoring/object-types.ts';
import type { PortalStore } from '../../../src/store/portal-store.ts';
import { benchPortal, changesOf, MEASURED_PLAN, type PortalPlan } from './bench-portal.ts';

/** Every record as it stands after the changes, by type and id. */
function expectedRecords(plan: PortalPlan): ReadonlyMap<string, PortalRecord> {
  const data = benchPortal(plan);
  const records = new Map(
    Object.entries(data.objects).flatMap(([type, list]) =>
      list.map((record) => [`${type}/${record.id}`, record] as const),
    ),
  );
  for (const { type, id, properties } of changesOf(data, plan)) {
    const record = records.get(`${type}/${id}`);
    if (record !== undefined)
      records.set(`${type}/${id}`, { ...record, properties: { ...record.properties, ...properties } });
  }
  return records;
}

/**
 * Records and company links that the store holds otherwise than the portal: missing ones, ones too many, and those with another
 * value of any property that the signals read.
 */
export async function differences(store: PortalStore, plan: PortalPlan): Promise<number> {
  const expected = expectedRecords(plan);
  const missing = new Set<string>();
  for (const [key, { associations }] of expected) {
    for (const company of associations.companies ?? ['']) missing.add(`${key}@${company}`);
  }
  let wrong = 0;
  function see(type: ObjectType, id: string, company: string, versions: readonly RecordVersion[]): void {
    const known = missing.delete(`${type}/${id}@${company}`);
    if (!known || !isSame(type, expected.get(`${type}/${id}`), versions.at(-1))) wrong += 1;
  }
  const isLinked = ({ unlinkedAt }: FactRecord) => unlinkedAt === null;
  for await (const page of store.accounts()) {
    for (const account of page) {
      see('companies', account.companyId, '', account.company);
      for (const { objectType, id, versions } of account.records.filter(isLinked)) {
        see(objectType, id, account.companyId, versions);
      }
    }
  }
  return wrong + missing.size;
}

const READS = new Map(MEASURED_PLAN.map((plan) => [plan.objectType, plan]));

function isSame(type: ObjectType, expected: PortalRecord | undefined, held: RecordVersion | undefined): boolean {
  if (expected === undefined || held?.values == null) return false;
  const { properties = [], associations = [] } = READS.get(type) ?? {};
  const { values } = held;
  const linked = associations.filter((to) => to !== 'companies');
  return (
    properties.every((name) => name === COMPUTED || values[name] === typed(type, name, expected.properties[name])) &&
    linked.every((to) => String(values[to]) === String(expected.associations[to]?.toSorted() ?? []))
  );
}

/** HubSpot computes it from the associations, which are compared themselves. */
const COMPUTED = 'hs_primary_associated_company';

function typed(type: ObjectType, name: string, text: string | null | undefined): Value {
  if (text === undefined || text === null) return null;
  const definition = definitionOf(type);
  switch (definition.properties[name]?.kind) {
    case 'time':
      return Date.parse(text);
    case 'flag':
      return text === 'true';
    case 'number':
    case 'amount':
      return Number(text);
    default:
      return text;
  }
}
