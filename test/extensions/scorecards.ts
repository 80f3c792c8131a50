/** Scorecards written by hand, one per state that the card can show. */
import type { HistoryPoint, ReceiptRow, Scorecard, Status } from '@account-health/contract';
import { RECORD_CARD_WORDS, type RecordHealth } from '@account-health/contract/card';
import { CARD_WORDS } from '@account-health/contract/card-words';
import { wordsOf } from '../../src/http/words-of.ts';
import { makeWording } from '../../src/wording/make-wording.ts';

const portal = 'https://app-eu1.hubspot.com/contacts/100000001/record';
const band = (score: number): Status => (score <= 32 ? 'unhealthy' : score <= 65 ? 'at_risk' : 'healthy');

/** One point a week up to 2026-11-16; the scores before the last `published` ones are replayed. */
function weekly(scores: readonly (number | null)[], published: number): HistoryPoint[] {
  const last = Date.UTC(2026, 10, 16);
  return scores.map((score, index) => ({
    date: new Date(last - (scores.length - 1 - index) * 7 * 86_400_000).toISOString().slice(0, 10),
    score,
    status: score === null ? 'unknown' : band(score),
    replayed: index < scores.length - published,
    modelVersion: '1',
  }));
}

/** The words as the server sends them. */
const wordsIn = (locale: string) => wordsOf(makeWording({ locale, timeZone: 'UTC' }), 'card.word', CARD_WORDS);

/** A scorecard as the server answers it to a reader of another language; the sentences of these stay as they were written. */
export const spoken = (card: Scorecard, locale: string): Scorecard => ({ ...card, locale, words: wordsIn(locale) });

export const healthy: Scorecard = {
  locale: 'en-GB',
  state: 'scored',
  companyName: 'Northwind Tools',
  score: 88,
  status: 'healthy',
  scoreStatus: 'healthy',
  pulse: null,
  override: null,
  coverage: 0.92,
  asOf: '2026-11-20T22:30:00Z',
  timeZone: 'Europe/Rome',
  change30d: 4,
  changes: [],
  model: { name: 'Default', version: '1' },
  dimensions: [
    { key: 'deals', label: 'Deals and renewals', score: 95, weight: 25, coverage: 1 },
    { key: 'support', label: 'Support', score: 70, weight: 20, coverage: 1 },
    { key: 'sentiment', label: 'Sentiment', score: null, weight: 10, coverage: 0 },
    { key: 'advocacy', label: 'Advocacy', score: 50, weight: 0, coverage: 1 },
  ],
  receipt: [
    {
      signal: 'open_tickets',
      label: 'Open tickets',
      dimension: 'support',
      pointsLost: 12,
      evidence: 'One ticket has been open for 9 days.',
      records: [{ objectType: 'tickets', id: '7001', label: 'Label printer offline', url: `${portal}/0-5/7001` }],
      moreRecords: 0,
      remedy: 'Close the ticket.',
    },
  ],
  missing: [{ signal: 'pulse', label: 'Pulse', reason: 'Nobody has filled in the sentiment of this company yet.' }],
  marks: [],
  history: weekly([72, 74, 73, 78, 80, 79, 84, 84, 86, 88], 3),
  historyBasis: 'published',
  historyMarks: [{ date: '2026-11-02', label: 'As published from here on' }],
  historyNotes: ['From Nov 2, 2026 on, the scores are as they were published.'],
  explanation: null,
  hint: null,
  stale: null,
  nextAction: null,
  you: { mayJudge: true, mayMakeTasks: true },
  words: wordsIn('en-GB'),
};

const row = (signal: string, label: string, pointsLost: number, more: Partial<ReceiptRow> = {}): ReceiptRow => ({
  signal,
  label,
  dimension: 'billing',
  pointsLost,
  evidence: `${label} is worse than this account's own habit.`,
  records: [],
  moreRecords: 0,
  remedy: 'Talk to the account.',
  ...more,
});

