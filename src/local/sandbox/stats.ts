/** What was asked of the sandbox: read by tests and by whoever runs it, at no cost to the budget. */
import type { CallFamily } from './call-budget.ts';

export interface SandboxStats {
  readonly total: number;
  /** Calls by budget. */
  readonly byFamily: Readonly<Record<CallFamily, number>>;
  /** Calls by method and path, ids left out: "GET /crm/objects/2026-09/companies". */
  readonly byPath: Readonly<Record<string, number>>;
  /** Answers by HTTP status; "reset" for connections that were cut. */
  readonly byStatus: Readonly<Record<string, number>>;
  /** Calls refused because a budget was used up (not the 429s that were planned as faults). */
  readonly overLimit: number;
  /** Faults that were injected. */
  readonly faults: number;
  /** Most calls that arrived within one budget's span: ten seconds for general and associations, one for search. */
  readonly peak: { readonly general: number; readonly associations: number; readonly search: number };
}

export interface CallStats {
  arrived(family: CallFamily, path: string): void;
  answered(status: number | 'reset'): void;
  overLimit(): void;
  faulted(): void;
  read(): SandboxStats;
  reset(): void;
}

const SPANS = { general: 10_000, associations: 10_000, search: 1000 } as const;

export function makeCallStats(clock: () => number): CallStats {
  const empty = () => ({
    total: 0,
    byFamily: { general: 0, search: 0, associations: 0, oauth: 0 } as Record<CallFamily, number>,
    byPath: {} as Record<string, number>,
    byStatus: {} as Record<string, number>,
    overLimit: 0,
    faults: 0,
    peak: { general: 0, associations: 0, search: 0 },
  });
  let now = empty();
  let recent: Record<keyof typeof SPANS, number[]> = { general: [], associations: [], search: [] };
  return {
    arrived(family, path) {
      now.total += 1;
      now.byFamily[family] += 1;
      now.byPath[path] = (now.byPath[path] ?? 0) + 1;
      if (family === 'oauth') return;
      const since = clock() - SPANS[family];
      recent[family] = [...recent[family].filter((at) => at > since), clock()];
      now.peak[family] = Math.max(now.peak[family], recent[family].length);
    },
    answered(status) {
      now.byStatus[status] = (now.byStatus[status] ?? 0) + 1;
    },
    overLimit() {
      now.overLimit += 1;
    },
    faulted() {
      now.faults += 1;
    },
    read: () => structuredClone(now),
    reset() {
      now = empty();
      recent = { general: [], associations: [], search: [] };
    },
  };
}
