import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { CallOrder } from '../hubspot/call-order.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { ReadPlan, TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { PropertyChoice } from '../store/sync-state.ts';
import type { TouchedRecord } from '../store/touched-records.ts';

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
 * Touches the records whose facts speak of these, which are there: who is restored or merged joins associations, and neither
 * dates nor, as far as HubSpot's docs say, events of its neighbours tell of it. What we hold does not tell either: neighbours
 * may have been looked at in between. Throws what the client throws.
 */
export async function touchNeighbours(
  job: NeighbourJob,
  objectType: ObjectType,
  ids: readonly string[],
): Promise<void> {
  for (const plan of job.plan) {
    if (names(plan, objectType) || lends(job, plan, objectType))
      await touchAssociated(job, objectType, plan.objectType, ids);
  }
}

/** Touches those whose facts name, or borrow companies from, records that are gone: HubSpot does not tell any more who they are. */
export async function touchLeft(
  job: Pick<NeighbourJob, 'store' | 'plan' | 'choices' | 'clock'>,
  objectType: ObjectType,
  ids: readonly string[],
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
  // Whatever has to do with a contact is at a company where the contact is or was, if it is at a company at all.
  for await (const page of store.accountsOf(await store.companiesOf(objectType, ids, 0))) {
    await touch(
      page
        .flatMap(({ records }) => records)
        .filter((record) => {
          // It may have left with the contact, and been looked at when the contact was not.
          if (lent.has(record.objectType)) return true;
          const named = naming.has(record.objectType) ? record.versions.at(-1)?.values?.[objectType] : undefined;
          return record.unlinkedAt === null && Array.isArray(named) && named.some((id) => gone.has(id));
        }),
    );
  }
}

const names = (plan: TypePlan, objectType: ObjectType) => plan.associations.includes(objectType);

const lends = ({ choices }: Pick<NeighbourJob, 'choices'>, plan: TypePlan, objectType: ObjectType) =>
  choices.get(plan.objectType)?.companiesVia === objectType;

async function touchAssociated(
  job: NeighbourJob,
  from: ObjectType,
  to: ObjectType,
  ids: readonly string[],
): Promise<void> {
  const { client, store, plan, choices, clock, order } = job;
  if (ids.length === 0 || !choices.has(to)) return;
  try {
    const found = await client.associations(from, to, ids, order);
    const touched = { objectType: to, touchedAt: clock() };
    // Companies that a contact joins with this are those of its invoices.
    const passesOn = plan.some((one) => lends(job, one, to)) && { withNeighbours: true as const };
    await store.touch([...found.values()].flat().map((id) => ({ ...touched, id, ...passesOn })));
  } catch (error) {
    // Sync finds out about it and says so.
    if (!(error instanceof ScopeMissing || error instanceof TypeMissing)) throw error;
  }
}
