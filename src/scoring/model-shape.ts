/** How a health model is written. What its parts must be to each other is in check-model.ts. */
import { z } from 'zod';

const POINTS = 'points are 0 to 100';
const points = z.number({ error: 'points are a number' }).min(0, POINTS).max(100, POINTS);
const weight = z.number({ error: 'a weight is a number' }).min(0, 'a weight is zero or more');
const score = z
  .int({ error: 'a score is a whole number' })
  .min(0, 'a score is 0 to 100')
  .max(100, 'a score is 0 to 100');
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key is lower-case letters, digits and underscores');
const filled = z.string().min(1, 'must not be empty');
const names = z.array(filled).readonly();
const days = z.int('days are a whole number').min(1, 'give at least 1 day');
const property = z
  .string()
  .regex(/^[a-z0-9_]+$/, 'name a property as HubSpot does inside: lower-case letters, digits and underscores');

const curve = z
  .array(z.tuple([z.number(), points]))
  .min(2, 'a curve needs at least two [raw value, points] pairs')
  .superRefine((knots, context) => {
    const steps = knots
      .slice(1)
      .map(([raw, given], index) => [raw - (knots[index]?.[0] ?? 0), given - (knots[index]?.[1] ?? 0)] as const);
    const unordered = steps.findIndex(([raw]) => raw <= 0);
    if (unordered >= 0)
      context.addIssue({ code: 'custom', path: [unordered + 1], message: 'raw values must rise from pair to pair' });
    const rises = steps.some(([, step]) => step > 0);
    const falls = steps.some(([, step]) => step < 0);
    if (rises && falls)
      context.addIssue({ code: 'custom', message: 'points must only rise or only fall along a curve' });
  })
  .describe('Pairs of [raw value, points 0-100]. Between two pairs the points run straight, outside them they stay.');

const ENGLISH = 'is missing: every text needs English';
/** A text by language; English stands in for the languages that are left out. */
const text = z.object({ en: z.string({ error: ENGLISH }).min(1, ENGLISH) }).catchall(z.string());

const mapped = z
  .strictObject({
    object: z
      .string()
      .regex(/^2-\d+$/, "give a custom object's objectTypeId, such as 2-4567")
      .optional()
      .describe(
        "A custom object, by HubSpot's objectTypeId: a company's records of it are read in place of its own property.",
      ),
    property: property.describe(
      "A company property, by HubSpot's internal name. With an object: the one that dates its records; hs_createdate, if no other does.",
    ),
    kind: z
      .enum(['number', 'date', 'enumeration', 'boolean', 'count', 'latest'], {
        error: 'use number, date, enumeration or boolean; with an object, count or latest',
      })
      .describe('What is told: of an object, how many records there are, or how many days ago the latest one was.'),
    windowDays: days.optional().describe('For a count: only the records of the last so many days.'),
    label: text.describe('What people call it, by language: { en: Logins in 30 days }.'),
    remedy: text.optional().describe('What would win its points back, by language.'),
    unit: filled.optional().describe('What the number counts: "logins". Of a share of 1, percent.'),
    points: z
      .record(z.string(), points)
      .optional()
      .describe('For an enumeration: points 0-100 by option. Then there is no curve.'),
  })
  .describe(
    "A signal of the portal's own, read from a company property or a custom object. A date counts as days since; yes is 1, no is 0.",
  );

const signal = z
  .strictObject({
    weight: weight.describe('Relative to the other signals of the dimension. 0: read for everybody, not counted.'),
    curve: curve.optional(),
    whenUnknown: z
      .enum(['skip', 'neutral', 'penalise'], { error: 'use skip, neutral or penalise' })
      .default('skip')
      .describe('What an unknown reading counts as: nothing, 50 points, or 0 points.'),
    settings: z
      .record(z.string(), z.union([z.number(), names]))
      .default({})
      .describe('Windows and limits of the signal; what is left out has its default.'),
    mapped: mapped.optional(),
  })
  .meta({ id: 'signal' });

const dimension = z.strictObject({
  weight: weight.describe('Relative to the other dimensions.'),
  signals: z.record(key, signal),
});

const cap = z.strictObject({
  key,
  signal: key,
  from: z.number().describe("Bites from this raw value on, to the signal's bad side."),
  scoreAtMost: score,
});

const exclusion = z.strictObject({
  reason: key.describe('Names the reason; the card tells it.'),
  property,
  values: names,
});

const lifecycle = 'lifecyclestage unless another is named';
const ofValues = { property: property.optional().describe(lifecycle), values: names };

const segmentSignal = z.strictObject({
  weight: signal.shape.weight.optional(),
  curve: signal.shape.curve,
  whenUnknown: signal.shape.whenUnknown.unwrap().optional(),
  settings: signal.shape.settings.unwrap().optional(),
  mapped: signal.shape.mapped,
});

