import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model-file.ts';
import { eligibility as decide } from '../../src/scoring/eligibility.ts';
import type { Model } from '../../src/scoring/model.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { type AccountLiteral, account } from './account-builder.ts';
import { modelWith, ownAccount } from './own-account.ts';

const MODEL = parseModel(readFileSync('models/standard-b2b.yaml', 'utf8'), 'models/standard-b2b.yaml');
const ASOF = '2026-06-15';
interface Eligibility {
  readonly customer: boolean;
  readonly reason?: string;
  readonly leftAt?: number;
}
/** Whether it is one; by which rule is a test of its own. */
function eligibility(...asked: Parameters<typeof decide>): Eligibility {
  const { by: _, ...eligible } = { by: null, ...decide(...asked) };
  return eligible;
}

const YES: Eligibility = { customer: true };
const NO: Eligibility = { customer: false, reason: 'no_purchase_or_stage' };
const no = (reason: string): Eligibility => ({ customer: false, reason });

const judge = (literal: Partial<AccountLiteral>, rules: Partial<Model['eligibility']> = {}): Eligibility =>
  eligibility(account({ asOf: ASOF, ...literal }).view, {
    churn: undefined,
    eligibility: { ...MODEL.eligibility, ...rules },
  });
const paid = (hs_payment_date: string) => [
  { hs_invoice_date: '2020-01-01', hs_payment_date, hs_amount_billed: 100, hs_currency: 'EUR' },
];
const won = (closedate: string, amount: number | null = 100) => [
  { closedate, hs_is_closed: true, hs_is_closed_won: true, amount },
];

describe('who is a customer', () => {
  const cases: Readonly<Record<string, readonly [Partial<AccountLiteral>, Eligibility]>> = {
    'a company with nothing': [{}, NO],
    'by stage: customer': [{ company: { lifecyclestage: 'customer' } }, YES],
    'by stage: evangelist': [{ company: { lifecyclestage: 'evangelist' } }, YES],
    'not by stage: lead': [{ company: { lifecyclestage: 'lead' } }, NO],
    'by an invoice paid on the first day of the 24 months': [{ invoices: paid('2024-06-15') }, YES],
    'not by one paid on the day before': [{ invoices: paid('2024-06-14') }, NO],
    'not by an invoice that is only open': [
      { invoices: [{ hs_invoice_date: '2026-06-01', hs_amount_billed: 100 }] },
      NO,
    ],
    'by a deal won within the months': [{ deals: won('2024-06-15') }, YES],
    'not by a deal won before': [{ deals: won('2024-06-14') }, NO],
    'not by a deal that is lost': [{ deals: [{ closedate: '2026-06-01', hs_is_closed: true, amount: 100 }] }, NO],
    'by a deal won for an amount that nobody entered': [{ deals: won('2026-06-01', null) }, YES],
    'by a deal won lately, though its last paid invoice is old': [
      { deals: won('2026-06-01'), invoices: paid('2020-02-01') },
      YES,
    ],
    'not by a deal of no worth': [{ deals: won('2026-06-01', 0) }, NO],
    'by purchase, though its stage is lead': [{ company: { lifecyclestage: 'lead' }, deals: won('2026-06-01') }, YES],
    'a partner, though it buys': [
      { company: { type: 'PARTNER', lifecyclestage: 'customer' }, deals: won('2026-06-01') },
      no('partner'),
    ],
    'a reseller': [{ company: { type: 'RESELLER' } }, no('partner')],
    'a vendor, in any case': [{ company: { type: 'Vendor', lifecyclestage: 'customer' } }, no('vendor')],
    'a test company by its domain': [
      { company: { domain: 'EXAMPLE.com', lifecyclestage: 'customer' } },
      no('test_company'),
    ],
    'not a test company by part of a domain': [
      { company: { domain: 'my-example.com', lifecyclestage: 'customer' } },
      YES,
    ],
  };
  test.each(Object.entries(cases))('%s', (_what, [literal, expected]) => {
    expect(judge(literal)).toEqual(expected);
  });
});

