/** The object types that the sandbox knows: names, type ids, scopes (HubSpot's scope reference), and what is always sent. */
export interface ObjectTypeInfo {
  /** The plural in paths. */
  readonly plural: string;
  readonly singular: string;
  /** `objectTypeId`, e.g. "0-2". */
  readonly typeId: string;
  /** All of these are needed to read, and to write, records. */
  readonly readScopes: readonly string[];
  /** None: HubSpot lets nobody write such records by its API. */
  readonly writeScopes: readonly string[];
  /** All of these let read the properties' definitions, as do all of `readScopes`; empty: only those do. The other lets write them. */
  readonly schemaReadScopes: readonly string[];
  readonly schemaWriteScope: string;
  readonly modifiedProperty: 'hs_lastmodifieddate' | 'lastmodifieddate';
  readonly createdProperty: 'createdate' | 'hs_createdate';
  /** Sent where no properties are asked for, beside the id, created and modified ones. */
  readonly defaultProperties: readonly string[];
  /** Creating a record without these is refused. */
  readonly requiredProperties: readonly string[];
  /** The property that shows the primary company, where the type has one. */
  readonly primaryCompanyProperty: string | undefined;
}

const CONTACTS_READ = 'crm.objects.contacts.read';
const CONTACTS_WRITE = 'crm.objects.contacts.write';

/** Read and write scopes named after the object, and schema scopes where HubSpot has them. */
function named(plural: string, schemas: boolean) {
  const write = `crm.objects.${plural}.write`;
  return {
    readScopes: [`crm.objects.${plural}.read`],
    writeScopes: [write],
    schemaReadScopes: schemas ? [`crm.schemas.${plural}.read`] : [],
    schemaWriteScope: schemas ? `crm.schemas.${plural}.write` : write,
  };
}

/** Calls, meetings, notes, tasks, messages and emails: engagements go by the contacts' scopes. */
const engagement = {
  readScopes: [CONTACTS_READ],
  writeScopes: [CONTACTS_WRITE],
  schemaReadScopes: [],
  schemaWriteScope: CONTACTS_WRITE,
  requiredProperties: ['hs_timestamp'],
};

type Given = Partial<ObjectTypeInfo> & Pick<ObjectTypeInfo, 'plural' | 'singular' | 'typeId'>;

const objectType = (given: Given): ObjectTypeInfo => ({
  ...named(given.plural, false),
  modifiedProperty: 'hs_lastmodifieddate',
  createdProperty: 'hs_createdate',
  defaultProperties: [],
  requiredProperties: [],
  primaryCompanyProperty: undefined,
  ...given,
});

export const STANDARD_TYPES: readonly ObjectTypeInfo[] = [
  objectType({
    plural: 'companies',
    singular: 'company',
    typeId: '0-2',
    ...named('companies', true),
    createdProperty: 'createdate',
    defaultProperties: ['name', 'domain'],
  }),
  objectType({
    plural: 'contacts',
    singular: 'contact',
    typeId: '0-1',
    ...named('contacts', true),
    createdProperty: 'createdate',
    // Contacts alone spell it without the prefix.
    modifiedProperty: 'lastmodifieddate',
    defaultProperties: ['email', 'firstname', 'lastname'],
    primaryCompanyProperty: 'associatedcompanyid',
  }),
  objectType({
    plural: 'deals',
    singular: 'deal',
    typeId: '0-3',
    ...named('deals', true),
    createdProperty: 'createdate',
    defaultProperties: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
    primaryCompanyProperty: 'hs_primary_associated_company',
  }),
  objectType({
    plural: 'tickets',
    singular: 'ticket',
    typeId: '0-5',
    readScopes: ['tickets'],
    writeScopes: ['tickets'],
    schemaReadScopes: ['tickets'],
    schemaWriteScope: 'tickets',
    createdProperty: 'createdate',
    defaultProperties: [
      'content',
      'hs_pipeline',
      'hs_pipeline_stage',
      'hs_ticket_category',
      'hs_ticket_priority',
      'subject',
    ],
    primaryCompanyProperty: 'hs_primary_company_id',
  }),
  objectType({
    plural: 'emails',
    singular: 'email',
    typeId: '0-49',
    ...engagement,
    readScopes: [CONTACTS_READ, 'sales-email-read'],
  }),
  objectType({ plural: 'invoices', singular: 'invoice', typeId: '0-53' }),
  objectType({ plural: 'subscriptions', singular: 'subscription', typeId: '0-69', requiredProperties: ['hs_name'] }),
  objectType({
    plural: 'commerce_payments',
    singular: 'commerce_payment',
    typeId: '0-101',
    ...named('commercepayments', false),
    requiredProperties: ['hs_initial_amount', 'hs_initiated_date'],
  }),
  objectType({
    plural: 'feedback_submissions',
    singular: 'feedback_submission',
    typeId: '0-19',
    // Survey answers are read-only in HubSpot's API, and belong to contacts.
    readScopes: [CONTACTS_READ, 'crm.objects.feedback_submissions.read'],
    writeScopes: [],
  }),
  objectType({ plural: 'calls', singular: 'call', typeId: '0-48', ...engagement }),
  objectType({ plural: 'meetings', singular: 'meeting_event', typeId: '0-47', ...engagement }),
  objectType({
    plural: 'communications',
    singular: 'communication',
    typeId: '0-18',
    ...engagement,
    requiredProperties: ['hs_timestamp', 'hs_communication_channel_type'],
  }),
  objectType({ plural: 'notes', singular: 'note', typeId: '0-46', ...engagement }),
  objectType({ plural: 'tasks', singular: 'task', typeId: '0-27', ...engagement }),
  objectType({
    plural: 'quotes',
    singular: 'quote',
    typeId: '0-14',
    requiredProperties: ['hs_title', 'hs_expiration_date'],
  }),
];

/** A custom object: `index` from 1. */
export const customType = (plural: string, index: number): ObjectTypeInfo =>
  objectType({ plural, singular: plural, typeId: `2-${index}`, ...named('custom', true) });

/** Every scope that some path of the sandbox asks for. */
export const ALL_SCOPES: readonly string[] = [
  ...new Set([
    'oauth',
    'crm.objects.owners.read',
    'settings.currencies.read',
    'settings.users.read',
    'crm.lists.read',
    'crm.lists.write',
    ...[...STANDARD_TYPES, customType('custom', 1)].flatMap((type) => [
      ...type.readScopes,
      ...type.writeScopes,
      ...type.schemaReadScopes,
      type.schemaWriteScope,
    ]),
  ]),
];
