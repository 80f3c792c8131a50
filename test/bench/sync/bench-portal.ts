import { makeRandom } from '../../../src/local/sandbox/generate/prng.ts';
import type { PortalData, PortalRecord } from '../../../src/local/sandbox/portal-data.ts';
import { COMPANY_PROPERTIES } from '../../../src/publish/company-properties.ts';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import { OBJECT_TYPES, type ObjectType } from '../../../src/scoring/object-types.ts';
import { type ReadPlan, readPlan } from '../../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../../src/scoring/signals/registry.ts';

/** Records by object type; types left out have none. */
export type Sizes = Readonly<Partial<Record<ObjectType, number>>>;

/** What makes a measured portal: the same one in every process that is given the same. */
export interface PortalPlan {
  readonly sizes: Sizes;
  /** How many records of each type were changed after the portal was made. */
  readonly changed: Sizes;
  /** Ms since 1970 UTC. Every record is dated within the 400 days before, and was last changed a day before. */
  readonly takenAt: number;
}

export const PORTAL_ID = 4_242_424;

export const totalOf = (sizes: Sizes): number => OBJECT_TYPES.reduce((sum, type) => sum + (sizes[type] ?? 0), 0);

export const timesOf = (sizes: Sizes, factor: number): Sizes =>
  Object.fromEntries(OBJECT_TYPES.map((type) => [type, Math.ceil((sizes[type] ?? 0) * factor)]));

/** Every record has a company, one in ten has two, and a few companies have thousands of records of each type. */
export function benchPortal({ sizes, takenAt }: PortalPlan): PortalData {
  const random = makeRandom(7);
  const companies = sizes.companies ?? 0;
  const companyId = (index: number) => String(1_000 + index);
  const anyCompany = () => companyId(Math.floor(companies * random.next() ** 3));
  const date = () => new Date(takenAt - random.whole(1, 400) * DAY_MS).toISOString();
  const touchedAt = new Date(takenAt - DAY_MS).toISOString();
  let lastId = 1_000_000;

  const make = (type: ObjectType, properties: () => Record<string, string>, more = () => ({})): PortalRecord[] =>
    Array.from({ length: sizes[type] ?? 0 }, () => {
      lastId += random.whole(1, 3);
      const linked = random.chance(0.1) ? [anyCompany(), anyCompany()] : [anyCompany()];
      return {
        id: String(lastId),
        properties: { hs_lastmodifieddate: touchedAt, lastmodifieddate: touchedAt, ...properties() },
        associations: { companies: [...new Set(linked)], ...more() },
      };
    });

  const contacts = make('contacts', () => ({ firstname: 'A', createdate: date() }));
  const deal = () => ({ dealname: 'D', createdate: date(), closedate: date(), amount: '100', hs_is_closed: 'true' });
  const email = () => ({ hs_timestamp: date(), hs_email_direction: 'EMAIL' });
  const invoice = () => ({ hs_number: 'I', hs_invoice_date: date(), hs_due_date: date(), hs_amount_billed: '10' });
  return {
    portalId: PORTAL_ID,
    timeZone: 'UTC',
    companyCurrency: 'EUR',
    takenAt,
    objects: {
      companies: Array.from({ length: companies }, (_, index) => ({
        id: companyId(index),
        properties: {
          name: `Company ${index}`,
          lifecyclestage: 'customer',
          createdate: touchedAt,
          hs_lastmodifieddate: touchedAt,
        },
        associations: {},
      })),
      contacts,
      deals: make('deals', () => ({ ...deal(), hs_is_closed_won: 'true' })),
      tickets: make('tickets', () => ({ subject: 'T', createdate: date() })),
      emails: make('emails', email, () => ({ contacts: [random.pick(contacts).id] })),
      invoices: make('invoices', () => ({ ...invoice(), hs_invoice_status: 'open' })),
    },
    extraProperties: {
      companies: COMPANY_PROPERTIES.properties.map(({ name, type, options }) => ({
        name,
        type,
        ...(options === undefined ? {} : { options: options.map(({ value }) => value) }),
      })),
    },
  };
}

/** The property that a change sets. */
const CHANGES = {
  companies: 'name',
  contacts: 'firstname',
  deals: 'dealname',
  tickets: 'subject',
  emails: 'hs_email_open_count',
  invoices: 'hs_number',
} as const satisfies Partial<Record<ObjectType, string>>;

/** What is read of the measured portal: the six types that it has, and that the official client has typed methods for. */
export const MEASURED_PLAN: ReadPlan = readPlan(SIGNALS).filter(({ objectType }) => Object.hasOwn(CHANGES, objectType));

/** The values that were set after the portal was made, on records spread evenly over each type. */
export function changesOf(data: PortalData, { changed }: PortalPlan) {
  return Object.entries(CHANGES).flatMap(([key, property]) => {
    const type = key as keyof typeof CHANGES;
    const records = data.objects[type] ?? [];
    const count = changed[type] ?? 0;
    return Array.from({ length: count }, (_, index) => ({
      type,
      id: records[Math.floor((index * records.length) / count)]?.id ?? '',
      properties: { [property]: '7' },
    }));
  });
}

/** Links between records and companies: of all records, or of those that were changed. */
export function companyLinks(plan: PortalPlan, ofChanged: boolean): number {
  const data = benchPortal(plan);
  const changed = new Set(changesOf(data, plan).map(({ type, id }) => `${type}/${id}`));
  let links = 0;
  for (const [type, records] of Object.entries(data.objects)) {
    for (const { id, associations } of records) {
      if (!ofChanged || changed.has(`${type}/${id}`)) links += associations.companies?.length ?? 0;
    }
  }
  return links;
}
