/** A portal, and what its users do to it, at random, by a seed. */
import { generatePortal } from '../../src/local/sandbox/generate/generate-portal.ts';
import type { Random } from '../../src/local/sandbox/generate/prng.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import type { SandboxPortal } from '../../src/local/sandbox/portal-handle.ts';

export interface PortalLife {
  /** One thing happens: a few events at most times. */
  happen(): void;
  /** How often each kind of thing has happened. */
  readonly done: ReadonlyMap<string, number>;
  /** Contacts that were deleted for good. */
  readonly purged: readonly string[];
}

/** The greatest id that the data may have is below the first that is new. */
const NEW_IDS = 500_000_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far back emails are read. */
const WINDOW_MS = 730 * DAY_MS;

/** 200 companies, and about 5,000 records in all. */
export function makeLivingPortal(seed: number, now: number): PortalData {
  const data = generatePortal({ seed, companies: 200, now, whaleRecords: 60 });
  const { contacts = [], emails = [], invoices = [] } = data.objects;
  // An email that grows too old to be read while a test runs would be in its first sync alone.
  const growsOld = (moment: number) => moment >= now - WINDOW_MS && moment <= now - WINDOW_MS + HOUR_MS;
  const everySecond = <T>(records: readonly T[]) => records.filter((_, index) => index % 2 === 0);
  return {
    ...data,
    objects: {
      ...data.objects,
      emails: everySecond(emails).filter(({ properties }) => !growsOld(Date.parse(properties.hs_timestamp ?? ''))),
      invoices: everySecond(invoices).map((invoice, index) => {
        const contact = contacts.find(
          ({ associations }) => associations.companies?.[0] === invoice.associations.companies?.[0],
        );
        // Their companies are lent by contacts.
        return index % 4 > 0 || contact === undefined
          ? invoice
          : { ...invoice, associations: { contacts: [contact.id] } };
      }),
    },
  };
}

/** The object types to which something happens. */
const LIVING = ['companies', 'contacts', 'deals', 'tickets', 'emails', 'invoices'] as const;
type LivingType = (typeof LIVING)[number];

const MERGED = ['companies', 'contacts', 'deals', 'tickets'] as const;