const silencePoints = score.describe('What the mere absence of bad events gives at most.');
const minimumCoverage = z.number().min(0, 'a share is 0 to 1').max(1, 'a share is 0 to 1');
const minimumDimensions = z.int().min(1, 'give at least 1');
const caps = z.array(cap).readonly();

const segment = z
  .strictObject({
    name: filled,
    when: z
      .strictObject({
        property: ofValues.property,
        values: z.array(filled).min(1, 'name at least one value').readonly().optional(),
        customerForLessThanDays: days.optional(),
      })
      .describe('Companies with one of these values of a property, or those that became customers lately.'),
    silencePoints: silencePoints.optional(),
    minimumCoverage: minimumCoverage.optional(),
    minimumDimensions: minimumDimensions.optional(),
    caps: caps.optional(),
    dimensions: z
      .record(key, z.strictObject({ weight: weight.optional(), signals: z.record(key, segmentSignal).optional() }))
      .optional()
      .describe('Only what differs from the dimensions above.'),
  })
  .describe('What differs for some companies. A company goes by the first segment that it meets.');

const churn = z.strictObject({
  ...ofValues,
  date: property.optional().describe('The property that holds the day on which the customer left.'),
});

const account = z.strictObject({
  csOwner: property
    .optional()
    .describe(
      'The company property that names who looks after the customer: a HubSpot user. Without it, the company owner.',
    ),
  renewalDate: property
    .optional()
    .describe('The company property with the day of the next renewal. Where it is empty, the deals tell.'),
  revenue: property
    .optional()
    .describe(
      "The company property with what the customer brings in a year, in the portal's currency. Where it is empty, subscriptions and purchases tell.",
    ),
});

const bands = z.strictObject({
  by: z
    .enum(['fixed', 'quartiles', 'alarm_budget'], { error: 'use fixed, quartiles or alarm_budget' })
    .default('fixed'),
  atRiskFrom: score.default(33),
  healthyFrom: score.default(66),
  callsAWeek: z.int('a whole number of accounts').min(1, 'give at least 1').optional(),
  margin: z
    .int('a margin is a whole number of points')
    .min(0, 'a margin is 0 to 50')
    .max(50, 'a margin is 0 to 50')
    .optional()
    .describe(
      'How many points beyond a threshold a score must lie before the company counts as worsened or recovered; 2 by default. The status goes by the score alone.',
    ),
});

/** What may be written of a company besides its score, status and the like, where the model asks for it. */
export const WRITABLE = [
  'status_since',
  'revenue_at_risk',
  'next_renewal',
  'overdue_amount',
  'checked_on',
  'dimension_scores',
] as const;
export type Writable = (typeof WRITABLE)[number];

const write = z.array(z.enum(WRITABLE, { error: `use any of ${WRITABLE.join(', ')}` })).readonly();

export const modelShape = z.strictObject({
  name: filled,
  version: filled.describe('Raise it with every change: a version that was used never changes.'),
  eligibility: z.strictObject({
    customers: z.strictObject(ofValues).optional().describe('Where given, this alone says who is a customer.'),
    lifecycleStages: names,
    purchaseWithinMonths: z.int().min(1, 'give at least 1 month'),
    exclude: z.array(exclusion).readonly(),
    detectOwnCompany: z
      .boolean({ error: 'use true or false' })
      .optional()
      .describe(
        "Whether the company whose domain most users' addresses have is left out as the portal's own; true by default.",
      ),
  }),
  churn: churn.optional().describe('Who was a customer and left. Such a company has no score.'),
  account: account
    .optional()
    .describe('Company properties of your own that say more of an account than its records do.'),
  rollUp: z
    .boolean({ error: 'use true or false' })
    .optional()
    .describe('Whether the card of a company shows how its child companies fare; false by default.'),
  renewalPipelines: names
    .default([])
    .describe('Ids of the deal pipelines whose deals are renewals. None: renewals are told by their deal type.'),
  silencePoints: silencePoints.default(70),
  minimumCoverage: minimumCoverage.default(0.4),
  minimumDimensions: minimumDimensions.default(2),
  bands: bands.default({ by: 'fixed', atRiskFrom: 33, healthyFrom: 66 }),
  caps: caps.default([]),
  write: write
    .default([])
    .describe(
      'Company properties that are written besides those of the score, the most important first: where the portal has not room for all, the last ones are left out.',
    ),
  dimensions: z.record(key, dimension),
  segments: z.array(segment).readonly().default([]),
});

/** A model. Its dimensions and signals keep the order in which they are written. */
export type Model = z.infer<typeof modelShape>;
export type ModelSignal = z.infer<typeof signal>;
export type Segment = Model['segments'][number];
export type Mapped = z.infer<typeof mapped>;
/** A company property with one of some values. */
export interface OfValues {
  readonly property?: string | undefined;
  readonly values: readonly string[];
}
