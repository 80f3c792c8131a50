import { z } from 'zod';
import { type PortalId, portalId } from '../ids.ts';
import { definitionOf, OBJECT_TYPES, type ObjectType } from '../scoring/object-types.ts';
import { OBJECTS } from '../scoring/properties.ts';

/** A record that events tell us to look at again. */
export interface HintedRecord {
  readonly objectType: ObjectType;
  readonly id: string;
  /** Those that it is associated with, too: their own events may not tell. */
  readonly withNeighbours?: true;
}

/** What the events of one portal ask for. Nothing is in a list twice. */
export interface PortalHints {
  readonly portalId: PortalId;
  /** Contacts that were deleted for privacy. */
  readonly purges: readonly string[];
  readonly touched: readonly HintedRecord[];
}

export interface WebhookHints {
  /** Portals of which something is asked. */
  readonly portals: readonly PortalHints[];
  /** How many events nothing could be made of, by subscription type; `malformed` for those that cannot be read at all. */
  readonly ignored: ReadonlyMap<string, number>;
}

/** Zod's `int` refuses what a number does not hold exactly: another record's id would be worse than none. */
const recordId = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);

/** All that we look at in any event: HubSpot's docs of classic and of generic ("object.*") webhooks. */
const eventSchema = z.object({
  portalId: z.int().positive(),
  subscriptionType: z.string().max(100),
  objectId: recordId.nullish(),
  objectTypeId: z.string().nullish(),
  propertyName: z.string().nullish(),
  primaryObjectId: recordId.nullish(),
  mergedObjectIds: z.array(recordId).nullish(),
  newObjectId: recordId.nullish(),
  fromObjectId: recordId.nullish(),
  toObjectId: recordId.nullish(),
  fromObjectTypeId: z.string().nullish(),
  toObjectTypeId: z.string().nullish(),
  /** Classic events have no type ids here: "CONTACT_TO_COMPANY". */
  associationType: z.string().nullish(),
});

type WebhookEvent = z.infer<typeof eventSchema>;

const BY_TYPE_ID: ReadonlyMap<string, ObjectType> = new Map(OBJECT_TYPES.map((type) => [OBJECTS[type].typeId, type]));

/** The types whose companies stand in for those of other records. */
const LENDERS: ReadonlySet<ObjectType> = new Set(OBJECT_TYPES.flatMap((type) => definitionOf(type).companiesVia ?? []));

/** The types that classic events have, by the first half of their name: "company.creation". */
const BY_CLASSIC_NAME: ReadonlyMap<string, ObjectType> = new Map([
  ['company', 'companies'],
  ['contact', 'contacts'],
  ['deal', 'deals'],
  ['ticket', 'tickets'],
]);

/**
 * What a request's events ask for. Every event is only a hint that a record is worth a look: it says nothing of what became
 * of it, so that events may come late, twice and out of order.
 */
export function readWebhookEvents(events: readonly unknown[]): WebhookHints {
  const portals = new Map<PortalId, { purges: Set<string>; touched: Map<string, HintedRecord> }>();
  const ignored = new Map<string, number>();
  const ignore = (what: string) => ignored.set(what, (ignored.get(what) ?? 0) + 1);
  for (const given of events) {
    const { data: event } = eventSchema.safeParse(given);
    if (event === undefined) {
      ignore('malformed');
      continue;
    }
    const hints = hintsOf(event);
    if (hints === undefined) ignore(event.subscriptionType);
    if (hints === undefined || hints.length === 0) continue;
    const id = portalId(event.portalId);
    const portal = portals.get(id) ?? { purges: new Set(), touched: new Map() };
    portals.set(id, portal);
    for (const hint of hints) {
      if ('purge' in hint) portal.purges.add(hint.purge);
      else {
        const key = `${hint.objectType}/${hint.id}`;
        portal.touched.set(key, { ...portal.touched.get(key), ...hint });
      }
    }
  }
  return {
    portals: [...portals].map(([id, { purges, touched }]) => ({
      portalId: id,
      purges: [...purges],
      touched: [...touched.values()],
    })),
    ignored,
  };
}

/** Undefined where nothing can be made of the event; empty where there is nothing to do. */
function hintsOf(event: WebhookEvent): readonly (HintedRecord | { readonly purge: string })[] | undefined {
  const { subscriptionType, objectId, propertyName } = event;
  if (subscriptionType === 'contact.privacyDeletion') return objectId ? [{ purge: objectId }] : undefined;
  const [subject = '', action = ''] = subscriptionType.split('.');
  const objectType = subject === 'object' ? BY_TYPE_ID.get(event.objectTypeId ?? '') : BY_CLASSIC_NAME.get(subject);
  switch (action) {
    case 'deletion':
      // Who it was associated with is known here alone: the look finds out.
      return recordsOf(objectType, [objectId]);
    case 'creation':
    case 'restore':
      return withNeighbours(recordsOf(objectType, [objectId]));
    case 'propertyChange':
      // Not ours to look at: above all the properties that we write, or each score would lead to the next.
      if (objectType && propertyName && !isRead(objectType, propertyName)) return [];
      return recordsOf(objectType, [objectId]);
    case 'merge':
      // A merge may go into a record of its own, and then both that were merged end.
      return withNeighbours(
        recordsOf(objectType, [objectId, event.primaryObjectId, event.newObjectId, ...(event.mergedObjectIds ?? [])]),
      );
    case 'associationChange':
      return endsOf(event, objectType);
    default:
      return undefined;
  }
}

const isRead = (objectType: ObjectType, property: string) =>
  Object.hasOwn(definitionOf(objectType).properties, property);

const withNeighbours = (records: readonly HintedRecord[] | undefined) =>
  records?.map((record): HintedRecord => ({ ...record, withNeighbours: true }));

function recordsOf(
  objectType: ObjectType | undefined,
  ids: readonly (string | null | undefined)[],
): readonly HintedRecord[] | undefined {
  const given = ids.filter((id) => typeof id === 'string');
  return objectType === undefined || given.length === 0 ? undefined : given.map((id) => ({ objectType, id }));
}

/** Both ends, as far as their types are ours: a change of an association shows at neither record otherwise. */
function endsOf(event: WebhookEvent, subject: ObjectType | undefined): readonly HintedRecord[] | undefined {
  const [from, to] = (event.associationType ?? '').toLowerCase().split('_to_');
  const classic = event.associationType ? BY_CLASSIC_NAME.get(from ?? '') : subject;
  const ends = [
    ...(recordsOf(BY_TYPE_ID.get(event.fromObjectTypeId ?? '') ?? classic, [event.fromObjectId]) ?? []),
    ...(recordsOf(BY_TYPE_ID.get(event.toObjectTypeId ?? '') ?? BY_CLASSIC_NAME.get(to ?? ''), [event.toObjectId]) ??
      []),
  ];
  if (ends.length === 0) return undefined;
  // A contact lends its company to its invoices, a deal to its quotes.
  const moves = ends.some(({ objectType }) => objectType === 'companies');
  return ends.map((end) => (moves && LENDERS.has(end.objectType) ? { ...end, withNeighbours: true } : end));
}
