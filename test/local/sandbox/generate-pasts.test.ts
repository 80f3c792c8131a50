import { expect, test } from 'vitest';
import { generatePortal } from '../../../src/local/sandbox/generate/generate-portal.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const DATA = generatePortal({ seed: 3, companies: 60, now: NOW, whaleRecords: 60 });
const TYPES = ['companies', 'deals', 'tickets', 'invoices', 'subscriptions'];
const pasts = TYPES.flatMap((type) =>
  (DATA.objects[type] ?? []).map((record) => ({ type, record, past: DATA.pastOf?.(type, record) ?? {} })),
);

test('a generated past leads from change to change to the value of now, and never beyond it', () => {
  for (const { type, record, past } of pasts) {
    for (const [name, steps] of Object.entries(past)) {
      const what = `${type} ${record.id} ${name}`;
      expect([what, steps.at(-1)?.value]).toEqual([what, record.properties[name]]);
      expect([what, steps.map(({ at }) => at)]).toEqual([what, steps.map(({ at }) => at).toSorted((a, b) => a - b)]);
      expect(steps.every(({ at, value }, index) => at <= NOW && value !== steps[index - 1]?.value)).toBe(true);
    }
  }
});

test.each([
  ['deals', 'dealstage', 3],
  ['deals', 'hs_is_closed', 2],
  ['invoices', 'hs_invoice_status', 2],
  ['tickets', 'hs_is_closed', 3],
  ['companies', 'lifecyclestage', 3],
  ['companies', 'hs_csm_sentiment', 2],
  ['subscriptions', 'hs_status', 2],
])('%s: some %s changed, over %i values', (type, name, values) => {
  const longest = Math.max(...pasts.map(({ type: of, past }) => (of === type ? (past[name]?.length ?? 0) : 0)));
  expect(longest).toBeGreaterThanOrEqual(values);
});

test('a paid invoice was open until the day on which it was paid, and the past is the same each time', () => {
  const paid = (DATA.objects.invoices ?? []).filter(({ properties }) => properties.hs_invoice_status === 'paid');
  for (const invoice of paid.slice(0, 50)) {
    const past = DATA.pastOf?.('invoices', invoice);
    const at = Date.parse(invoice.properties.hs_payment_date ?? '');
    if (at > Date.parse(invoice.properties.hs_createdate ?? ''))
      expect(past?.hs_invoice_status?.map(({ value }) => value)).toEqual(['open', 'paid']);
    expect(past?.hs_invoice_status?.at(-1)?.at).toBe(at);
    expect(DATA.pastOf?.('invoices', invoice)).toEqual(past);
  }
});
