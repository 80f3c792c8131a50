import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { CallOrder, PortalClient } from '../hubspot/portal-client.ts';
import type { ObjectType } from '../scoring/properties.ts';
import type { ReadPlan, TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore, PropertyChoice, TouchedRecord } from '../store/portal-store.ts';

export interface NeighbourJob {
  readonly client: PortalClient;
  readonly store: PortalStore;
  readonly plan: ReadPlan;
  /** By object type that sync reads; others have no neighbours. */
  readonly choices: ReadonlyMap<ObjectType, PropertyChoice>;
  readonly clock: () => number;
  readonly order: CallOrder;
}

/**
 * Touches the records that others' facts speak of, where these came, went or moved since a moment: who is deleted, restored
 * or merged leaves or joins associations, and neither dates nor, as far as HubSpot's docs say, events of its neighbours tell of it.
 * Throws what the client throws.
 */
export async function touchNeighbours(
  job: NeighbourJob,
  objectType: ObjectType,
  ids: readonly string[],
  since: number,
): Promise<void> {
  const types = job.plan.filter((plan) => names(plan, objectType) || lends(job, plan, objectType));
  if (types.length === 0) return;
  const { ended, appeared, relinked } = await job.store.turnedSince(objectType, ids, since);
  const gone = new Set(ended);
  const moved = relinked.filter((id) => !gone.has(id));
  for (const plan of types) {
    const asked = lends(job, plan, objectType) ? [...new Set([...appeared, ...moved])] : appeared;
    await touchAssociated(job, objectType, plan.objectType, asked);
  }
  await touchLeft(job, objectType, ended, since);
}

/** Touches those whose facts name, or borrow companies from, records that are gone: HubSpot does not tell any more who they are. */
export async function touchLeft(
  job: Pick<NeighbourJob, 'store' | 'plan' | 'choices' | 'clock'>,
  objectType: ObjectType,
  ids: readonly string[],
  since: number,
): Promise<void> {
  if (ids.length === 0) return;
  const { store, plan } = job;
  const touch = (records: readonly Pick<TouchedRecord, 'objectType' | 'id'>[]) =>
    store.touch(records.map(({ objectType: type, id }) => ({ objectType: type, id, touchedAt: job.clock() })));
  if (objectType === 'companies') {
    await touch(await store.linkedTo(ids));
    return;
  }
  const gone = new Set(ids);
  const naming = new Set(plan.filter((one) => names(one, objectType)).map((one) => one.objectType));
  const lent = new Set(plan.filter((one) => lends(job, one, objectType)).map((one) => one.objectType));
  if (naming.size === 0 && lent.size === 0) return;
  // Whatever has to do with a contact is at one of its companies, if it is at a company at all.
  for await (const page of store.accountsOf(await store.companiesOf(objectType, ids, since))) {
    const open = page.flatMap(({ records }) => records).filter((record) => record.unlinkedAt === null);
    await touch(
      open.filter((record) => {
        const named = naming.has(record.objectType) ? record.versions.at(-1)?.values?.[objectType] : undefined;
        return lent.has(record.objectType) || (Array.isArray(named) && named.some((id) => gone.has(id)));
      }),
    );
  }
}

const names = (plan: TypePlan, objectType: ObjectType) => plan.associations.includes(objectType);

const lends = ({ choices }: Pick<NeighbourJob, 'choices'>, plan: TypePlan, objectType: ObjectType) =>
  choices.get(plan.objectType)?.companiesVia === objectType;

async function touchAssociated(
  { client, store, choices, clock, order }: NeighbourJob,
  from: ObjectType,
  to: ObjectType,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0 || !choices.has(to)) return;
  try {
    const found = await client.associations(from, to, ids, order);
    const touchedAt = clock();
    await store.touch([...found.values()].flat().map((id) => ({ objectType: to, id, touchedAt })));
  } catch (error) {
    // Sync finds out about it and says so.
    if (!(error instanceof ScopeMissing || error instanceof TypeMissing)) throw error;
  }
}
