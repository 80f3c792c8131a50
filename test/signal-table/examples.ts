import type { Evidence } from '../../src/scoring/evidence.ts';
import type { ReceiptEntry, SignalResult } from '../../src/scoring/weigh.ts';

/** A company as scored: of it, what an example is looked for in. */
export interface Company {
  readonly companyId: string;
  readonly health:
    | { readonly state: 'not_customer' }
    | { readonly state: 'unknown'; readonly signals: readonly SignalResult[] }
    | {
        readonly state: 'scored';
        readonly signals: readonly SignalResult[];
        readonly receipt: readonly Pick<ReceiptEntry, 'key' | 'dimension' | 'pointsLost'>[];
      };
}

/** What a signal told of one company. */
export interface Example {
  readonly evidence: Evidence;
  /** Whole points on the receipt; null: the reading is on none. */
  readonly pointsLost: number | null;
}

interface Found extends Example {
  readonly companyId: string;
  /** What goes first: the larger, the worse. */
  readonly loss: number;
}

/** On a receipt goes before off it; then the larger loss; ties by company id. */
const worstFirst = (a: Found, b: Found): number =>
  Number(b.pointsLost !== null) - Number(a.pointsLost !== null) ||
  b.loss - a.loss ||
  (a.companyId < b.companyId ? -1 : 1);

/**
 * The receipt row of a signal that cost the most points; where it cost nobody any (it weighs nothing, or little), the reading with the fewest
 * points. `message`: only what is told by this sentence. Undefined where the run has no such reading.
 */
export function worstExample(scored: readonly Company[], signal: string, message?: string): Example | undefined {
  const found = scored.flatMap(({ companyId, health }): Found[] => {
    if (health.state === 'not_customer') return [];
    const reading = health.signals.find((result) => result.signal === signal)?.reading;
    if (reading?.kind !== 'scored') return [];
    const { evidence, points } = reading;
    if (message !== undefined && evidence.message !== message) return [];
    const receipt = health.state === 'scored' ? health.receipt : [];
    const row = receipt.find((entry) => entry.dimension !== null && entry.key === signal);
    return [{ companyId, evidence, pointsLost: row?.pointsLost ?? null, loss: row?.pointsLost ?? 100 - points }];
  });
  return found.toSorted(worstFirst)[0];
}