export const atRisk: Scorecard = {
  ...healthy,
  companyName: 'Harbour & Lindqvist International Freight Forwarding',
  score: 41,
  status: 'at_risk',
  scoreStatus: 'at_risk',
  coverage: 0.78,
  change30d: -13,
  dimensions: [
    { key: 'deals', label: 'Deals and renewals', score: 55, weight: 25, coverage: 1 },
    { key: 'support', label: 'Support', score: 24, weight: 20, coverage: 1 },
    { key: 'billing', label: 'Billing', score: 18, weight: 20, coverage: 0.5 },
    { key: 'engagement', label: 'Engagement', score: 67, weight: 20, coverage: 1 },
  ],
  receipt: [
    row('two_way_contact', 'Two-way contact', 9),
    row('overdue_balance', 'Overdue balance', 22, {
      evidence: 'Four invoices over €18,400.00 are overdue, the oldest by 51 days.',
      records: [
        { objectType: 'invoices', id: '9001', label: 'INV-2041', url: `${portal}/0-53/9001` },
        { objectType: 'invoices', id: '9002', label: 'INV-2077', url: `${portal}/0-53/9002` },
        { objectType: 'invoices', id: '9003', label: 'INV-2103', url: `${portal}/0-53/9003` },
      ],
      moreRecords: 1,
      remedy: 'Agree on a payment date for the oldest invoice; 22 points come back once nothing is overdue.',
    }),
    row('unresolved_complaints', 'Unresolved complaints', 14, { dimension: 'support' }),
    row('spend_trend', 'Spend trend', 8, { dimension: 'deals' }),
    row('payment_habit', 'Payment habit', 4),
    row('breadth', 'Breadth of contacts', 2, { dimension: 'engagement' }),
  ],
  history: weekly([66, 68, 64, 61, null, 58, 60, 54, 52, 47, 41], 4),
  nextAction: {
    kind: 'payment_reminder',
    label: 'Make a task: remind them to pay',
    reason: 'Overdue balance costs 22 points.',
    url: null,
    open: null,
  },
};

/** With the reasons why its score changed. */
export const changed: Scorecard = {
  ...atRisk,
  changes: [
    {
      days: 7,
      from: 41,
      to: 41,
      total: 0,
      title: '7 days: 0',
      sentence: 'No change in 7 days',
      parts: [],
    },
    {
      days: 30,
      from: 54,
      to: 41,
      total: -13,
      title: '30 days: -13',
      sentence:
        '-13 in 30 days: Four invoices over €18,400.00 are overdue, the oldest by 51 days (-11) · No reply for 21 days (-4)',
      parts: [
        {
          cause: 'ageing',
          label: 'Time alone',
          points: -15,
          signals: [
            {
              signal: 'overdue_balance',
              label: 'Overdue balance',
              points: -11,
              evidence: 'Four invoices over €18,400.00 are overdue, the oldest by 51 days.',
              records: [{ objectType: 'invoices', id: '9001', label: 'INV-2041', url: `${portal}/0-53/9001` }],
              moreRecords: 3,
            },
            {
              signal: 'two_way_contact',
              label: 'Two-way contact',
              points: -4,
              evidence: 'No reply for 21 days.',
              records: [],
              moreRecords: 0,
            },
          ],
        },
        {
          cause: 'behaviour',
          label: 'What happened since',
          points: 2,
          signals: [
            {
              signal: 'open_tickets',
              label: 'Open tickets',
              points: 2,
              evidence: 'Before: Two tickets are open. Now: No ticket is open.',
              records: [],
              moreRecords: 0,
            },
          ],
        },
      ],
    },
  ],
};

export const possiblySeasonal: Scorecard = {
  ...atRisk,
  companyName: 'Fernweh Gardens',
  marks: [
    {
      key: 'possibly_seasonal',
      label: 'Possibly seasonal',
      text: 'It has bought on 5 days, all within the same 3 months of the year. Less than two years of purchases cannot tell a season from a loss, so the score makes no allowance for one.',
    },
  ],
};

export const unknown: Scorecard = {
  ...healthy,
  state: 'unknown',
  companyName: 'Quiet Pond Bakery',
  score: null,
  status: 'unknown',
  scoreStatus: 'unknown',
  coverage: 0.15,
  change30d: null,
  dimensions: [{ key: 'deals', label: 'Deals and renewals', score: 70, weight: 25, coverage: 0.6 }],
  receipt: [],
  missing: [
    { signal: 'overdue_balance', label: 'Overdue balance', reason: 'The app may not read invoices in this account.' },
    { signal: 'two_way_contact', label: 'Two-way contact', reason: 'No emails are logged for this owner.' },
  ],
  history: [],
  historyMarks: [],
  historyNotes: [],
  explanation: 'Too little is known for a score: 15 % of what the model looks at.',
  hint: 'Log what is missing in HubSpot.',
};

const none: Scorecard = {
  ...unknown,
  status: null,
  scoreStatus: null,
  coverage: null,
  dimensions: [],
  missing: [],
};

export const notCustomer: Scorecard = {
  ...none,
  state: 'not_customer',
  companyName: 'Prospect Ltd',
  explanation: 'Scores are for customers. This company has no won deal or paid invoice in the last 24 months.',
  hint: 'Who counts as a customer is set in the settings of the app.',
};

export const notFound: Scorecard = {
  ...none,
  state: 'not_found',
  companyName: null,
  explanation: 'This company has not been synced. It appears after the next sync.',
  hint: null,
};

export const beforeFirstCycle: Scorecard = {
  ...notFound,
  asOf: null,
  explanation: 'No health score has been computed yet. The first one appears after the first sync.',
  hint: 'An admin can follow the first sync in the settings of the app.',
};

