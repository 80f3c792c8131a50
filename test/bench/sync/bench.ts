/** What all rows of one run of the command share. */
import { portalId } from '../../../src/ids.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { PORTAL_ID, type PortalPlan, type Sizes, timesOf } from './bench-portal.ts';
import { differences } from './differences.ts';
import type { PortalSetup } from './portal-process.ts';

export interface Bench {
  /** Of each call, ms: all rows are measured once for each. */
  readonly latencies: readonly number[];
  /** The latencies at which the official client is measured too. */
  readonly peerLatencies: readonly number[];
  readonly parts: readonly Part[];
  readonly scale: number;
  readonly hasLimits: boolean;
  /** Ms since 1970 UTC; the same for every process. */
  readonly takenAt: number;
  /** For the stores. */
  readonly folder: string;
}

export const PARTS = ['full', 'incremental', 'write-back'] as const;
export type Part = (typeof PARTS)[number];

export const SIZES: Sizes = {
  companies: 2_000,
  contacts: 10_000,
  deals: 10_000,
  tickets: 10_000,
  emails: 50_000,
  invoices: 10_000,
};

/** The portal of the write-back. */
export const WRITTEN: Sizes = { companies: 20_000 };

/** What changed between two syncs. The emails are more than one search query can give. */
export const changesAt = (sizes: Sizes): readonly (readonly [name: string, changed: Sizes])[] => [
  ['1 % changed', timesOf(sizes, 0.01)],
  ['10 % changed', timesOf(sizes, 0.1)],
  ['14,818 emails changed', { emails: 14_818 }],
];

export const portalOf = (bench: Bench, sizes: Sizes, more: Partial<PortalSetup>): PortalSetup => ({
  sizes,
  changed: {},
  takenAt: bench.takenAt,
  latencyMs: 0,
  hasLimits: bench.hasLimits,
  aheadMs: 0,
  ...more,
});

/** Compares the store in a folder with the portal, record by record. */
export async function exactness(dataDir: string, plan: PortalPlan): Promise<string> {
  const store = await openStore({ dataDir });
  const wrong = await differences(store.portal(portalId(PORTAL_ID)), plan);
  await store.close();
  return wrong === 0 ? 'exact' : `${wrong} wrong`;
}

/** Whether the portal shows all that was to be written. */
export const writtenText = (written: number): string =>
  written === WRITTEN.companies ? 'exact' : `${(WRITTEN.companies ?? 0) - written} wrong`;
