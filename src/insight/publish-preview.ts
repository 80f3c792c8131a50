/** What publishing a model would change in a portal, taken company by company: memory does not grow with the portal. */
import type { Bands } from '../scoring/bands.ts';
import type { HealthScore } from '../scoring/score.ts';
import { type MoveReason, moveReasons, type Standing, scoreOf, standingOf } from './model-move.ts';

/** One company under both models, as of the same moment. */
export interface PreviewedCompany {
  readonly id: string;
  readonly name: string | null;
  readonly before: HealthScore;
  readonly after: HealthScore;
  /** In the portal's currency, >= 0; null: not known. */
  readonly yearlyRevenue: number | null;
}

/** A company whose status the draft changes. */
export interface Move extends Pick<PreviewedCompany, 'id' | 'name' | 'yearlyRevenue'> {
  readonly from: { readonly score: number | null; readonly standing: Standing };
  readonly to: { readonly score: number | null; readonly standing: Standing };
  readonly reasons: readonly MoveReason[];
  /** How far it moves, 1..100: whole points, at least 1; one that gains or loses its score moves by all of it. */
  readonly size: number;
}

type ByStanding = Readonly<Record<Standing, number>>;
const SCORED = ['healthy', 'at_risk', 'unhealthy', 'unknown'] as const;

export interface PreviewFigures {
  readonly companies: number;
  readonly before: ByStanding;
  readonly after: ByStanding;
  /** Ten of them, from 0-9 to 90-100: how many scores lie in each. */
  readonly histogram: readonly { readonly from: number; readonly before: number; readonly after: number }[];
  /** Scored before and after, and in a worse or better band. */
  readonly worsened: number;
  readonly recovered: number;
  /** The other changes of status: customers gained or lost, scores that become known or unknown. */
  readonly otherMoves: number;
  /** By revenue times size, then size, then id: at most 100. */
  readonly moves: readonly Move[];
  readonly moreMoves: number;
  /** Yearly revenue of the customers by status, before and after, of those of whom it is known. */
  readonly revenue: {
    readonly byStatus: readonly {
      readonly status: (typeof SCORED)[number];
      readonly before: number;
      readonly after: number;
    }[];
    /** Customers under either model, and of how many of them revenue is known. */
    readonly customers: number;
    readonly known: number;
  };
  /** Scores that change within their band: how many, and the most points that one changes by. */
  readonly shifted: { readonly companies: number; readonly mostPoints: number };
}

const MOST_MOVES = 100;
const RANK: Readonly<Record<string, number>> = { unhealthy: 0, at_risk: 1, healthy: 2 };

export interface PublishPreview {
  take(company: PreviewedCompany): void;
  /** Of all that were taken so far. */
  figures(): PreviewFigures;
}

/** @param bands the thresholds that hold in the portal under each model */
export function makePublishPreview(bands: { readonly before: Bands; readonly after: Bands }): PublishPreview {
  const none = () => ({ healthy: 0, at_risk: 0, unhealthy: 0, unknown: 0, not_customer: 0 });
  const counts = { before: none(), after: none() };
  const revenues = { before: none(), after: none() };
  const histogram = Array.from({ length: 10 }, (_, place) => ({ from: 10 * place, before: 0, after: 0 }));
  const moved = { worsened: 0, recovered: 0, otherMoves: 0 };
  const shifted = { companies: 0, mostPoints: 0 };
  const ofRevenue = { customers: 0, known: 0 };
  let companies = 0;
  let moves: Move[] = [];

  function count(side: 'before' | 'after', health: HealthScore, revenue: number | null): Standing {
    const standing = standingOf(health);
    counts[side][standing] += 1;
    revenues[side][standing] += revenue ?? 0;
    const score = scoreOf(health);
    const bar = score === null ? undefined : histogram[Math.min(9, Math.floor(score / 10))];
    if (bar !== undefined) bar[side] += 1;
    return standing;
  }

  function keep(move: Move): void {
    moves.push(move);
    // Sorted now and then: each company is looked at once, however many move.
    if (moves.length >= 2 * MOST_MOVES) moves = ranked(moves);
  }

  return {
    take({ id, name, before, after, yearlyRevenue }) {
      companies += 1;
      const [from, to] = [count('before', before, yearlyRevenue), count('after', after, yearlyRevenue)];
      if (from !== 'not_customer' || to !== 'not_customer') {
        ofRevenue.customers += 1;
        if (yearlyRevenue !== null) ofRevenue.known += 1;
      }
      const [was, is] = [scoreOf(before), scoreOf(after)];
      const points = Math.abs((is ?? 0) - (was ?? 0));
      if (from === to) {
        if (points > 0) shifted.companies += 1;
        shifted.mostPoints = Math.max(shifted.mostPoints, points);
        return;
      }
      const way = (RANK[to] ?? Number.NaN) - (RANK[from] ?? Number.NaN);
      moved[way < 0 ? 'worsened' : way > 0 ? 'recovered' : 'otherMoves'] += 1;
      keep({
        id,
        name,
        yearlyRevenue,
        from: { score: was, standing: from },
        to: { score: is, standing: to },
        reasons: moveReasons(before, after, bands),
        size: Math.max(1, points),
      });
    },
    figures() {
      const kept = ranked(moves);
      const { worsened, recovered, otherMoves } = moved;
      return {
        companies,
        before: { ...counts.before },
        after: { ...counts.after },
        histogram: histogram.map((bar) => ({ ...bar })),
        ...moved,
        moves: kept,
        moreMoves: worsened + recovered + otherMoves - kept.length,
        revenue: {
          byStatus: SCORED.map((status) => ({
            status,
            before: toCents(revenues.before[status]),
            after: toCents(revenues.after[status]),
          })),
          ...ofRevenue,
        },
        shifted: { ...shifted },
      };
    },
  };
}

const toCents = (amount: number): number => Math.round(amount * 100) / 100;

const byId = (a: Move, b: Move): number => (a.id < b.id ? -1 : 1);

const ranked = (moves: readonly Move[]): Move[] =>
  moves
    .toSorted(
      (a, b) => (b.yearlyRevenue ?? 0) * b.size - (a.yearlyRevenue ?? 0) * a.size || b.size - a.size || byId(a, b),
    )
    .slice(0, MOST_MOVES);

/** The moves in an order that tells nothing of revenue. */
export const bySize = (moves: readonly Move[]): readonly Move[] =>
  moves.toSorted((a, b) => b.size - a.size || byId(a, b));
