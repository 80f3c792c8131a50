/** A model's state as the server tells it, small enough to see through. */
import type { Computation } from '@account-health/contract/card';
import type {
  EditorDimension,
  EditorSignal,
  Mistake,
  ModelState,
  ModelVersions,
  PreviewState,
  PropertiesAnswer,
  PublishPreview,
} from '@account-health/contract/model';

/** What the model's YAML says. */
export const smallModel: ModelState['content'] = {
  name: 'Small',
  version: '1.0.0',
  eligibility: { lifecycleStages: ['customer'], purchaseWithinMonths: 24, exclude: [] },
  minimumCoverage: 0.4,
  minimumDimensions: 2,
  silencePoints: 70,
  renewalPipelines: ['11'],
  bands: { atRiskFrom: 33, healthyFrom: 66 },
  caps: [{ key: 'long_overdue', signal: 'overdue_balance', from: 61, scoreAtMost: 32 }],
  dimensions: {
    billing: {
      weight: 20,
      signals: {
        overdue_balance: {
          weight: 3,
          curve: [
            [0, 100],
            [30, 40],
            [90, 0],
          ],
        },
      },
    },
    support: {
      weight: 20,
      signals: {
        open_tickets: {
          weight: 2,
          curve: [
            [0, 100],
            [4, 0],
          ],
        },
      },
    },
    adoption: { weight: 5, signals: {} },
  },
  segments: [{ name: 'New customers', when: { customerForLessThanDays: 90 }, minimumCoverage: 0.25 }],
};

const signal = (given: Partial<EditorSignal> & Pick<EditorSignal, 'key' | 'label'>): EditorSignal => ({
  measures: 'fewer is better',
  mapped: false,
  inModel: true,
  weight: 0,
  share: 0,
  curve: null,
  whenUnknown: 'skip',
  settings: [],
  known: 0.5,
  ...given,
});

export const dimensions: EditorDimension[] = [
  {
    key: 'billing',
    label: 'Billing',
    weight: 20,
    share: 0.5,
    signals: [
      signal({
        key: 'overdue_balance',
        label: 'Overdue balance',
        weight: 3,
        share: 0.5,
        curve: [
          [0, 100],
          [30, 40],
          [90, 0],
        ],
      }),
      signal({ key: 'paid_early', label: 'Paid early', inModel: false, known: null }),
    ],
  },
  {
    key: 'support',
    label: 'Support',
    weight: 20,
    share: 0.5,
    signals: [
      signal({
        key: 'open_tickets',
        label: 'Open tickets',
        weight: 2,
        share: 0.5,
        curve: [
          [0, 100],
          [4, 0],
        ],
      }),
    ],
  },
  { key: 'adoption', label: 'Adoption', weight: 5, share: 0, signals: [] },
];

/** Nothing is being changed. */
export const modelState: ModelState = {
  locale: 'en',
  active: { name: 'Small', version: '1.0.0', publishedAt: '2026-11-02T08:30:00.000Z', by: 'ada@example.com' },
  revision: 4,
  draft: null,
  content: smallModel,
  dimensions,
  templates: [{ key: 'agency', name: 'Agency', description: 'For those who sell projects.' }],
  changes: [],
  nextVersion: '1.1.0',
  pendingCycle: false,
};

export const mistake: Mistake = {
  path: ['dimensions', 'billing', 'signals', 'overdue_balance', 'curve'],
  line: 17,
  text: 'points must only rise or only fall along a curve',
};

/** One weight is changed in the draft. */
export const drafted: ModelState = {
  ...modelState,
  revision: 5,
  draft: {
    yaml: 'name: Small\n',
    basedOn: '1.0.0',
    changedAt: '2026-11-20T10:00:00.000Z',
    by: 'bob@example.com',
    mistakes: [],
  },
  changes: [{ path: ['dimensions', 'billing', 'weight'], label: 'Billing: weight', before: '20', after: '30' }],
};

export const withMistake: ModelState = {
  ...drafted,
  draft: drafted.draft && { ...drafted.draft, mistakes: [mistake] },
};

