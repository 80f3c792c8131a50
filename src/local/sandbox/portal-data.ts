/**
 * A portal's content as plain data: what the generator and the folder reader make and the sandbox serves. Values are as
 * HubSpot holds them: text, or null for empty.
 */
export interface PortalData {
  readonly portalId: number;
  readonly timeZone: string;
  readonly companyCurrency: string;
  /** The moment the content was taken, ms since 1970 UTC: "now" for whoever shows this portal. */
  readonly takenAt: number;
  readonly objects: Readonly<Record<string, readonly PortalRecord[]>>;
  /** Properties beyond the standard ones the sandbox always has, by object type. */
  readonly extraProperties?: Readonly<
    Record<string, readonly { readonly name: string; readonly type: string; readonly options?: readonly string[] }[]>
  >;
  /** What its other currencies are worth in `companyCurrency`, by rates that were ever set; left out: it has one currency. */
  readonly exchangeRates?: readonly PortalExchangeRate[];
  /** The portal's users that records name in `hubspot_owner_id`; left out where the data names none. */
  readonly owners?: readonly PortalOwner[];
}

export interface PortalExchangeRate {
  readonly from: string;
  readonly rate: number;
  /** Ms since 1970 UTC. */
  readonly effectiveAt: number;
}

export interface PortalOwner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface PortalRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  /** Associated record ids by plural object type, e.g. `{ companies: ["12"] }`; the first company is the primary one. */
  readonly associations: Readonly<Record<string, readonly string[]>>;
}
