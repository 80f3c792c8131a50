import fc from 'fast-check';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord, RecordVersion } from '../../src/scoring/facts.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { ACTIVITY_TYPES, definitionOf, OBJECT_TYPES, type ObjectType } from '../../src/scoring/object-types.ts';
import { type PortalContext, quarterOf } from '../../src/scoring/portal-context.ts';
import { OBJECTS } from '../../src/scoring/properties.ts';
import { PULSE_VALUES, type Pulse } from '../../src/scoring/pulses.ts';
import type { UsageVersion } from '../../src/scoring/usage.ts';

/** The moment that the arbitrary accounts are judged at. Their facts lie two years before it and half a year after. */
export const AS_OF = Date.UTC(2026, 5, 15, 12);
/** The first full sync ended here: later facts count from when they were seen. */
export const RUNNING_SINCE = AS_OF - 60 * DAY_MS;

const time = fc.integer({ min: AS_OF - 730 * DAY_MS, max: AS_OF + 180 * DAY_MS });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });

/** Values that make the paths through the signals likely, by property, of one type alone where that is named. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  hs_email_direction: ['EMAIL', 'INCOMING_EMAIL', 'FORWARDED_EMAIL'],
  hs_invoice_status: ['open', 'paid', 'draft', 'voided'],
  dealtype: ['newbusiness', 'existingbusiness'],
  dealstage: ['contractsent', 'closedwon'],
  hs_ticket_priority: ['LOW', 'HIGH'],
  hs_ticket_category: ['COMPLAINT', 'GENERAL_INQUIRY', 'TRAINING;COMPLAINT'],
  hs_csm_sentiment: ['positive', 'neutral', 'negative', 'odd'],
  lifecyclestage: ['customer', 'lead'],
  type: ['PROSPECT', 'PARTNER'],
  hubspot_owner_id: ['1', '2'],
  hs_currency: ['EUR', 'USD'],
  deal_currency_code: ['EUR', 'EUR', 'USD'],
  hs_currency_code: ['EUR', 'EUR', 'USD'],
  hs_number: ['INV-1', 'INV-2'],
  hs_email_subject: ['INV-1 is due', 'Re: INV-2', 'News', 'Our expansion'],
  hs_note_body: ['All fine', 'Expansion plans'],
  // A subscription in four with a status of no meaning would leave hardly an account that can be read.
  hs_status: ['active', 'active', 'active', 'past_due', 'past_due', 'canceled', 'canceled', 'scheduled', 'odd'],
  'quotes.hs_status': ['DRAFT', 'APPROVAL_NOT_NEEDED', 'APPROVED', 'APPROVED', 'ACCEPTED', 'odd'],
  hs_latest_status: ['succeeded', 'succeeded', 'succeeded', 'failed', 'failed', 'processing', 'odd'],
  hs_recurring_billing_frequency: ['monthly', 'annually'],
  hs_meeting_outcome: ['SCHEDULED', 'COMPLETED', 'NO_SHOW', 'CANCELED'],
  hs_call_direction: ['INBOUND', 'OUTBOUND'],
  hs_activity_type: ['Training', 'Check-in'],
  hs_time_to_close_sla_status: ['0', '1', '2', '3', '4'],
  hs_time_to_first_response_sla_status: ['0', '1', '2', '3', '4'],
  hs_survey_type: ['NPS', 'CSAT', 'CES', 'CUSTOM'],
  hs_response_group: ['PROMOTER', 'passive', 'DETRACTOR', '0', '2', 'odd'],
  hs_primary_associated_company: ['1', '2'],
};

/** Ratings and the like: numbers that mostly fit a scale, and shares. */
const LIKELY_NUMBERS: Readonly<Record<string, fc.Arbitrary<number>>> = {
  hs_value: fc.integer({ min: -1, max: 11 }),
  hs_last_csat_rating: fc.integer({ min: 0, max: 5 }),
  hs_feedback_last_ces_rating: fc.integer({ min: 0, max: 8 }),
  hs_deal_stage_probability: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
  hs_num_times_contacted: fc.nat({ max: 3 }),
  hs_call_duration: fc.nat({ max: 600_000 }),
};

function values(objectType: ObjectType): fc.Arbitrary<Values> {
  const properties = Object.entries(definitionOf(objectType).properties).map(([name, { kind }]) => {
    const likely = LIKELY[`${objectType}.${name}`] ?? LIKELY[name];
    if (likely !== undefined) return [name, maybe(fc.constantFrom(...likely))] as const;
    if (kind === 'time') return [name, maybe(time)] as const;
    if (kind === 'flag') return [name, maybe(fc.boolean())] as const;
    const numbers = LIKELY_NUMBERS[name];
    if (numbers !== undefined) return [name, maybe(numbers)] as const;
    if (kind === 'text' || kind === 'prose') return [name, maybe(fc.constantFrom('A', 'B'))] as const;
    // The account's own among the companies that labels name.
    if (name === 'referrers') return [name, fc.subarray(['1', '11'])] as const;
    if (kind === 'ids') return [name, fc.subarray(['11', '12', '13'])] as const;
    return [
      name,
      maybe(fc.oneof(fc.integer({ min: -50, max: 5_000 }), fc.double({ min: 0, max: 1e6, noNaN: true }))),
    ] as const;
  });
  return fc.record(Object.fromEntries(properties)) as fc.Arbitrary<Values>;
}

