import { ELIGIBILITY_READS } from './eligibility.ts';
import type { Kind } from './object-definition.ts';
import {
  type AnyReads,
  type ByType,
  definitionOf,
  isCustomType,
  type NamedProperties,
  OBJECT_TYPES,
  type ObjectType,
} from './object-types.ts';
import type { Signal } from './signal.ts';

/** What sync must fetch of one object type. */
export interface TypePlan {
  readonly objectType: ObjectType;
  /** HubSpot's internal property names, sorted. Associations (kind `ids`) are not among them. */
  readonly properties: readonly string[];
  /** Of those that the catalogue does not have, the kinds. */
  readonly kinds?: Readonly<Record<string, Kind>>;
  /**
   * Properties whose past values are read too, sorted; never empty. They are read apart from the records, and later: a different
   * list does not have the type read again. Absent: none.
   */
  readonly history?: readonly string[];
  /** Object types whose associations are read along, sorted; `companies` for every activity type. */
  readonly associations: readonly ObjectType[];
  /**
   * The associated companies under one of these labels (plain, sorted; never empty) are kept under this property besides. Absent: labels
   * are not asked for.
   */
  readonly labelled?: { readonly property: string; readonly labels: readonly string[] };
  /** Where a record has no company, those of its associated records of this type stand in. Absent: nothing does. */
  readonly companiesVia?: ObjectType;
  /** Only records from this many days before now on are read, by a property that is a moment. Absent: all. */
  readonly window?: { readonly property: string; readonly days: number };
  /** Many records that each tell little: they are read after the other types, so that first scores come early. */
  readonly bulk?: true;
}

/** The union of what the signals and the model read: the only thing sync knows about scoring. Companies come first, custom objects last. */
export type ReadPlan = readonly TypePlan[];

/**
 * The read plan of a set of signals: the properties they declare, and those that date, settle and name each record. Object types
 * that none of them reads are left out. `named`: properties that are read besides, of the portal's own or ours. `labels`: association
 * labels by object type (`labelsOf`); without any, what only labels tell is not read. `replayed`: what counts at past dates; without
 * any, no past values are read.
 */
export function readPlan(
  signals: readonly Pick<Signal, 'reads'>[],
  named: NamedProperties = {},
  labels: ByType<readonly string[]> = {},
  replayed: readonly AnyReads[] = [],
): ReadPlan {
  const all: readonly AnyReads[] = [ELIGIBILITY_READS, ...signals.map(({ reads }) => reads)];
  const custom = new Set(all.flatMap((reads) => Object.keys(reads).filter(isCustomType)));
  const types = [...OBJECT_TYPES, ...[...custom].toSorted()];
  return types
    .filter((objectType) => all.some((reads) => reads[objectType] !== undefined))
    .map((objectType) => {
      const definition = definitionOf(objectType);
      const wanted = new Set<string>([...all.flatMap((reads) => reads[objectType] ?? []), ...definition.born]);
      if (definition.settles) wanted.add(definition.settles.at);
      if (definition.label) wanted.add(definition.label);
      const others = Object.entries(named[objectType] ?? {});
      for (const [name] of others) wanted.add(name);
      const kinds = others.flatMap(([name, { kind }]) => (definition.properties[name] ? [] : [[name, kind] as const]));
      const ids = [...wanted].filter((property) => definition.properties[property]?.kind === 'ids');
      const ofLabels = ids.find((property) => definition.properties[property]?.labelled !== undefined);
      const wantedLabels = labels[objectType] ?? [];
      const history = pastOf(objectType, replayed, named);
      return {
        objectType,
        properties: [...wanted].filter((property) => !ids.includes(property)).toSorted(),
        ...(kinds.length > 0 && { kinds: Object.fromEntries(kinds) }),
        ...(history.length > 0 && { history }),
        associations: [
          ...new Set<ObjectType>([
            ...(objectType === 'companies' ? [] : (['companies'] as const)),
            ...(ids.filter((property) => property !== ofLabels) as ObjectType[]),
          ]),
        ].toSorted(),
        ...(ofLabels !== undefined &&
          wantedLabels.length > 0 && { labelled: { property: ofLabels, labels: wantedLabels } }),
        ...(definition.companiesVia && { companiesVia: definition.companiesVia }),
        ...(definition.window && { window: definition.window }),
        ...(definition.bulk && { bulk: definition.bulk }),
      };
    });
}

/** The properties of a type that count at past dates and whose past HubSpot tells; with what tells that a record settled. */
function pastOf(objectType: ObjectType, replayed: readonly AnyReads[], named: NamedProperties): readonly string[] {
  const { properties, settles } = definitionOf(objectType);
  const counts = new Set(replayed.flatMap((reads) => reads[objectType] ?? []));
  if (settles !== undefined && counts.has(settles.at)) counts.add(settles.by);
  const told = (name: string) => (properties[name] ?? named[objectType]?.[name])?.past !== undefined;
  return [...counts].filter(told).toSorted();
}
