/** How a score is computed, in a panel. */
import type { Computation } from '@account-health/contract/card';
import { Accordion, ErrorState, Link, Panel } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { asked, button, type Card, loaded, loadedWith, texts } from './render-card.tsx';
import { atRisk } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

const computation: Computation = {
  locale: 'en-GB',
  companyName: 'Harbour & Lindqvist',
  model: { name: 'Standard B2B', version: '3' },
  asOf: '2026-11-20T22:30:00Z',
  steps: [{ label: 'Who is a customer', text: 'It has bought within 24 months.' }],
  score: 41,
  status: 'at_risk',
  dimensions: [
    {
      key: 'billing',
      label: 'Billing',
      weight: 20,
      share: 0.25,
      score: 18.4,
      signals: [
        {
          signal: 'overdue_balance',
          label: 'Overdue invoices',
          evidence: 'Four invoices are overdue.',
          raw: '51 days',
          points: 12.5,
          rule: 'Between 30 days (60 points) and 60 days (0 points).',
          weight: 2,
          share: 0.125,
          pointsLost: 22,
          records: [{ objectType: 'invoices', id: '9001', label: 'INV-2041', url: 'https://app.hubspot.com/i/9001' }],
          moreRecords: 3,
        },
        {
          signal: 'payment_habit',
          label: 'Payment habit',
          evidence: 'There is nothing on this account to judge by.',
          raw: null,
          points: null,
          rule: null,
          weight: 1,
          share: 0,
          pointsLost: 0,
          records: [],
          moreRecords: 0,
        },
      ],
    },
    { key: 'sentiment', label: 'Sentiment', weight: 10, share: 0, score: null, signals: [] },
  ],
  general: ['What is unknown counts for nothing.'],
};

const panel = (card: Card) => card.renderer.find(Panel, { id: 'account-health-computation' });

test('is asked for when somebody wants to know, and told down to the rule', async () => {
  const card = await loadedWith([atRisk, { ...computation }]);
  expect(card.fetch).toHaveBeenCalledTimes(1);
  button(card, 'How is this computed?').trigger('onClick');
  await card.renderer.waitFor(() => expect(texts(card)).toContain('Overdue invoices'));
  expect(asked(card)[1]).toEqual(['GET', '/api/companies/4711/computation']);
  expect(texts(card)).toEqual(
    expect.arrayContaining([
      'Health model: Standard B2B, version 3',
      'Who is a customer',
      'It has bought within 24 months.',
      'Between 30 days (60 points) and 60 days (0 points).',
      'Value: 51 days',
      'Points: 12.5 of 100',
      'Share of the score: 13%',
      'Points lost: 22',
      'What is unknown counts for nothing.',
    ]),
  );
  const titles = panel(card)
    .findAll(Accordion)
    .map(({ props }) => props.title);
  expect(titles).toEqual(['Billing: 18', 'Sentiment: No data']);
  expect(panel(card).find(Link).text).toBe('INV-2041');
});

test.each([new Error('offline'), { steps: [] }, new Response('null')])(
  'a failure offers to try again (%#)',
  async (failure) => {
    const card = await loadedWith([atRisk, failure, { ...computation }]);
    button(card, 'How is this computed?').trigger('onClick');
    await card.renderer.waitFor(() => panel(card).find(ErrorState));
    button(card, 'Try again').trigger('onClick');
    await card.renderer.waitFor(() => expect(texts(card)).toContain('Overdue invoices'));
  },
);

test('nobody who does not ask is kept waiting', async () => {
  const card = await loaded(atRisk);
  expect(card.fetch).toHaveBeenCalledTimes(1);
});
