/** A HubSpot account ("portal") id, as account-info and signed requests give it: a positive whole number. */
export type PortalId = number & { readonly __brand: 'PortalId' };

/** A company record id inside one portal: HubSpot's decimal digits, kept as text. */
export type CompanyId = string & { readonly __brand: 'CompanyId' };

/** Brands a parsed number. Call it only at an edge, where the number was just validated. */
export const portalId = (value: number): PortalId => value as PortalId;

/** Brands a parsed id. Call it only at an edge, where the text was just validated. */
export const companyId = (value: string): CompanyId => value as CompanyId;
