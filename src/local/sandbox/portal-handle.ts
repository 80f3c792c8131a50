/** What tests and demonstrations do to the portal behind the API's back, as its users and admins would. */
import type { PortalEvent, PortalEvents } from './events.ts';
import type { Tokens } from './oauth.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState, ValidationRule } from './portal-state.ts';
import { toOptions } from './property-book.ts';
import type { StoredRecord } from './record-table.ts';
import { readValue } from './record-view.ts';

interface SandboxRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  /** Ms since 1970 UTC, both. */
  readonly updatedAt: number;
  readonly archivedAt: number | null;
}

/** Object types by plural, singular or type id. Throws on records that are not there: a test's mistake. */
export interface SandboxPortal {
  readonly id: number;
  /** Live records of a type. */
  count(type: string): number;
  /** Undefined where no record, live or archived, has the id. */
  record(type: string, id: string): SandboxRecord | undefined;
  /**
   * Sets values of a record, or makes one where the id is new or left out, and bumps its last-modified moment. Values are
   * not checked. Gives the id.
   */
  upsert(
    type: string,
    record: {
      readonly id?: string;
      readonly properties: Readonly<Record<string, string | null>>;
      readonly associations?: Readonly<Record<string, readonly string[]>>;
    },
  ): string;
  archive(type: string, id: string): void;
  restore(type: string, id: string): void;
  /** Deletes for good, as privacy deletion does. */
  purge(type: string, id: string): void;
  /** The loser's id ends up in the winner's `hs_merged_object_ids`, its associations at the winner. */
  merge(type: string, winnerId: string, loserId: string): void;
  /** Replaces what a record is associated with; the first company is the primary one. Bumps no last-modified moment. */
  associate(from: string, id: string, to: string, toIds: readonly string[]): void;
  /** Replaces the portal's own labels on the association of two records, which there must be. Bumps no last-modified moment. */
  label(from: string, id: string, to: string, toId: string, labels: readonly string[]): void;
  /** A rule of the portal's own that refuses every write to this record, the whole batch (default) or the record alone. */
  refuseUpdates(
    type: string,
    id: string,
    rule: { readonly message: string; readonly fails?: ValidationRule['fails'] },
  ): void;
  allowUpdates(type: string, id: string): void;
  /** Adds or replaces a custom property; options make it an enumeration. */
  defineProperty(
    type: string,
    property: { readonly name: string; readonly type: string; readonly options?: readonly string[] },
  ): void;
  removeProperty(type: string, name: string): void;
  /** What the portal grants from now on, to tokens that are out there as well. */
  setScopes(scopes: readonly string[]): void;
  /** Hears of every event from now on, as HubSpot would send it, and at once. */
  onEvent(listener: (event: PortalEvent) => void): void;
  /** Uninstalls the app: its access and refresh tokens are void. */
  uninstall(): void;
}

export function makePortalHandle(state: PortalState, tokens: Tokens, events: PortalEvents): SandboxPortal {
  const tell = events.by('CRM_UI');
  const existing = (type: ObjectTypeInfo, id: string): StoredRecord => {
    const record = state.table(type).get(id);
    if (record === undefined) throw new Error(`The sandbox has no ${type.singular} ${id}`);
    return record;
  };
  const link = (from: ObjectTypeInfo, id: string, to: ObjectTypeInfo, toIds: readonly string[]): void => {
    const before = state.links.of(from.plural, id, to.plural);
    state.links.replace(from.plural, id, to.plural, toIds);
    tell.linked(from, id, to, before);
  };
  return {
    id: state.data.portalId,
    count: (name) => state.table(state.type(name)).live.length,
    record(name, id) {
      const type = state.type(name);
      const record = state.table(type).get(id);
      if (record === undefined) return undefined;
      const names = [...state.book.of(type).keys()];
      const properties = Object.fromEntries(names.map((one) => [one, readValue(state, type, record, one)]));
      return { id, properties, updatedAt: record.updatedAt, archivedAt: record.archivedAt };
    },
    upsert(name, { id, properties, associations = {} }) {
      const type = state.type(name);
      const held = id === undefined ? undefined : state.table(type).get(id);
      const before = held?.properties ?? {};
      if (held !== undefined) state.write(type, held, properties);
      const record = held ?? state.create(type, id ?? state.table(type).nextId(), properties);
      if (held !== undefined) tell.changed(type, record, before);
      else tell.created(type, record.id);
      for (const [to, ids] of Object.entries(associations)) link(type, record.id, state.type(to), ids);
      return record.id;
    },
    archive(name, id) {
      const type = state.type(name);
      const record = existing(type, id);
      if (record.archivedAt !== null) return;
      state.table(type).setArchived(record, state.clock());
      tell.deleted(type, id);
    },
    restore(name, id) {
      const type = state.type(name);
      const record = existing(type, id);
      if (record.archivedAt === null) return;
      state.table(type).setArchived(record, null);
      state.write(type, record, {});
      tell.restored(type, id);
    },
    purge(name, id) {
      const type = state.type(name);
      state.links.drop(type.plural, id);
      state.table(type).remove(existing(type, id));
      tell.purged(type, id);
    },
    merge(name, winnerId, loserId) {
      const type = state.type(name);
      const winner = existing(type, winnerId);
      state.table(type).merge(winner, existing(type, loserId));
      state.links.move(type.plural, loserId, winnerId);
      state.write(type, winner, {});
      tell.merged(type, winnerId, loserId);
    },
    associate: (from, id, to, toIds) => link(state.type(from), id, state.type(to), toIds),
    label(fromName, id, toName, toId, labels) {
      const [from, to] = [state.type(fromName), state.type(toName)];
      if (!state.links.of(from.plural, id, to.plural).includes(toId))
        throw new Error(`The sandbox has no association of ${from.singular} ${id} with ${to.singular} ${toId}`);
      const [one, other] = [
        { type: from.plural, id },
        { type: to.plural, id: toId },
      ];
      const before = state.labels.of(one, other).map(({ label }) => label);
      state.labels.set(one, other, labels);
      tell.labelled(from, id, to, toId, before);
    },
    refuseUpdates: (name, id, { message, fails = 'batch' }) =>
      state.rules.set(`${state.type(name).plural}/${id}`, { message, fails }),
    allowUpdates: (name, id) => state.rules.delete(`${state.type(name).plural}/${id}`),
    defineProperty(name, property) {
      const type = state.type(name);
      const [groupName = ''] = state.book.groups(type).keys();
      const isChoice = property.type === 'enumeration';
      state.book.of(type).set(property.name, {
        name: property.name,
        label: property.name,
        description: '',
        type: property.type,
        fieldType: isChoice ? 'select' : property.type === 'number' ? 'number' : 'text',
        groupName,
        options: toOptions(property.options ?? []),
        hubspotDefined: false,
        readOnlyValue: false,
        externalOptions: isChoice && property.options === undefined,
      });
    },
    removeProperty: (name, property) => state.book.of(state.type(name)).delete(property),
    setScopes: (scopes) => tokens.setScopes(state.data.portalId, scopes),
    onEvent: events.listen,
    uninstall: () => tokens.uninstall(state.data.portalId),
  };
}
