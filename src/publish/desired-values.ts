import type { CompanyId } from '../ids.ts';
import { type Override, statusHeld } from '../scoring/override.ts';
import type { HealthScore } from '../scoring/score.ts';
import type { ReceiptEntry } from '../scoring/weigh.ts';
import type { Wording } from '../wording/make-wording.ts';
import { receiptText } from '../wording/receipt-text.ts';
import type { DesiredValues } from './write-back.ts';

/** What a company's properties should show of its score. Blank where it is no customer; a score that ceased is blanked. A person's override is its status. */
export function desiredValues(
  company: { readonly companyId: CompanyId; readonly health: HealthScore; readonly change30d: number | null },
  wording: Wording,
  override?: Override,
): DesiredValues {
  const { companyId, health, change30d } = company;
  const customer = health.state !== 'not_customer';
  const scored = health.state === 'scored';
  const worst = scored ? health.receipt[0] : undefined;
  return {
    companyId,
    values: {
      account_health_score: scored ? String(health.score) : '',
      account_health_status: statusHeld(scored ? health.status : customer ? 'unknown' : null, override) ?? '',
      account_health_change_30d: change30d === null ? '' : String(change30d),
      account_health_coverage: customer ? String(Math.round(health.coverage * 100)) : '',
      account_health_top_risk: worst === undefined ? '' : topRisk(worst, wording),
    },
  };
}

/** A row in words that stand alone: what is missing says of what. */
export function topRisk(row: ReceiptEntry, wording: Wording): string {
  const { label, evidence } = receiptText(wording, row);
  return 'kind' in row.cause ? `${label}: ${evidence}` : evidence;
}
