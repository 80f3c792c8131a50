/**
 * Every HubSpot property that a signal may read, with its kind and its dating. A signal that names a property which is
 * not here does not compile.
 *
 * Dating says what may be known of a property at a past moment T (scoring.md, rule 5):
 * - `fixed`: holds for as long as the record exists (names, directions, the dates a record was born with);
 * - `event`: the value is the moment something happened; before that moment it had not happened;
 * - `settled`: final once the record settled (deal closed, ticket closed, invoice paid), known from that moment on; until
 *   then as `current`;
 * - `current`: HubSpot gives only today's value, so it is known from when we first saw it, and unknown before.
 */
export type Dating = 'fixed' | 'event' | 'settled' | 'current';

/** `time` is milliseconds since 1970 UTC; `amount` a number in the record's currency; `ids` record ids, sorted. */
export type Kind = 'text' | 'number' | 'amount' | 'flag' | 'time' | 'ids';

export interface Property {
  readonly kind: Kind;
  readonly dating: Dating;
}

export interface ObjectDefinition {
  /** HubSpot's `objectTypeId`, the same in every portal. */
  readonly typeId: string;
  readonly properties: Readonly<Record<string, Property>>;
  /** The record exists from the earliest of these on. None: it exists at any time (companies). */
  readonly born: readonly string[];
  /** How the record settles, if it does: `isSettled` over its values, and the property that dates it. */
  readonly settles?: { readonly when: (values: Values) => boolean; readonly at: string };
  /** Records that never count, at any time. */
  readonly ignore?: (values: Values) => boolean;
  /** Where a record has no company of its own, those of its associated records of this type stand in. */
  readonly companiesVia?: 'contacts';
  /** Only records this recent are read: as far back as signals look, and a year more, for the history that is shown. */
  readonly window?: { readonly property: string; readonly days: number };
  /** Many records that each tell little. */
  readonly bulk?: true;
  /** The property that names a record to people, if it has one. */
  readonly label?: string;
}

export type Value = string | number | boolean | readonly string[] | null;

/** A record's property values at one version, by HubSpot's internal name. Null: known to be empty. */
export type Values = Readonly<Record<string, Value>>;

const fixed = <K extends Kind>(kind: K) => ({ kind, dating: 'fixed' }) as const;
const event = { kind: 'time', dating: 'event' } as const;
const settled = <K extends Kind>(kind: K) => ({ kind, dating: 'settled' }) as const;
const current = <K extends Kind>(kind: K) => ({ kind, dating: 'current' }) as const;

/** Keyed by the plural that HubSpot uses in paths. */
export const OBJECTS = {
  companies: {
    typeId: '0-2',
    properties: {
      name: fixed('text'),
      domain: fixed('text'),
      // What kind of company this is (partner, vendor ...) rules it out at any date, so it counts as fixed.
      type: fixed('text'),
      createdate: fixed('time'),
      lifecyclestage: current('text'),
      hs_lifecyclestage_customer_date: event,
      hubspot_owner_id: current('text'),
      hs_csm_sentiment: current('text'),
      numberofemployees: current('number'),
    },
    born: [],
    label: 'name',
  },
  contacts: {
    typeId: '0-1',
    properties: {
      firstname: fixed('text'),
      lastname: fixed('text'),
      createdate: fixed('time'),
      hs_email_delivered: current('number'),
      hs_email_open: current('number'),
      hs_email_click: current('number'),
    },
    born: ['createdate'],
    bulk: true,
    label: 'firstname',
  },
  deals: {
    typeId: '0-3',
    properties: {
      dealname: fixed('text'),
      createdate: fixed('time'),
      closedate: settled('time'),
      amount: settled('amount'),
      deal_currency_code: fixed('text'),
      dealtype: fixed('text'),
      pipeline: fixed('text'),
      dealstage: settled('text'),
      hs_is_closed: settled('flag'),
      hs_is_closed_won: settled('flag'),
      closed_lost_reason: settled('text'),
    },
    // Deals imported after the fact close before they are created.
    born: ['createdate', 'closedate'],
    settles: { when: (values) => values.hs_is_closed === true, at: 'closedate' },
    label: 'dealname',
  },
  tickets: {
    typeId: '0-5',
    properties: {
      subject: fixed('text'),
      createdate: fixed('time'),
      closed_date: event,
      hs_is_closed: settled('flag'),
      time_to_close: settled('number'),
      hs_ticket_reopened_at: event,
      hs_num_times_contacted: current('number'),
      hs_ticket_priority: current('text'),
      hs_ticket_category: current('text'),
    },
    born: ['createdate', 'closed_date'],
    settles: {
      when: (values) => values.hs_is_closed === true || typeof values.closed_date === 'number',
      at: 'closed_date',
    },
    label: 'subject',
  },
  emails: {
    typeId: '0-49',
    properties: {
      hs_timestamp: fixed('time'),
      hs_email_direction: fixed('text'),
      hs_email_status: fixed('text'),
      hubspot_owner_id: fixed('text'),
      hs_email_open_count: current('number'),
      hs_email_click_count: current('number'),
      hs_email_reply_count: current('number'),
      /** The contacts the email is associated with; an association, kept beside the properties. */
      contacts: fixed('ids'),
    },
    born: ['hs_timestamp'],
    window: { property: 'hs_timestamp', days: 730 },
    bulk: true,
  },
  invoices: {
    typeId: '0-53',
    properties: {
      hs_number: fixed('text'),
      hs_invoice_date: fixed('time'),
      hs_due_date: fixed('time'),
      hs_amount_billed: fixed('amount'),
      hs_currency: fixed('text'),
      hs_invoice_status: settled('text'),
      hs_payment_date: event,
      hs_balance_due: settled('amount'),
      hs_amount_paid: settled('amount'),
    },
    born: ['hs_invoice_date'],
    // A part payment may be dated too, and leaves the invoice open; where no status is told, the date alone says that it is paid.
    settles: {
      when: ({ hs_invoice_status: status, hs_payment_date: paidAt }) =>
        status === 'paid' || (typeof paidAt === 'number' && status !== 'open'),
      at: 'hs_payment_date',
    },
    // HubSpot lets an invoice go to a contact alone.
    companiesVia: 'contacts',
    // A draft was never sent, and a void invoice is void from the start.
    ignore: (values) => values.hs_invoice_status === 'draft' || values.hs_invoice_status === 'voided',
    label: 'hs_number',
  },
} as const satisfies Record<string, ObjectDefinition>;

/** HubSpot's plural name of an object type that we read. */
export type ObjectType = keyof typeof OBJECTS;

/** The object types whose records are associated with a company. */
export type ActivityType = Exclude<ObjectType, 'companies'>;

export const OBJECT_TYPES = Object.keys(OBJECTS) as readonly ObjectType[];
export const ACTIVITY_TYPES = OBJECT_TYPES.filter((type): type is ActivityType => type !== 'companies');

/** The properties of one object type. */
export type PropertyOf<T extends ObjectType> = keyof (typeof OBJECTS)[T]['properties'] & string;

/** What the signals read of each object type, or of a model: property names by object type. */
export type Reads = { readonly [T in ObjectType]?: readonly PropertyOf<T>[] };
