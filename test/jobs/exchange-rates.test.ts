/** Rates reach the portal's context where the portal has several currencies; whatever lacks, the cycle ends well. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import type { Store } from '../../src/store/open-store.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, openCycleRig } from './cycle-rig.ts';
import { startRefusingProxy } from './refusing-proxy.ts';

const RATES = 'GET /settings/currencies/2026-03/exchange-rates';
const at = (isoDay: string) => Date.parse(isoDay);

let store: Store;
const rigs: CycleRig[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const rig of rigs) await rig.close();
  await store.close();
});

async function open(...[data, options]: [Parameters<typeof openCycleRig>[1]?, Parameters<typeof openCycleRig>[2]?]) {
  const rig = await openCycleRig(store, data, options);
  rigs.push(rig);
  return rig;
}
async function ratesOf(rig: CycleRig) {
  const context = (await rig.store.latestCycle())?.context as { readonly portal: PortalContext };
  return context.portal.exchangeRates;
}
const exchangeRates = [
  { from: 'USD', rate: 0.8, effectiveAt: at('2026-01-01') },
  { from: 'USD', rate: 0.9, effectiveAt: at('2025-01-01') },
  { from: 'GBP', rate: 1.2, effectiveAt: at('2025-02-01') },
  { from: 'USD', rate: 0.9, effectiveAt: at('2025-06-01') },
  { from: 'USD', rate: 0.7, effectiveAt: at('2099-01-01') },
];

test('by currency and date, what did not change left out; stored with the cycle', async () => {
  const rig = await open({ exchangeRates });
  await rig.cycle();
  expect(await ratesOf(rig)).toEqual({
    USD: [
      { since: at('2025-01-01'), rate: 0.9 },
      { since: at('2026-01-01'), rate: 0.8 },
      { since: at('2099-01-01'), rate: 0.7 },
    ],
    GBP: [{ since: at('2025-02-01'), rate: 1.2 }],
  });
});

test('a portal with one currency is not asked', async () => {
  const rig = await open();
  await rig.cycle();
  expect(await ratesOf(rig)).toBeUndefined();
  expect(Object.keys(rig.calls()).filter((call) => call.includes('currencies'))).toEqual([]);
});

test('without the scope there are no rates; granted, there are', async () => {
  const scopes = ALL_SCOPES.filter((scope) => scope !== 'settings.currencies.read');
  const rig = await open({ exchangeRates }, { scopes });
  const { report } = await rig.cycle();
  expect(report.companies.scored).toBeGreaterThan(0);
  expect(await ratesOf(rig)).toBeUndefined();
  rig.sandbox.portal.setScopes(ALL_SCOPES);
  rig.advance(60_000);
  await rig.cycle();
  expect(Object.keys((await ratesOf(rig)) ?? {})).toEqual(['USD', 'GBP']);
});

test('rates to a currency that was the portal’s before say nothing', async () => {
  const rig = await open({ exchangeRates });
  const before = { ...exchangeRates[0], fromCurrencyCode: 'EUR', toCurrencyCode: 'USD', conversionRate: 1.1 };
  const results = [{ ...before, effectiveAt: '2024-01-01T00:00:00Z' }];
  const url = await startRefusingProxy(rig.sandbox.url, (call) =>
    call.startsWith(RATES) ? { status: 200, body: JSON.stringify({ results }) } : undefined,
  );
  const { client } = makeUnpacedClient({ baseUrl: url, token: async () => rig.sandbox.token, clock: rig.now });
  await rig.cycle({ client });
  expect(await ratesOf(rig)).toEqual({});
});
