import { makeRandom } from '../../src/local/sandbox/generate/prng.ts';
import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import type { SyncOptions } from '../../src/sync/sync-portal.ts';

const DAY_MS = 86_400_000;
/** When the first sync begins; the portal was left alone for a day. Noon: no test lasts until the next UTC day. */
export const SYNC_AT = Date.UTC(2026, 0, 15, 12);
export const PORTAL_ID = 77_001;

/** How the portal is read: by the plan of the real signals. */
export const READING = {
  plan: readPlan(SIGNALS),
  ownProperties: ['account_health_score'],
  timeZone: 'Europe/Rome',
} as const satisfies Partial<SyncOptions>;

/** Multiples of these many records by type; the greater ones are read by several walkers, and take more than one cut. */
const SIZES = { companies: 4, contacts: 36, deals: 14, tickets: 46, emails: 100, invoices: 10 } as const;

/**
 * A portal with everything that makes a sync hard: a company with a third of all records, records whose associations come in
 * several pages, invoices that borrow a contact's company, emails too old to be wanted, archived and merged records.
 * `scale` 100: 20,000 records.
 */
export async function startHardPortal(
  scale: number,
  { clock = Date.now, ...options }: Partial<Omit<SandboxOptions, 'data'>> = {},
): Promise<Sandbox> {
  let settled = false;
  const sandbox = await startSandbox({
    associationPageSize: 2,
    ...options,
    data: hardPortal(scale),
    clock: () => (settled ? clock() : SYNC_AT - DAY_MS),
  });
  settle(sandbox, scale);
  settled = true;
  return sandbox;
}

function hardPortal(scale: number): PortalData {
  const random = makeRandom(11);
  const [whale, ...companies] = records('companies', () => ({ properties: { name: 'C', account_health_score: '50' } }));
  const companyIds = companies.map(({ id }) => id);
  const company = () => (whale !== undefined && random.chance(0.3) ? whale.id : random.pick(companyIds));
  /** Mostly one; now and then more than fit into one page. */
  const some = (pick: () => string) => Array.from({ length: random.chance(0.01) ? random.whole(2, 7) : 1 }, pick);
  const date = () => new Date(SYNC_AT - random.whole(2, 700) * DAY_MS).toISOString();

  const contacts = records('contacts', () => ({
    properties: { firstname: 'P', createdate: date() },
    associations: { companies: random.chance(0.05) ? [] : some(company) },
  }));
  const contact = () => random.pick(contacts).id;
  const wanted = SIZES.emails * scale;

  function records(
    type: keyof typeof SIZES,
    make: (index: number) => { properties: Record<string, string>; associations?: Record<string, string[]> },
  ): PortalRecord[] {
    let id = 1_000_000_000 * (Object.keys(SIZES).indexOf(type) + 1);
    return Array.from({ length: SIZES[type] * scale }, (_, index) => {
      // Ids lie denser at the low end: shares that are taken by the look of one page are too small or too large.
      id += random.whole(1, 1 + Math.floor((40 * index) / (SIZES[type] * scale)));
      const { properties, associations = {} } = make(index);
      const touched = new Date(SYNC_AT - 2 * DAY_MS - random.whole(0, 1_000_000)).toISOString();
      return {
        id: String(id),
        properties: { ...properties, hs_lastmodifieddate: touched, lastmodifieddate: touched },
        associations,
      };
    });
  }

  return {
    portalId: PORTAL_ID,
    timeZone: READING.timeZone,
    companyCurrency: 'EUR',
    takenAt: SYNC_AT - 2 * DAY_MS,
    extraProperties: { companies: [{ name: 'account_health_score', type: 'number' }] },
    objects: {
      companies: whale === undefined ? [] : [whale, ...companies],
      contacts,
      deals: records('deals', (index) => ({
        properties: { dealname: `D${index}`, createdate: date(), closedate: date(), amount: String(index) },
        associations: { companies: some(company) },
      })),
      tickets: records('tickets', (index) => ({
        properties: { subject: `T${index}`, createdate: date() },
        associations: { companies: some(company) },
      })),
      emails: records('emails', (index) => ({
        // The oldest tenth, and a few strays, are from before the window.
        properties: {
          hs_timestamp: index < wanted / 10 || random.chance(0.01) ? '2020-02-02T00:00:00Z' : date(),
          hs_email_direction: 'EMAIL',
        },
        associations: { companies: some(company), contacts: some(contact) },
      })),
      invoices: records('invoices', (index) => ({
        properties: { hs_number: `I${index}`, hs_invoice_date: date(), hs_amount_billed: String(index) },
        associations: random.chance(0.5) ? { companies: [company()] } : { contacts: some(contact) },
      })),
    },
  };
}

/** What was archived, and what was merged, before the sync. */
function settle({ portal }: Sandbox, scale: number): void {
  const { objects } = hardPortal(scale);
  for (const [type, records] of Object.entries(objects)) {
    for (const [index, { id }] of records.entries()) {
      if (index % 40 === 7) portal.archive(type, id);
      const winner = records[index + 1];
      if (index % 50 === 21 && type !== 'emails' && winner !== undefined) portal.merge(type, winner.id, id);
    }
  }
}
