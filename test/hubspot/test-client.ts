import { makePortalClient, type PortalClientOptions } from '../../src/hubspot/make-portal-client.ts';

export const HUBSPOT = 'https://api.hubapi.com';
export const TOKEN = 'test-token-of-no-portal';

/** A client whose sleeps take no time but move its clock, and are written down. */
export function makeTestClient(options: Partial<PortalClientOptions> = {}) {
  let now = Date.UTC(2026, 0, 15, 12);
  const slept: number[] = [];
  const warnings: object[] = [];
  const client = makePortalClient({
    token: async () => TOKEN,
    baseUrl: HUBSPOT,
    clock: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
    random: () => 0.5,
    log: { warn: (fields, message) => void warnings.push({ ...fields, message }) },
    ...options,
  });
  return { client, slept, warnings };
}

/** A client for a portal whose time is given: it never waits for its budgets, and sleeps only move its own idea of the time. */
export function makeUnpacedClient({
  clock,
  ...options
}: Pick<PortalClientOptions, 'baseUrl' | 'token' | 'clock'> & Partial<PortalClientOptions>) {
  const open = { calls: 1_000_000, windowMs: 1 };
  let sleptMs = 0;
  return makeTestClient({
    ...options,
    clock: () => clock() + sleptMs,
    sleep: async (ms) => {
      sleptMs += ms;
    },
    budgets: { general: open, search: open, associations: open },
  });
}

/** Every item of an async iterable. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
