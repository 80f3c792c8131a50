/** The portal that the made accounts belong to, as scoring and the store know it. */
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import type { AccountFacts } from '../../../src/scoring/facts.ts';
import type { Values } from '../../../src/scoring/object-definition.ts';
import { OBJECT_TYPES } from '../../../src/scoring/object-types.ts';
import type { PortalContext, Source } from '../../../src/scoring/portal-context.ts';
import { OBJECTS } from '../../../src/scoring/properties.ts';
import { AS_OF, OWNERS, RECORDS_A_COMPANY, RUNNING_SINCE } from './made-accounts.ts';

/** Two years and a half: as far back as any of its records go. */
const FIRST_RECORD_AT = AS_OF - 931 * DAY_MS;

/** Every day of the two years and a half, of every owner: their mail and calls are logged. */
const loggedDays = (): Readonly<Record<string, readonly number[]>> => {
  const first = Math.floor(FIRST_RECORD_AT / DAY_MS);
  const days = Array.from({ length: Math.floor(AS_OF / DAY_MS) - first + 1 }, (_, index) => first + index);
  return Object.fromEntries(Array.from({ length: OWNERS }, (_, owner) => [String(owner), days]));
};

/** Every source is connected and read to its end, so that no signal is spared. */
export function madeContext(): PortalContext {
  const sources = OBJECT_TYPES.map((type): readonly [string, Source] => [
    type,
    {
      blocked: null,
      runningSince: RUNNING_SINCE,
      firstRecordAt: type === 'companies' ? 0 : FIRST_RECORD_AT,
      missingProperties: [],
      filledSince: Object.fromEntries(Object.keys(OBJECTS[type].properties).map((name) => [name, FIRST_RECORD_AT])),
    },
  ]);
  return {
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    sources: Object.fromEntries(sources) as unknown as PortalContext['sources'],
    dealStages: {
      contractsent: { label: 'Contract sent', probability: 0.9 },
      closedwon: { label: 'Closed won', probability: 1 },
      closedlost: { label: 'Closed lost', probability: 0 },
    },
    sentimentLabels: {},
    mailLoggedDays: loggedDays(),
    callLoggedDays: loggedDays(),
    ticketMedians: {},
    kindQuarters: { meetings: {}, tickets: {} },
  };
}

const FIRST_ID = 10_000_000;
/** No divisor of any number of records of a portal: round numbers of companies, 50 records each. */
const STRIDE = 7_368_787;

/**
 * The account with its record ids strewn over those of the whole portal of so many companies, as HubSpot's are: ids grow with time, so that
 * neighbours belong to different companies, and a store finds no company's records in one place.
 */
export function strewn(account: AccountFacts, companies: number): AccountFacts {
  const total = companies * RECORDS_A_COMPANY;
  const idOf = (id: string) => String(FIRST_ID + (((Number(id) - FIRST_ID) * STRIDE) % total));
  const withContacts = (values: Values): Values =>
    Array.isArray(values.contacts) ? { ...values, contacts: values.contacts.map(idOf) } : values;
  const records = account.records.map((record) => ({
    ...record,
    id: idOf(record.id),
    versions: record.versions.map((version) => ({
      ...version,
      values: version.values && withContacts(version.values),
    })),
  }));
  return { ...account, records };
}
