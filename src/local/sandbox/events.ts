/** What happens in the portal, as HubSpot tells it to an app that subscribed to all of it (generic webhooks, "object.*"). */
import { type AssociationRow, associationRows } from './association-types.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';
import type { StoredRecord } from './record-table.ts';

/** One entry of a request's JSON array; which of the optional fields are there goes by `subscriptionType`. */
export interface PortalEvent {
  /** HubSpot does not promise that it is unique. */
  readonly eventId: number;
  readonly subscriptionId: number;
  readonly portalId: number;
  readonly appId: number;
  /** Ms since 1970 UTC. */
  readonly occurredAt: number;
  readonly subscriptionType: string;
  /** From 0, one more each time the event is sent again. */
  readonly attemptNumber: number;
  readonly changeSource: ChangeSource;
  readonly objectId?: number;
  readonly objectTypeId?: string;
  readonly propertyName?: string;
  readonly propertyValue?: string;
  readonly primaryObjectId?: number;
  readonly mergedObjectIds?: readonly number[];
  readonly newObjectId?: number;
  readonly numberOfPropertiesMoved?: number;
  readonly associationType?: string;
  readonly associationCategory?: string;
  readonly associationTypeId?: number;
  readonly fromObjectId?: number;
  readonly fromObjectTypeId?: string;
  readonly toObjectId?: number;
  readonly toObjectTypeId?: string;
  readonly associationRemoved?: boolean;
  readonly isPrimaryAssociation?: boolean;
}

/** A user in HubSpot, or an app by the API. */
export type ChangeSource = 'CRM_UI' | 'INTEGRATION';

/** Called once a change is made. */
export interface ChangeTeller {
  created(type: ObjectTypeInfo, id: string): void;
  /** An event for each property whose value is not what it was before. */
  changed(type: ObjectTypeInfo, record: StoredRecord, before: StoredRecord['properties']): void;
  deleted(type: ObjectTypeInfo, id: string): void;
  restored(type: ObjectTypeInfo, id: string): void;
  /** Deleted for good. HubSpot tells of a contact twice, as deleted too, in any order. */
  purged(type: ObjectTypeInfo, id: string): void;
  merged(type: ObjectTypeInfo, winnerId: string, loserId: string): void;
  /** Two events, one from either end, for each record of type `to` that was linked before and is not now, or the reverse. */
  linked(from: ObjectTypeInfo, id: string, to: ObjectTypeInfo, before: readonly string[]): void;
  /** Likewise for each label of the portal's own that the association of two records had before and has not now, or the reverse. */
  labelled(from: ObjectTypeInfo, id: string, to: ObjectTypeInfo, toId: string, before: readonly string[]): void;
}

export interface PortalEvents {
  /** Hears of every event from now on, at once. */
  listen(listener: (event: PortalEvent) => void): void;
  by(source: ChangeSource): ChangeTeller;
}

const APP_ID = 1_000_001;

export function makePortalEvents(state: PortalState): PortalEvents {
  const listeners: ((event: PortalEvent) => void)[] = [];
  const subscriptions = new Map<string, number>();
  let lastEventId = 0;

  const emit = (changeSource: ChangeSource, subscriptionType: string, fields: Partial<PortalEvent>) => {
    const of = `${subscriptionType} ${fields.objectTypeId ?? fields.fromObjectTypeId ?? ''} ${fields.propertyName ?? ''}`;
    const subscriptionId = subscriptions.get(of) ?? subscriptions.size + 1;
    subscriptions.set(of, subscriptionId);
    lastEventId += 1;
    const event: PortalEvent = {
      eventId: lastEventId,
      subscriptionId,
      portalId: state.data.portalId,
      appId: APP_ID,
      occurredAt: state.clock(),
      subscriptionType,
      attemptNumber: 0,
      changeSource,
      ...fields,
    };
    for (const listener of listeners) listener(event);
  };

  return {
    listen: (listener) => void listeners.push(listener),
    by(source) {
      const tell = (action: string, type: ObjectTypeInfo, id: string, fields: Partial<PortalEvent> = {}) =>
        emit(source, `object.${action}`, { objectId: Number(id), objectTypeId: type.typeId, ...fields });
      const tellEnd = (
        from: ObjectTypeInfo,
        id: string,
        to: ObjectTypeInfo,
        toId: string,
        removed: boolean,
        row: Pick<AssociationRow, 'category' | 'typeId' | 'label'> | undefined,
      ) =>
        emit(source, 'object.associationChange', {
          associationType: `${from.singular}_to_${to.singular}`.toUpperCase(),
          associationCategory: row?.category ?? 'HUBSPOT_DEFINED',
          associationTypeId: row?.typeId ?? 0,
          fromObjectId: Number(id),
          fromObjectTypeId: from.typeId,
          toObjectId: Number(toId),
          toObjectTypeId: to.typeId,
          associationRemoved: removed,
          isPrimaryAssociation: row?.category === 'HUBSPOT_DEFINED' && row.label === 'Primary',
        });
      return {
        created: (type, id) => tell('creation', type, id),
        changed(type, record, before) {
          for (const [propertyName, value] of Object.entries(record.properties)) {
            const propertyValue = value ?? '';
            if ((before[propertyName] ?? '') === propertyValue) continue;
            tell('propertyChange', type, record.id, { propertyName, propertyValue });
          }
        },
        deleted: (type, id) => tell('deletion', type, id),
        restored: (type, id) => tell('restore', type, id),
        purged(type, id) {
          tell('deletion', type, id);
          if (type.plural === 'contacts') emit(source, 'contact.privacyDeletion', { objectId: Number(id) });
        },
        merged(type, winnerId, loserId) {
          // The winner keeps its values here, and its id.
          emit(source, 'object.merge', {
            objectTypeId: type.typeId,
            primaryObjectId: Number(winnerId),
            mergedObjectIds: [Number(loserId)],
            newObjectId: Number(winnerId),
            numberOfPropertiesMoved: 0,
          });
        },
        linked(from, id, to, before) {
          const now = state.links.of(from.plural, id, to.plural);
          const changes = [
            ...before.filter((one) => !now.includes(one)).map((other) => ({ other, removed: true })),
            ...now.filter((one) => !before.includes(one)).map((other) => ({ other, removed: false })),
          ];
          for (const { other, removed } of changes) {
            tellEnd(from, id, to, other, removed, associationRows(state, from, id, to, other)[0]);
            tellEnd(to, other, from, id, removed, associationRows(state, to, other, from, id)[0]);
          }
        },
        labelled(from, id, to, toId, before) {
          const now = state.labels
            .of({ type: from.plural, id }, { type: to.plural, id: toId })
            .map(({ label }) => label);
          const rowOf = (one: ObjectTypeInfo, other: ObjectTypeInfo, label: string) =>
            ({
              category: 'USER_DEFINED',
              typeId: state.labels.typeId(one.plural, other.plural, label),
              label,
            }) as const;
          const changes = [
            ...before.filter((one) => !now.includes(one)).map((label) => ({ label, removed: true })),
            ...now.filter((one) => !before.includes(one)).map((label) => ({ label, removed: false })),
          ];
          for (const { label, removed } of changes) {
            tellEnd(from, id, to, toId, removed, rowOf(from, to, label));
            tellEnd(to, toId, from, id, removed, rowOf(to, from, label));
          }
        },
      };
    },
  };
}
