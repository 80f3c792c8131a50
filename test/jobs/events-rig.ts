import { readWebhookEvents } from '../../src/http/webhook-events.ts';
import { portalId } from '../../src/ids.ts';
import { makeTakeTouched, type TakenTouched, type TouchedOptions } from '../../src/jobs/take-touched.ts';
import type { PortalEvent } from '../../src/local/sandbox/events.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import { OBJECT_TYPES } from '../../src/scoring/object-types.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { syncPortal } from '../../src/sync/sync-portal.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';
import { invoice, OVERDUE, SMALL_PORTAL } from './small-portal.ts';

export interface EventsRig extends CycleRig {
  /** What the portal told since it was last delivered. */
  heard(): readonly PortalEvent[];
  /** Brings events to the store as the webhook route does; by default what was heard. */
  deliver(events?: readonly unknown[]): Promise<void>;
  /** The job, with what differs from this portal's own. */
  takeTouched(options?: Partial<TouchedOptions>): (signal?: AbortSignal) => Promise<TakenTouched>;
  /** What is held now, without its history. */
  facts(of?: PortalStore): Promise<unknown>;
  /** What a sync into an empty store would hold now. */
  freshFacts(): Promise<unknown>;
}

/** The small portal, and an invoice that went to a contact alone: its company is the contact's. */
const WITH_LENT_INVOICE: PortalData['objects'] = {
  ...SMALL_PORTAL.objects,
  invoices: [
    ...(SMALL_PORTAL.objects.invoices ?? []),
    { ...invoice(700, OVERDUE, 20, null), associations: { contacts: ['12'] } },
  ],
};

const HOUR_MS = 3_600_000;

let freshPortals = 5_000_000;

/** A portal after its first cycle, whose events are heard. */
export async function openEventsRig(store: Store): Promise<EventsRig> {
  const rig = await openCycleRig(store, { objects: WITH_LENT_INVOICE });
  await rig.cycle();
  // So long that the job does not take the first sync for something that a run before it left half done.
  rig.advance(2 * HOUR_MS);
  rig.sandbox.resetStats();
  let heard: PortalEvent[] = [];
  rig.sandbox.portal.onEvent((event) => heard.push(event));
  const plan = planOf(MODEL);
  const { client, now: clock } = rig;

  async function facts(of: PortalStore) {
    const accounts = (await Array.fromAsync(of.accounts())).flat();
    const held = OBJECT_TYPES.map(async (type) => [type, await of.heldIds(type, null, 10_000)] as const);
    return {
      held: Object.fromEntries(await Promise.all(held)),
      accounts: accounts.map(({ companyId, company, records }) => ({
        companyId,
        values: company.at(-1)?.values,
        records: records
          .filter(({ unlinkedAt, versions }) => unlinkedAt === null && versions.at(-1)?.values != null)
          .map(({ objectType, id, versions }) => [`${objectType}/${id}`, versions.at(-1)?.values]),
      })),
    };
  }

  return {
    ...rig,
    heard: () => heard,
    async deliver(events = heard) {
      heard = [];
      for (const { purges, touched } of readWebhookEvents(events).portals) {
        await rig.store.requestPurge(purges);
        await rig.store.touch(touched.map((record) => ({ ...record, touchedAt: clock() })));
      }
    },
    takeTouched: (given) => makeTakeTouched({ client, store: rig.store, plan, language: 'en', clock, ...given }),
    facts: (of = rig.store) => facts(of),
    async freshFacts() {
      freshPortals += 1;
      const fresh = store.portal(portalId(freshPortals));
      const timeZone = SMALL_PORTAL.timeZone;
      await syncPortal({ client, store: fresh, plan, ownProperties: [], timeZone, clock });
      return facts(fresh);
    },
  };
}
