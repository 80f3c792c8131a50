/** Whether it is told which of the companies is the portal's own. */
import { ScopeMissing } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { Model } from '../scoring/model.ts';
import type { MessageValues } from '../wording/make-wording.ts';
import type { Finding, Note } from './findings.ts';
import { ownDomain } from './own-domain.ts';

/** `lacking`: the scopes that lack and what they buy, in words. */
export async function examineOwnCompany(
  client: PortalClient,
  model: Model | undefined,
  note: Note,
  lacking: (scopes: readonly string[]) => MessageValues,
): Promise<readonly Finding[]> {
  const rules = model?.eligibility.exclude ?? [];
  const isNamed = rules.some(({ reason, values }) => reason === 'own_company' && values.length > 0);
  if (model?.eligibility.detectOwnCompany === false) return [note('ok', 'own_company_named')];
  try {
    const domain = ownDomain(await client.owners());
    if (domain !== undefined) return [note('ok', 'own_company', { domain })];
    return [isNamed ? note('ok', 'own_company_named') : note('look', 'own_company_untold')];
  } catch (error) {
    // Whatever else stands in the way will stand in the way of a cycle too, which says it in full.
    if (!(error instanceof ScopeMissing)) return [];
    return [isNamed ? note('ok', 'own_company_named') : note('look', 'own_company_refused', lacking(error.scopes))];
  }
}