export function makePortalLife(options: {
  readonly portal: SandboxPortal;
  readonly data: PortalData;
  readonly random: Random;
  readonly clock: () => number;
}): PortalLife {
  const { portal, data, random, clock } = options;
  const byType = (make: (type: LivingType) => string[]) =>
    Object.fromEntries(LIVING.map((type) => [type, make(type)])) as Record<LivingType, string[]>;
  const live = byType((type) => (data.objects[type] ?? []).map(({ id }) => id));
  const archived = byType(() => []);
  const done = new Map<string, number>();
  const purged: string[] = [];
  let news = 0;
  /**
   * Contacts that lend their companies to invoices, or did, and deals that lend theirs to quotes: they stay. Where one moves and is
   * deleted before anybody looked at it, nothing tells of an invoice that was looked at in between: it is at the wrong company
   * until the weekly look. So is what names a deal that was never at its company.
   */
  const lenders = new Set([
    ...(data.objects.invoices ?? []).flatMap(({ associations }) => associations.contacts ?? []),
    ...(data.objects.quotes ?? []).flatMap(({ associations }) => associations.deals ?? []),
  ]);
  /** What happened last is likely to go on. */
  let latest: { readonly type: LivingType; readonly id: string } | undefined;

  const some = (type: LivingType) => random.pick(live[type]);
  const stays = (type: LivingType, id: string) => (type === 'contacts' || type === 'deals') && lenders.has(id);
  const leave = (pool: string[], id: string) => pool.splice(pool.indexOf(id), 1);
  const none = random.fork('none');
  const companies = () =>
    none.chance(0.1) ? [] : Array.from({ length: random.chance(0.15) ? 2 : 1 }, () => some('companies'));
  const date = (daysAgo: number) => new Date(clock() - random.whole(1, daysAgo) * DAY_MS).toISOString();

  const VALUES: Record<LivingType, () => Record<string, string | null>> = {
    companies: () =>
      random.pick([
        { lifecyclestage: random.pick(['customer', 'customer', 'lead']) },
        { hs_csm_sentiment: random.pick(['positive', 'neutral', 'negative', null]) },
        { name: `Company ${random.whole(1, 999)}`, numberofemployees: String(random.whole(1, 9_999)) },
        { type: random.pick([null, 'PARTNER']) },
      ]),
    contacts: () => ({ firstname: `P${random.whole(1, 999)}`, hs_email_open: String(random.whole(0, 99)) }),
    deals: () =>
      random.pick([
        { amount: String(random.whole(1, 99_999)) },
        { dealtype: random.pick(['newbusiness', 'existingbusiness']) },
        { hs_is_closed: 'true', hs_is_closed_won: String(random.chance(0.5)), closedate: date(300) },
      ]),
    tickets: () =>
      random.pick([
        { hs_ticket_priority: random.pick(['LOW', 'MEDIUM', 'HIGH', null]) },
        { hs_is_closed: 'true', closed_date: date(10) },
        { hs_is_closed: 'false', closed_date: null, hs_num_times_contacted: String(random.whole(0, 9)) },
      ]),
    emails: () =>
      random.pick([
        { hs_email_status: random.pick(['SENT', 'BOUNCED', 'FAILED']) },
        { hs_email_open_count: String(random.whole(0, 9)), hs_email_reply_count: String(random.whole(0, 3)) },
        { hs_email_direction: random.pick(['EMAIL', 'INCOMING_EMAIL']) },
      ]),
    invoices: () =>
      random.pick([
        { hs_invoice_status: 'paid', hs_balance_due: '0', hs_payment_date: date(60) },
        { hs_invoice_status: 'open', hs_balance_due: String(random.whole(1, 9_999)), hs_payment_date: null },
        { hs_invoice_status: random.pick(['draft', 'voided']) },
      ]),
  };
  const BORN: Record<LivingType, string> = {
    companies: 'createdate',
    contacts: 'createdate',
    deals: 'createdate',
    tickets: 'createdate',
    emails: 'hs_timestamp',
    invoices: 'hs_invoice_date',
  };

  const THINGS: Record<string, { readonly weight: number; readonly happens: () => void }> = {
    change: {
      weight: 50,
      happens() {
        const again = latest !== undefined && random.chance(0.4) && live[latest.type].includes(latest.id);
        const type = random.pick(LIVING);
        latest = again ? latest : { type, id: some(type) };
        if (latest) portal.upsert(latest.type, { id: latest.id, properties: VALUES[latest.type]() });
      },
    },
    create: {
      weight: 10,
      happens() {
        const type = random.pick(LIVING);
        news += 1;
        const first = Number(data.objects[type]?.[0]?.id);
        const id = String(first + NEW_IDS + news);
        const people: Record<string, string[]> =
          type === 'emails' || (type === 'invoices' && random.chance(0.5)) ? { contacts: [some('contacts')] } : {};
        if (type === 'invoices') for (const contact of people.contacts ?? []) lenders.add(contact);
        portal.upsert(type, {
          id,
          properties: { [BORN[type]]: date(600), ...VALUES[type]() },
          associations:
            type === 'companies'
              ? { contacts: [some('contacts')], deals: [some('deals')] }
              : { companies: type === 'invoices' && people.contacts ? [] : companies(), ...people },
        });
        live[type].push(id);
        latest = { type, id };
      },
    },
    associate: {
      weight: 18,
      happens() {
        const type = random.pick(LIVING.slice(1));
        const people = (type === 'emails' || type === 'invoices') && random.chance(0.4);
        if (!people) {
          portal.associate(type, some(type), 'companies', companies());
          return;
        }
        const contacts = random.chance(0.2) ? [] : [some('contacts')];
        portal.associate(type, some(type), 'contacts', contacts);
        if (type === 'invoices') for (const contact of contacts) lenders.add(contact);
      },
    },
    delete: {
      weight: 10,
      happens() {
        const type = random.pick(LIVING);
        const id = some(type);
        if (stays(type, id)) return;
        portal.archive(type, id);
        leave(live[type], id);
        archived[type].push(id);
      },
    },
    restore: {
      weight: 8,
      happens() {
        const type = random.pick(LIVING);
        if (archived[type].length === 0) return;
        const id = random.pick(archived[type]);
        portal.restore(type, id);
        leave(archived[type], id);
        live[type].push(id);
        latest = { type, id };
      },
    },
    merge: {
      weight: 3,
      happens() {
        const type = random.pick(MERGED);
        const [winner, loser] = [some(type), some(type)];
        if (winner === loser) return;
        portal.merge(type, winner, loser);
        if (stays(type, loser)) lenders.add(winner);
        leave(live[type], loser);
        latest = { type, id: winner };
      },
    },
    purge: {
      weight: 2,
      happens() {
        const pool = archived.contacts.length > 0 && random.chance(0.3) ? archived.contacts : live.contacts;
        const id = random.pick(pool);
        if (stays('contacts', id)) return;
        portal.purge('contacts', id);
        leave(pool, id);
        purged.push(id);
      },
    },
  };
  const lots = Object.entries(THINGS).flatMap(([name, { weight }]) => Array<string>(weight).fill(name));

  return {
    done,
    purged,
    happen() {
      const name = random.pick(lots);
      THINGS[name]?.happens();
      done.set(name, (done.get(name) ?? 0) + 1);
    },
  };
}
