import type { ObjectType } from './properties.ts';

/** What sync must fetch of one object type. */
export interface TypePlan {
  readonly objectType: ObjectType;
  /** HubSpot's internal property names, sorted. Associations (kind `ids`) are not among them. */
  readonly properties: readonly string[];
  /** Object types whose associations are read along, sorted; `companies` for every activity type. */
  readonly associations: readonly ObjectType[];
}

/** The union of what the signals and the model read: the only thing sync knows about scoring. Companies come first. */
export type ReadPlan = readonly TypePlan[];
