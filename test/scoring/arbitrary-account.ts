import fc from 'fast-check';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord, RecordVersion } from '../../src/scoring/facts.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import { OBJECT_TYPES, OBJECTS, type ObjectType, type Values } from '../../src/scoring/properties.ts';

/** The moment that the arbitrary accounts are judged at. Their facts lie two years before it and half a year after. */
export const AS_OF = Date.UTC(2026, 5, 15, 12);
/** The first full sync ended here: later facts count from when they were seen. */
export const RUNNING_SINCE = AS_OF - 60 * DAY_MS;

const time = fc.integer({ min: AS_OF - 730 * DAY_MS, max: AS_OF + 180 * DAY_MS });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });

/** Values that make the paths through the signals likely. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  hs_email_direction: ['EMAIL', 'INCOMING_EMAIL', 'FORWARDED_EMAIL'],
  hs_invoice_status: ['open', 'paid', 'draft', 'voided'],
  dealtype: ['newbusiness', 'existingbusiness'],
  dealstage: ['contractsent', 'closedwon'],
  hs_ticket_priority: ['LOW', 'HIGH'],
  hs_ticket_category: ['COMPLAINT', 'GENERAL_INQUIRY'],
  hs_csm_sentiment: ['positive', 'neutral', 'negative', 'odd'],
  lifecyclestage: ['customer', 'lead'],
  type: ['PROSPECT', 'PARTNER'],
  hubspot_owner_id: ['1', '2'],
  hs_currency: ['EUR', 'USD'],
  deal_currency_code: ['EUR', 'EUR', 'USD'],
};

function values(objectType: ObjectType): fc.Arbitrary<Values> {
  const properties = Object.entries(OBJECTS[objectType].properties).map(([name, { kind }]) => {
    const likely = LIKELY[name];
    if (likely !== undefined) return [name, maybe(fc.constantFrom(...likely))] as const;
    if (kind === 'time') return [name, maybe(time)] as const;
    if (kind === 'flag') return [name, maybe(fc.boolean())] as const;
    if (kind === 'text') return [name, maybe(fc.constantFrom('A', 'B'))] as const;
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

const activity = fc.constantFrom(...OBJECT_TYPES.filter((type) => type !== 'companies'));

const record: fc.Arbitrary<FactRecord> = activity.chain((objectType) =>
  fc.record({
    objectType: fc.constant(objectType as FactRecord['objectType']),
    id: fc.integer({ min: 10, max: 60 }).map(String),
    versions: versions(objectType),
    linkedAt: fc.integer({ min: RUNNING_SINCE - DAY_MS, max: RUNNING_SINCE }),
    unlinkedAt: fc.option(fc.integer({ min: RUNNING_SINCE, max: AS_OF + 30 * DAY_MS }), { freq: 6, nil: null }),
  }),
);

/** Any account at all, dirty data included. */
export const accountFacts: fc.Arbitrary<AccountFacts> = fc.record({
  companyId: fc.constant('1'),
  company: versions('companies', false).map((list) =>
    list.map((one, index) => (index === 0 ? { ...one, seenAt: RUNNING_SINCE } : one)),
  ),
  records: fc.uniqueArray(record, { maxLength: 25, selector: ({ objectType, id }) => `${objectType}/${id}` }),
});

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
  mailLoggedDays: { '1': Array.from({ length: 800 }, (_, index) => Math.floor(AS_OF / DAY_MS) - 799 + index), '2': [] },
};
