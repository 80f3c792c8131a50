/** What a draft of a model looks at that no sync has read yet: nothing is guessed of it. */
import type { Model } from '../scoring/model.ts';
import { planOf, signalsOf } from '../scoring/model-signals.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import { propertyOf } from '../scoring/of-values.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';

export interface Unread {
  /** The portal as the draft must see it: with what is not read yet of each type. */
  readonly portal: PortalContext;
  /** Keys of the draft's signals that are unknown until the first cycle after publishing. */
  readonly signals: readonly string[];
  /** Company properties that say who is a customer, who left, or who is in which segment, and are not read yet. */
  readonly deciding: readonly string[];
}

/** @param active what the facts that are held were read for */
export function unreadOf(draft: Model, active: Model, portal: PortalContext): Unread {
  const missing = missingReads(planOf(draft), planOf(active));
  const isMissing = (type: ObjectType, property: string) => missing.get(type)?.includes(property) === true;
  const sources = Object.fromEntries(
    Object.entries(portal.sources).map(([type, source]) => {
      const notReadYet = missing.get(type as ObjectType) ?? [];
      return [type, notReadYet.length === 0 ? source : { ...source, notReadYet }];
    }),
  ) as PortalContext['sources'];
  const signals = signalsOf(draft).filter(({ reads }) =>
    Object.entries(reads).some(([type, properties]) =>
      properties?.some((property) => isMissing(type as ObjectType, property)),
    ),
  );
  const deciding = decidingProperties(draft).filter((property) => isMissing('companies', property));
  return {
    portal: missing.size === 0 ? portal : { ...portal, sources },
    signals: signals.map(({ key }) => key),
    deciding: [...new Set(deciding)].toSorted(),
  };
}

/** By type, the properties and associations of a plan that another does not have; types of which it has all are left out. */
function missingReads(wanted: ReadPlan, held: ReadPlan): ReadonlyMap<ObjectType, readonly string[]> {
  const entries = wanted.map(({ objectType, properties, associations, labelled }) => {
    const has = held.find((one) => one.objectType === objectType);
    const known = new Set<string>([...(has?.properties ?? []), ...(has?.associations ?? [])]);
    const added = [...properties, ...associations].filter((property) => !known.has(property));
    const sameLabels = labelled === undefined || labelled.labels.join() === has?.labelled?.labels.join();
    return [objectType, sameLabels ? added : [...added, labelled.property]] as const;
  });
  return new Map(entries.filter(([, properties]) => properties.length > 0));
}

const decidingProperties = ({ eligibility, churn, segments }: Model): readonly string[] => [
  ...eligibility.exclude.map(propertyOf),
  ...(eligibility.customers === undefined ? [] : [propertyOf(eligibility.customers)]),
  ...(churn === undefined ? [] : [propertyOf(churn), ...(churn.date === undefined ? [] : [churn.date])]),
  ...segments.flatMap(({ when }) => (when.values === undefined ? [] : [propertyOf(when)])),
];