export const notConnected: Scorecard = {
  ...beforeFirstCycle,
  state: 'not_connected',
  explanation: 'The app is not connected to this HubSpot account any more.',
  hint: 'An admin can connect the app again by installing it anew.',
};

/** Left: what cost it points before stays. */
export const churned: Scorecard = {
  ...notCustomer,
  companyName: 'Larkspur Printing',
  receipt: atRisk.receipt,
  explanation: 'Not a customer any more, since Oct 3, 2026. What cost it points before is kept below.',
  hint: 'If it is a customer again, correct its lifecycle stage or its deals in HubSpot.',
};

/** Of which nothing was read for days. */
export const stale: Scorecard = {
  ...atRisk,
  asOf: '2026-11-14T22:30:00Z',
  stale: 'The last score is of Nov 14, 2026: nothing was read since. An admin can see why in the settings of the app.',
};

/** About which people said what they know. */
export const judged: Scorecard = {
  ...healthy,
  companyName: 'Tern & Daughters',
  status: 'unhealthy',
  pulse: {
    value: 'negative',
    reason: 'Their director said that they look around.',
    by: 'ann@example.com',
    givenOn: '2026-11-10',
    expiresOn: '2027-02-08',
  },
  override: {
    status: 'unhealthy',
    reason: 'They gave notice on the phone.',
    by: null,
    setOn: '2026-11-12',
    expiresOn: '2026-12-12',
  },
  historyMarks: [
    { date: '2026-11-02', label: 'As published from here on' },
    { date: '2026-11-12', label: 'Status set by hand: Unhealthy' },
  ],
};

/** For which our task is open already. */
export const inHand: Scorecard = {
  ...atRisk,
  nextAction: {
    kind: 'task',
    label: 'Make a task for the owner',
    reason: 'Overdue balance costs 22 points.',
    url: null,
    open: { label: 'Look into Harbour & Lindqvist', url: `${portal}/0-2/4711?engagement=88`, dueOn: '2026-11-24' },
  },
};

/** That is best talked to: the portal has a meeting link. */
export const toMeet: Scorecard = {
  ...atRisk,
  nextAction: {
    kind: 'check_up',
    label: 'Book a check-up',
    reason: 'Two-way contact costs 9 points.',
    url: 'https://meetings.example.com/ann',
    open: null,
  },
};

/** Every state that a company's card can be in. */
export const STATES: Readonly<Record<string, Scorecard>> = {
  healthy,
  atRisk,
  changed,
  possiblySeasonal,
  unknown,
  notCustomer,
  churned,
  notFound,
  beforeFirstCycle,
  notConnected,
  stale,
  judged,
  inHand,
  toMeet,
};

const recordWordsIn = (locale: string) =>
  wordsOf(makeWording({ locale, timeZone: 'UTC' }), 'card.word', RECORD_CARD_WORDS);

/** The health of a record's company in another language, as `spoken`. */
export const spokenRecord = (health: RecordHealth, locale: string): RecordHealth => ({
  ...health,
  locale,
  words: recordWordsIn(locale),
});

/** A deal's company. */
export const behindDeal: RecordHealth = {
  locale: 'en-GB',
  asOf: '2026-11-20T22:30:00Z',
  timeZone: 'Europe/Rome',
  companies: [
    {
      id: '4711',
      name: 'Harbour & Lindqvist International Freight Forwarding',
      url: `${portal}/0-2/4711`,
      state: 'scored',
      score: 41,
      status: 'at_risk',
      change30d: -13,
      text: 'Four invoices over €18,400.00 are overdue, the oldest by 51 days.',
      overridden: false,
    },
  ],
  moreCompanies: 0,
  title: null,
  explanation: null,
  stale: null,
  words: recordWordsIn('en-GB'),
};

/** Of several companies: one is unknown, one no customer, and there are others. */
export const behindTicket: RecordHealth = {
  ...behindDeal,
  companies: [
    ...behindDeal.companies.map((company) => ({ ...company, status: 'unhealthy' as const, overridden: true })),
    {
      id: '4712',
      name: 'Quiet Pond Bakery',
      url: `${portal}/0-2/4712`,
      state: 'unknown',
      score: null,
      status: 'unknown',
      change30d: null,
      text: 'Too little is known about this customer for an honest score.',
      overridden: false,
    },
    {
      id: '4713',
      name: 'Prospect Ltd',
      url: `${portal}/0-2/4713`,
      state: 'not_customer',
      score: null,
      status: null,
      change30d: null,
      text: 'Not a customer.',
      overridden: false,
    },
  ],
  moreCompanies: 2,
  stale: 'The last score is of Nov 14, 2026.',
};

export const behindNothing: RecordHealth = {
  ...behindDeal,
  asOf: null,
  companies: [],
  title: 'No company',
  explanation: 'No company is associated with this record, or it has not been read yet.',
};
