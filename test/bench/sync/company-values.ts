/** What the measured write-back finds in a company's properties, and what it writes: every value differs. */
const values = (score: number, status: string, risk: string) => ({
  account_health_score: String(score),
  account_health_status: status,
  account_health_change_30d: String(score - 50),
  account_health_coverage: String(100 - score),
  account_health_top_risk: `${risk} since the last quarter: ${score} of 100`,
});

export const valuesBefore = (companyId: string) => values(Number(companyId) % 40, 'unhealthy', 'Fewer emails');
export const valuesAfter = (companyId: string) => values(60 + (Number(companyId) % 40), 'healthy', 'More open tickets');