describe('the portal’s own company, by the domain that its users’ addresses tell', () => {
  const portal = { ownDomain: 'acme.com' };
  const STAGE = { lifecyclestage: 'customer' };
  const at = (domain: string | null): Partial<AccountLiteral> => ({ company: { ...STAGE, domain }, portal });
  test.each([
    ['acme.com', no('own_company')],
    ['WWW.Acme.com', no('own_company')],
    ['acme.com.au', YES],
    ['shop.acme.com', YES],
    [null, YES],
  ])('%s', (domain, expected) => {
    expect(judge(at(domain))).toEqual(expected);
  });

  test('not where it is not told, nor where the model says not to look', () => {
    expect(judge({ company: { ...STAGE, domain: 'acme.com' } })).toEqual(YES);
    expect(judge(at('acme.com'), { detectOwnCompany: false })).toEqual(YES);
  });

  test('what the admin’s property names a customer is one; an exclusion of the model stands above both', () => {
    const customers = { property: 'lifecyclestage', values: ['customer'] };
    expect(judge(at('acme.com'), { customers })).toEqual(YES);
    expect(judge(at('acme.com'), { customers: { values: ['evangelist'] } })).toEqual(no('own_company'));
    const exclude = [{ reason: 'vendor', property: 'domain', values: ['acme.com'] }] as const;
    expect(judge(at('acme.com'), { customers, exclude })).toEqual(no('vendor'));
  });
});

test.each([
  ['stage', { company: { lifecyclestage: 'customer' }, deals: won('2026-06-01') }],
  ['purchase', { company: { lifecyclestage: 'lead' }, deals: won('2026-06-01') }],
  [
    'became_customer',
    {
      seenAt: '2026-06-20',
      company: { lifecyclestage: 'customer', hs_lifecyclestage_customer_date: Date.parse('2026-06-01T12:00:00Z') },
    },
  ],
] as const)('the rule that makes it a customer is told: %s', (by, literal) => {
  expect(
    decide(account({ asOf: ASOF, ...literal }).view, { churn: undefined, eligibility: MODEL.eligibility }),
  ).toEqual({ customer: true, by });
});

test('a property that the admin named is told before all others', () => {
  const customers = { values: ['customer'] };
  const { view } = account({ asOf: ASOF, company: { lifecyclestage: 'customer' }, deals: won('2026-06-01') });
  expect(decide(view, { churn: undefined, eligibility: { ...MODEL.eligibility, customers } })).toEqual({
    customer: true,
    by: 'named',
  });
});

describe('at a past moment', () => {
  const seenLater = { seenAt: '2026-06-20' };
  test('today’s stage says nothing; the day on which it became a customer does', () => {
    expect(judge({ ...seenLater, company: { lifecyclestage: 'customer' } })).toEqual(NO);
    const became = (day: string): Partial<AccountLiteral> => ({
      ...seenLater,
      company: { lifecyclestage: 'customer', hs_lifecyclestage_customer_date: Date.parse(`${day}T12:00:00Z`) },
    });
    expect(judge(became('2026-06-15'))).toEqual(YES);
    expect(judge(became('2026-06-16'))).toEqual(NO);
  });

  test('where today’s stage is known, a company that once became a customer and is none any more does not count', () => {
    const company = { lifecyclestage: 'other', hs_lifecyclestage_customer_date: Date.parse('2020-01-01T12:00:00Z') };
    expect(judge({ company })).toEqual(NO);
  });

  test('a purchase of later does not count; an exclusion holds at any time', () => {
    expect(judge({ ...seenLater, deals: won('2026-06-16') })).toEqual(NO);
    expect(judge({ ...seenLater, deals: won('2026-06-15') })).toEqual(YES);
    expect(judge({ ...seenLater, company: { type: 'PARTNER' }, deals: won('2026-06-15') })).toEqual(no('partner'));
  });
});

test('the rules are the model’s', () => {
  expect(judge({ company: { lifecyclestage: 'lead' } }, { lifecycleStages: ['lead'] })).toEqual(YES);
  expect(judge({ deals: won('2026-04-14') }, { purchaseWithinMonths: 2 })).toEqual(NO);
  expect(judge({ deals: won('2026-04-15') }, { purchaseWithinMonths: 2 })).toEqual(YES);
  const exclude = [{ reason: 'ours', property: 'name', values: ['acme'] }] as const;
  expect(judge({ company: { lifecyclestage: 'customer' } }, { exclude })).toEqual(no('ours'));
  expect(judge({ company: { type: 'PARTNER', lifecyclestage: 'customer' } }, { exclude: [] })).toEqual(YES);
});

