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
  /** Labels that the portal's admins made and its users gave to associations. */
  readonly associationLabels?: readonly PortalAssociationLabel[];
  /**
   * What records' properties were before `takenAt`; asked when somebody wants to know. A property that is left out has had its value
   * since the record was created. Left out as a whole: every record was brought into HubSpot as it is, at `takenAt`.
   */
  readonly pastOf?: (objectType: string, record: PortalRecord) => PastSteps;
  /** The portal's users that records name in `hubspot_owner_id`; left out where the data names none. */
  readonly owners?: readonly PortalOwner[];
  /** Ids of owners whose user left: records still name them, but nobody can be given anything of theirs. */
  readonly formerOwners?: readonly string[];
  /** Who may log in to the portal; left out: one super admin. */
  readonly users?: readonly PortalUser[];
}

/** Values by property, each with the moment at which it was set (ms since 1970 UTC), ascending; the last is the value of now. */
export type PastSteps = Readonly<Record<string, readonly { readonly value: string; readonly at: number }[]>>;

/** A label on the association of two records, which must be associated. Told from one end, it is there from either. */
export interface PortalAssociationLabel {
  /** Object types by plural. */
  readonly from: string;
  readonly id: string;
  readonly to: string;
  readonly toId: string;
  /** As people see it: "Referrer". */
  readonly label: string;
}

export interface PortalExchangeRate {
  readonly from: string;
  readonly rate: number;
  /** Ms since 1970 UTC. */
  readonly effectiveAt: number;
}

export interface PortalUser {
  readonly id: string;
  readonly email: string;
  /** Default: false. */
  readonly superAdmin?: boolean;
  readonly primaryTeamId?: string;
  readonly secondaryTeamIds?: readonly string[];
}

export interface PortalOwner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Left out: in none. */
  readonly teams?: readonly { readonly id: string; readonly name: string; readonly primary: boolean }[];
}

export interface PortalRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  /** Associated record ids by plural object type, e.g. `{ companies: ["12"] }`; the first company is the primary one. */
  readonly associations: Readonly<Record<string, readonly string[]>>;
}
