/** Who may not see amounts and subjects of emails finds none in a scorecard: of any account, in any language, however they are written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeScorecard } from '../../src/http/compute-scorecard.ts';
import type { LatestCycle } from '../../src/http/latest-cycle.ts';
import { wordScorecard } from '../../src/http/word-scorecard.ts';
import { companyId, portalId } from '../../src/ids.ts';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../src/scoring/facts.ts';
import type { Model } from '../../src/scoring/model.ts';
import { mappedTexts } from '../../src/scoring/model-signals.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { CATALOGUES, makeWording } from '../../src/wording/make-wording.ts';
import { withMapped } from '../../src/wording/mapped-wording.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from '../scoring/arbitrary-account.ts';
import { setUpModel } from '../scoring/every-signal.ts';
import { calendar, customer } from '../scoring/rules/customers.ts';
import { storeOfOne } from './store-of-one.ts';

const LOCALES = Object.keys(CATALOGUES);
const SUBJECT = 'Zwielicht über Qzx';
const AMOUNTS = /amount|balance_due|_mrr$/;

const fact = (objectType: FactRecord['objectType'], id: number, daysAgo: number, values: Values): FactRecord => ({
  objectType,
  id: String(id),
  linkedAt: RUNNING_SINCE,
  unlinkedAt: null,
  versions: [{ effectiveAt: AS_OF - daysAgo * DAY_MS, seenAt: RUNNING_SINCE, values }],
});
const at = (daysAgo: number) => AS_OF - daysAgo * DAY_MS;

/** Invoices that were paid once they were reminded of, and an email in which the customer tells of plans. */
const MAIL: readonly FactRecord[] = [
  ...[1, 2, 3].flatMap((n) => [
    fact('invoices', 900 + n, 200, {
      hs_number: `INV-90${n}`,
      hs_invoice_date: at(200),
      hs_due_date: at(170),
      hs_invoice_status: 'paid',
      hs_payment_date: at(150),
      hs_amount_billed: 1_000,
      hs_balance_due: 0,
      hs_currency: 'EUR',
    }),
    fact('emails', 910 + n, 160, {
      hs_timestamp: at(160),
      hs_email_direction: 'EMAIL',
      hs_email_status: 'SENT',
      hs_email_subject: `Reminder: INV-90${n}`,
    }),
  ]),
  fact('emails', 920, 70, {
    hs_timestamp: at(70),
    hs_email_direction: 'INCOMING_EMAIL',
    hs_email_subject: 'Our expansion',
  }),
];

/** The account with amounts that nothing else in a scorecard is like, and with subjects of which that holds as well. */
function marked(facts: AccountFacts): AccountFacts {
  const values = (of: Values | null): Values | null =>
    of &&
    (Object.fromEntries(
      Object.entries(of).map(([name, value]) => {
        if (name === 'hs_email_subject' && typeof value === 'string') return [name, `${value} ${SUBJECT}`];
        const isAmount = AMOUNTS.test(name) && typeof value === 'number' && value !== 0;
        return [name, isAmount ? Math.sign(value) * (98_765.43 + Math.round(Math.abs(value)) * 7) : value];
      }),
    ) as Values);
  return {
    ...facts,
    records: facts.records.map((record) => ({
      ...record,
      versions: record.versions.map((version) => ({ ...version, values: values(version.values) })),
    })),
  };
}

const account = fc
  .tuple(customer, fc.boolean())
  .map(([facts, withMail]) => marked({ ...facts, records: [...facts.records, ...(withMail ? MAIL : [])] }));

/** A model by which there is a score, and a receipt row for all that can cost points. */
const MODEL: Model = {
  ...setUpModel(),
  minimumCoverage: 0,
  minimumDimensions: 1,
  segments: [],
  dimensions: Object.fromEntries(
    Object.entries(setUpModel().dimensions).map(([key, { signals, ...dimension }]) => [
      key,
      {
        ...dimension,
        weight: 10,
        signals: Object.fromEntries(
          Object.entries(signals).map(([signal, entry]) => [signal, { ...entry, weight: 10 }]),
        ),
      },
    ]),
  ),
};

const CYCLE: LatestCycle = {
  portal: CONNECTED,
  model: MODEL,
  calendar,
  uiDomain: 'app.hubspot.com',
  publishedSince: null,
  cycleAt: async () => undefined,
  asOf: AS_OF,
  finishedAt: AS_OF,
  published: true,
  modelName: 'M',
  modelVersion: '1',
};

/** All amounts anywhere in plain data. */
function amountsIn(data: unknown): readonly number[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('kind' in data && data.kind === 'money' && 'amount' in data) return [Number(data.amount)];
  return Object.values(data).flatMap(amountsIn);
}

/** An amount as somebody might write it. */
const renderings = (amount: number): readonly string[] => [
  String(amount),
  String(Math.round(amount)),
  String(Math.trunc(amount)),
  ...LOCALES.flatMap((locale) =>
    [0, 2].flatMap((digits) =>
      [true, false].map((useGrouping) =>
        new Intl.NumberFormat(locale, { useGrouping, maximumFractionDigits: digits }).format(amount),
      ),
    ),
  ),
];

test('no amount and no subject reaches who may not see them; who may sees them', async () => {
  const told = { amounts: 0, labels: 0, sentences: 0, changes: 0 };
  await fc.assert(
    fc.asyncProperty(account, async (facts) => {
      const computed = await computeScorecard(storeOfOne(facts), CYCLE, companyId('1'));
      const card = (locale: string, discreet: boolean) =>
        wordScorecard(computed, {
          cycle: CYCLE,
          wording: withMapped(makeWording({ locale, timeZone: 'Europe/Rome', discreet }), mappedTexts(MODEL)),
          family: undefined,
          portalId: portalId(1),
          companyId: companyId('1'),
          meetingLink: null,
          now: AS_OF,
        });
      const held = facts.records.flatMap(({ versions }) =>
        versions.flatMap(({ values }) =>
          Object.entries(values ?? {}).flatMap(([name, value]) => (AMOUNTS.test(name) ? [Number(value)] : [])),
        ),
      );
      // Small ones are like anything: a day, a count.
      const secret = [...new Set([...held, ...amountsIn(computed)])].filter((amount) => Math.abs(amount) >= 10_000);
      for (const locale of LOCALES) {
        const [open, discreet] = [JSON.stringify(card(locale, false)), JSON.stringify(card(locale, true))];
        expect(discreet).not.toContain(SUBJECT);
        expect(discreet).not.toMatch(/[€$₺₩]|EUR|USD|RON/);
        for (const text of secret.flatMap(renderings)) expect(discreet).not.toContain(text);
        if (/€|EUR|\$|USD/.test(open)) told.amounts += 1;
        if (new RegExp(`"label":"[^"]*${SUBJECT}`).test(open)) told.labels += 1;
        if (new RegExp(`"evidence":"[^"]*${SUBJECT}`).test(open)) told.sentences += 1;
        // Nothing else differs: the same rows, points and records.
        const bare = (text: string) => text.replace(/"(evidence|sentence|label)":"(?:[^"\\]|\\.)*"/g, '"$1":""');
        expect(bare(discreet)).toBe(bare(open));
        if (card(locale, false).changes.some(({ sentence }) => /€|EUR|\$|USD/.test(sentence))) told.changes += 1;
      }
    }),
    { numRuns: 30 },
  );
  expect(Math.min(...Object.values(told)), JSON.stringify(told)).toBeGreaterThan(0);
});