export const properties: PropertiesAnswer = {
  properties: [
    { name: 'logins', label: 'Logins in 30 days', type: 'number', options: [] },
    { name: 'last_training', label: 'Last training', type: 'date', options: [] },
    {
      name: 'has_case_study',
      label: 'Case study',
      type: 'bool',
      options: [
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ],
    },
    {
      name: 'plan',
      label: 'Plan',
      type: 'enumeration',
      options: [
        { value: 'gold', label: 'Gold' },
        { value: 'tin', label: 'Tin' },
      ],
    },
    { name: 'cs_owner', label: 'CS owner', type: 'enumeration', options: [] },
    { name: 'notes', label: 'Notes', type: 'string', options: [] },
    {
      name: 'lifecyclestage',
      label: 'Lifecycle stage',
      type: 'enumeration',
      options: [
        { value: 'customer', label: 'Customer' },
        { value: 'former', label: 'Former customer' },
      ],
    },
  ],
  refused: null,
};

export const result: PublishPreview = {
  asOf: '2026-11-20T06:00:00.000Z',
  companies: 40,
  before: { healthy: 20, at_risk: 10, unhealthy: 5, unknown: 5, notCustomer: 3 },
  after: { healthy: 18, at_risk: 11, unhealthy: 6, unknown: 5, notCustomer: 3 },
  histogram: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90].map((from) => ({ from, before: 3, after: 4 })),
  worsened: 3,
  recovered: 1,
  otherMoves: 2,
  moves: [
    {
      id: '77001',
      name: 'Northwind Tools',
      url: 'https://app.example.com/77001',
      from: { score: 70, status: 'healthy' },
      to: { score: 61, status: 'at_risk' },
      why: ['Overdue balance costs 9 points more.'],
      revenue: '€12,000',
    },
    {
      id: '77002',
      name: 'Blue Harbour',
      url: 'https://app.example.com/77002',
      from: { score: null, status: null },
      to: { score: 50, status: 'at_risk' },
      why: ['It is a customer now.'],
      revenue: null,
    },
  ],
  moreMoves: 7,
  revenue: [{ status: 'healthy', before: '€100,000', after: '€90,000' }],
  notes: ['Product usage is read after publishing.'],
};

export const noPreview: PreviewState = {
  state: 'none',
  revision: null,
  done: null,
  of: null,
  result: null,
  failure: null,
};
export const running: PreviewState = { ...noPreview, state: 'running', revision: 5, done: 10, of: 40 };
export const ready: PreviewState = { ...noPreview, state: 'ready', revision: 5, result };
export const failedPreview: PreviewState = {
  ...noPreview,
  state: 'failed',
  revision: 5,
  failure: 'The draft has mistakes.',
};

export const versions: ModelVersions = {
  versions: [
    { name: 'Small', version: '1.0.0', publishedAt: '2026-11-02T08:30:00.000Z', by: 'ada@example.com', active: true },
    { name: 'Small', version: '0.9.0', publishedAt: null, by: null, active: false },
  ],
};

export const computation: Computation = {
  locale: 'en',
  companyName: 'Northwind Tools',
  model: { name: 'Small', version: '1.1.0' },
  asOf: '2026-11-20T06:00:00.000Z',
  steps: [{ label: 'Customer', text: 'By its lifecycle stage.' }],
  score: 61,
  status: 'at_risk',
  dimensions: [
    {
      key: 'billing',
      label: 'Billing',
      weight: 20,
      share: 0.5,
      score: 40,
      signals: [
        {
          signal: 'overdue_balance',
          label: 'Overdue balance',
          evidence: 'An invoice is 30 days overdue.',
          raw: '30 days',
          points: 40,
          rule: 'At 30 days: 40 points.',
          weight: 3,
          share: 0.5,
          pointsLost: 30,
          records: [{ objectType: 'invoices', id: '9', label: 'INV-9', url: 'https://app.example.com/9' }],
          moreRecords: 2,
        },
      ],
    },
  ],
  general: ['Unknown signals do not count.'],
};
