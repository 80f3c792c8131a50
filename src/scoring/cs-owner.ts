import type { FullView } from './account-view.ts';
import type { Model } from './model-shape.ts';
import type { Values } from './object-definition.ts';

/** Who owns a company in HubSpot. */
export const OWNER_PROPERTY = 'hubspot_owner_id';

/**
 * Who looks after the account, as HubSpot's owner id: whom the property that the model names names, else the company owner; null:
 * nobody. As of the view's moment.
 */
export function csOwnerOf({ company }: Pick<FullView, 'company'>, { account }: Pick<Model, 'account'>): string | null {
  const values = company.values as Values;
  const named = [account?.csOwner, OWNER_PROPERTY].flatMap((property) => (property ? [values[property]] : []));
  const owner = named.find((value) => typeof value === 'string' && value !== '');
  return typeof owner === 'string' ? owner : null;
}
