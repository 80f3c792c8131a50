import type { Model } from './model-shape.ts';
import type { PortalContext } from './portal-context.ts';

/** Whole scores: unhealthy below `atRiskFrom`, healthy from `healthyFrom` on; `atRiskFrom` <= `healthyFrom`. */
export interface Bands {
  readonly atRiskFrom: number;
  readonly healthyFrom: number;
}

/** Fewer customers than this have no quarters: until then the model's fixed thresholds hold. */
const MINIMUM_FOR_QUARTILES = 8;

/**
 * The thresholds that the whole portal's scores give, in any order: quartiles (at most a quarter is unhealthy, at least a quarter
 * healthy: equal scores are in the better band), or an alarm budget (at most so many are unhealthy). Undefined where the model
 * gives them itself, or where there are too few scores.
 */
export function portalBands({ bands }: Pick<Model, 'bands'>, scores: readonly number[]): Bands | undefined {
  const ascending = scores.toSorted((a, b) => a - b);
  const count = ascending.length;
  if (bands.by === 'quartiles' && count >= MINIMUM_FOR_QUARTILES) {
    const [atRiskFrom, healthyFrom] = [Math.floor(count / 4), Math.floor((count * 3) / 4)].map((at) => ascending[at]);
    if (atRiskFrom !== undefined && healthyFrom !== undefined) return { atRiskFrom, healthyFrom };
  }
  if (bands.by === 'alarm_budget' && count > 0) {
    const { healthyFrom, callsAWeek = 0 } = bands;
    return { atRiskFrom: Math.min(ascending[callsAWeek] ?? healthyFrom, healthyFrom), healthyFrom };
  }
  return undefined;
}

/** The thresholds that hold in the portal: those computed of it where the model asks for that, else the model's. */
export const bandsOf = ({ bands }: Pick<Model, 'bands'>, portal: Pick<PortalContext, 'bands'>): Bands =>
  bands.by === 'fixed' ? bands : (portal.bands ?? bands);

/** The health status of a score. */
export function bandOf({ atRiskFrom, healthyFrom }: Bands, score: number): 'healthy' | 'at_risk' | 'unhealthy' {
  if (score >= healthyFrom) return 'healthy';
  return score >= atRiskFrom ? 'at_risk' : 'unhealthy';
}