describe('rules of the portal’s own', () => {
  const rules = modelWith({
    eligibility: {
      customers: { property: 'plan', values: ['Gold', 'Silver'] },
      lifecycleStages: ['customer'],
      purchaseWithinMonths: 24,
      exclude: [{ reason: 'own_company', property: 'kind_of', values: ['Ourselves'] }],
    },
    churn: { property: 'plan', values: ['gone'], date: 'gone_on' },
  });
  const ruled = (literal: Partial<AccountLiteral>, own: Values): Eligibility =>
    eligibility(ownAccount({ asOf: ASOF, ...literal }, own, rules), rules);
  const left = (day: string) => Date.parse(`${day}T12:00:00Z`);
  const STAGE = { company: { lifecyclestage: 'customer' } };

  test('where the admin names a property, that alone decides', () => {
    expect(ruled({}, { plan: 'gold' })).toEqual(YES);
    expect(ruled({ ...STAGE, deals: won('2026-06-01') }, { plan: 'free' })).toEqual(no('not_named'));
    expect(ruled({ ...STAGE, deals: won('2026-06-01') }, { plan: null })).toEqual(no('not_named'));
  });

  test('while its value is not known yet, what is dated stands in', () => {
    const before = { seenAt: '2026-06-20', deals: won('2026-06-01') };
    expect(ruled(before, { plan: 'free' })).toEqual(YES);
    expect(ruled({ ...before, deals: [] }, { plan: 'gold' })).toEqual(NO);
  });

  test('an exclusion by any property, at any time, whatever else holds', () => {
    expect(ruled({ seenAt: '2026-06-20', deals: won('2026-06-01') }, { plan: 'gold', kind_of: 'ourselves' })).toEqual(
      no('own_company'),
    );
  });

  test('who left by the day is no customer', () => {
    expect(ruled({ deals: won('2026-06-01') }, { plan: 'gone', gone_on: left(ASOF) })).toEqual({
      customer: false,
      reason: 'churned',
      leftAt: left(ASOF),
    });
  });

  test('who gave notice is one until the day', () => {
    const notice = { plan: 'gone', gone_on: left('2026-06-16') };
    expect(ruled({}, notice)).toEqual(no('not_named'));
    expect(eligibility(ownAccount({ asOf: ASOF, ...STAGE }, notice, byStage), byStage)).toEqual(YES);
  });

  const byStage = modelWith({ churn: { property: 'plan', values: ['gone'], date: 'gone_on' } });
  test('before we saw it, the date tells', () => {
    const literal = { ...STAGE, seenAt: '2026-06-20', deals: won('2026-01-01') };
    const judged = (day: string) =>
      eligibility(ownAccount({ asOf: ASOF, ...literal }, { plan: 'gone', gone_on: left(day) }, byStage), byStage);
    expect(judged('2026-06-01')).toMatchObject(no('churned'));
    expect(judged('2026-06-17')).toEqual(YES);
  });

  test('without a date it left when we first saw it so', () => {
    const undated = modelWith({ churn: { values: ['other'] } });
    const company = {
      lifecyclestage: 'customer',
      seenAt: '2026-01-01',
      later: [{ seenAt: '2026-03-01', lifecyclestage: 'other' }],
    };
    const seen = ownAccount({ asOf: ASOF, runningSince: '2026-01-01', company }, {}, undated);
    expect(eligibility(seen, undated)).toEqual({
      customer: false,
      reason: 'churned',
      leftAt: Date.parse('2026-03-01'),
    });
    const before = ownAccount({ asOf: '2026-02-01', runningSince: '2026-01-01', company }, {}, undated);
    expect(eligibility(before, undated)).toEqual(YES);
  });

  test('who was won back is a customer', () => {
    expect(ruled({}, { plan: 'silver', gone_on: left('2025-01-01') })).toEqual(YES);
  });
});