const version = (objectType: ObjectType, ended: boolean): fc.Arbitrary<RecordVersion> =>
  fc.record({
    effectiveAt: time,
    seenAt: fc.integer({ min: RUNNING_SINCE - DAY_MS, max: AS_OF + 30 * DAY_MS }),
    values: ended ? fc.option(values(objectType), { freq: 8 }) : values(objectType),
  });

const versions = (objectType: ObjectType, ended = true): fc.Arbitrary<readonly RecordVersion[]> =>
  fc
    .uniqueArray(version(objectType, ended), { minLength: 1, maxLength: 3, selector: ({ seenAt }) => seenAt })
    .map((list) => list.toSorted((a, b) => a.seenAt - b.seenAt));

const record = (types: readonly FactRecord['objectType'][]): fc.Arbitrary<FactRecord> =>
  fc.constantFrom(...types).chain((objectType) =>
    fc.record({
      objectType: fc.constant(objectType),
      id: fc.integer({ min: 10, max: 60 }).map(String),
      versions: versions(objectType),
      linkedAt: fc.integer({ min: RUNNING_SINCE - DAY_MS, max: RUNNING_SINCE }),
      unlinkedAt: fc.option(fc.integer({ min: RUNNING_SINCE, max: AS_OF + 30 * DAY_MS }), { freq: 6, nil: null }),
    }),
  );

const pulse: fc.Arbitrary<Pulse> = fc
  .record({ value: fc.constantFrom(...PULSE_VALUES), givenAt: time, days: fc.nat({ max: 90 }) })
  .map(({ value, givenAt, days }) => ({ value, reason: 'A', givenAt, expiresAt: givenAt + days * DAY_MS }));

const usage: fc.Arbitrary<UsageVersion> = fc.record({
  metric: fc.constantFrom('logins', 'sessions'),
  key: fc.nat({ max: 40 }).map(String),
  at: fc.integer({ min: AS_OF - 150 * DAY_MS, max: AS_OF + 5 * DAY_MS }),
  value: fc.oneof(fc.nat({ max: 9 }), fc.double({ min: 0, max: 1e6, noNaN: true })),
  seenAt: fc.integer({ min: RUNNING_SINCE - DAY_MS, max: AS_OF + 30 * DAY_MS }),
});

export const MOST_RECORDS = 25;

/** Any account at all with records of these types, dirty data included. */
export const accountFactsOf = (types: readonly FactRecord['objectType'][]): fc.Arbitrary<AccountFacts> =>
  fc.record({
    companyId: fc.constant('1'),
    company: versions('companies', false).map(([first, ...rest]) => [
      ...(first === undefined ? [] : [{ ...first, seenAt: RUNNING_SINCE }]),
      ...rest.filter(({ seenAt }) => seenAt > RUNNING_SINCE),
    ]),
    pulses: fc.array(pulse, { maxLength: 3 }),
    usage: fc.array(usage, { maxLength: 40 }),
    records: fc.uniqueArray(record(types), {
      maxLength: MOST_RECORDS,
      // Left to itself, fast-check stops at ten.
      size: 'max',
      selector: ({ objectType, id }) => `${objectType}/${id}`,
    }),
  });

/** Any account at all. */
export const accountFacts = accountFactsOf(ACTIVITY_TYPES);

const source = { blocked: null, runningSince: RUNNING_SINCE, firstRecordAt: 0, missingProperties: [] };

/** A portal in which every source is connected and every owner's mail is logged. */
export const CONNECTED: PortalContext = {
  timeZone: 'Europe/Rome',
  currency: 'EUR',
  sources: Object.fromEntries(
    OBJECT_TYPES.map((type) => [
      type,
      { ...source, filledSince: Object.fromEntries(Object.keys(OBJECTS[type].properties).map((name) => [name, 0])) },
    ]),
  ) as unknown as PortalContext['sources'],
  dealStages: {
    contractsent: { label: 'Contract sent', probability: 0.9 },
    closedwon: { label: 'Won', probability: 1 },
  },
  sentimentLabels: { positive: 'Positive', neutral: 'Neutral', negative: 'Negative', odd: 'Odd' },
  ticketMedians: Object.fromEntries(
    Array.from({ length: 16 }, (_, index) => [
      quarterOf(AS_OF) - index,
      { resolution: { ms: 2 * DAY_MS, tickets: 100 }, firstReply: { ms: 1_000, tickets: 100 } },
    ]),
  ),
  kindQuarters: {
    meetings: { Training: Array.from({ length: 16 }, (_, index) => quarterOf(AS_OF) - 15 + index) },
    tickets: {},
  },
  pulsesSince: 0,
  usage: {
    runningSince: RUNNING_SINCE,
    days: { logins: Array.from({ length: 800 }, (_, index) => Math.floor(AS_OF / DAY_MS) - 799 + index) },
  },
  mailLoggedDays: { '1': Array.from({ length: 800 }, (_, index) => Math.floor(AS_OF / DAY_MS) - 799 + index), '2': [] },
};
