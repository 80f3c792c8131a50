/**
 * What may be known of a property at a past moment T (scoring.md, rule 5):
 * - `fixed`: holds for as long as the record exists (names, directions, the dates a record was born with);
 * - `event`: the value is the moment something happened; before that moment it had not happened;
 * - `settled`: final once the record settled (deal closed, ticket closed, invoice paid), known from that moment on; until
 *   then as `current`;
 * - `current`: HubSpot gives only today's value, so it is known from when we first saw it, and unknown before.
 */
export type Dating = 'fixed' | 'event' | 'settled' | 'current';

/**
 * Of a property whose past values sync reads (`propertiesWithHistory`), who fills it in:
 * - `people`: before the first value that HubSpot tells it was empty, as long as there was such a record;
 * - `hubspot`: it is filled as long as the record exists (a stage, a status, what is computed), and HubSpot may have begun to keep
 *   it later than the record: before the first value nothing is known.
 * Where HubSpot tells a moment's value, that counts, whatever the dating; where it does not, the dating decides.
 */
export type FilledBy = 'people' | 'hubspot';

/**
 * `time` is milliseconds since 1970 UTC; `amount` a number in the record's currency; `ids` record ids, sorted; `prose` free text
 * without its markup, of which the beginning is kept (`PROSE_KEPT` characters): what is not needed is not held.
 */
export type Kind = 'text' | 'prose' | 'number' | 'amount' | 'flag' | 'time' | 'ids';
export const PROSE_KEPT = 500;

export interface Property {
  readonly kind: Kind;
  readonly dating: Dating;
  /** Its past is read from HubSpot. Left out: it is not. */
  readonly past?: FilledBy;
  /**
   * Of ids: only records of this type that are associated under one of the labels that the model names (`model-labels.ts`). Left out:
   * all associated records of the type that the property is named as.
   */
  readonly labelled?: 'companies';
}

export interface ObjectDefinition {
  /** HubSpot's `objectTypeId`, the same in every portal. */
  readonly typeId: string;
  readonly properties: Readonly<Record<string, Property>>;
  /** The record exists from the earliest of these on. None: it exists at any time (companies). */
  readonly born: readonly string[];
  /**
   * How the record settles, if it does: `isSettled` over its values, the property that dates it, and the one that tells it by itself,
   * whose history dates it where the former is empty.
   */
  readonly settles?: { readonly when: (values: Values) => boolean; readonly at: string; readonly by: string };
  /** Records that never count, at any time. */
  readonly ignore?: (values: Values) => boolean;
  /** Where a record has no company of its own, those of its associated records of this type stand in. */
  readonly companiesVia?: 'contacts' | 'deals';
  /** The property that names the company whose record it is, among those that it is associated with. */
  readonly primaryCompany?: string;
  /** Only records this recent are read: as far back as signals look, and a year more, for the history that is shown. */
  readonly window?: { readonly property: string; readonly days: number };
  /** Many records that each tell little. */
  readonly bulk?: true;
  /** The property that names a record to people, if it has one. */
  readonly label?: string;
}

export type Value = string | number | boolean | readonly string[] | null;

/** A record's property values at one version, by HubSpot's internal name. Null: known to be empty. */
export type Values = Readonly<Record<string, Value>>;
