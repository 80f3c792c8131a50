import type { CompanyId } from '../../ids.ts';
import type { Model } from '../../scoring/model.ts';
import type { HealthScore } from '../../scoring/score.ts';

/** What a portal's latest published cycle came to, for a person who decides whether it may be written. */
export interface FirstScores {
  /** The moment that the scores speak of, ms since 1970 UTC. */
  readonly asOf: number;
  /** IANA. */
  readonly timeZone: string;
  /** Where the portal's pages are. */
  readonly uiDomain: string;
  readonly model: Model;
  /** All, customers or not. */
  readonly companies: number;
  /** What the cycle wrote to HubSpot, by companies; null: nothing, for it was not to. */
  readonly written: { readonly changed: number; readonly unchanged: number; readonly failed: number } | null;
  /** Customers by band; `unknown`: without a score. */
  readonly bands: Readonly<Record<'healthy' | 'at_risk' | 'unhealthy' | 'unknown', number>>;
  /** Why companies have no score, the most frequent first. */
  readonly unscored: readonly { readonly reason: string; readonly count: number }[];
  /** Those with the lowest scores, the lowest first: ten at most. */
  readonly lowest: readonly {
    readonly companyId: CompanyId;
    readonly name: string | null;
    readonly health: Extract<HealthScore, { readonly state: 'scored' }>;
  }[];
}
