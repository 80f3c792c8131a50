import type { z } from 'zod';
import type { Actor, AuditKind, AuditValues } from './audit-log.ts';
import type { PortalStore } from './portal-store.ts';

/** A setting of a portal as it holds. */
export interface Kept<Value> {
  /** Rises with each change; 0: nobody has set it. */
  readonly version: number;
  readonly value: Value;
}

/** What admins set of a portal under a name: plain JSON, changed as a whole. `Unset`: what holds before anybody does. */
export interface KeptSetting<Name extends string, Value extends object, Unset> {
  readonly name: Name;
  readonly schema: z.ZodType<Value>;
  /** What is kept in a form that this version of the app does not know counts as unset. */
  read(store: Pick<PortalStore, 'setting'>): Promise<Kept<Value | Unset>>;
  /** Changes it and logs that. False, and nothing is changed, where somebody else changed it since `from`. At: ms since 1970 UTC. */
  change(
    store: Pick<PortalStore, 'changeSetting'>,
    from: Kept<Value | Unset>,
    value: Value,
    by: { readonly at: number; readonly by: Actor },
  ): Promise<boolean>;
}

export function keptSetting<Name extends string, Value extends object, Unset extends Value | null>(setting: {
  readonly name: Name;
  readonly schema: z.ZodType<Value>;
  readonly unset: Unset;
  /** The log's name of a change. */
  readonly audited: AuditKind;
}): KeptSetting<Name, Value, Unset> {
  const { name, schema, unset, audited } = setting;
  return {
    name,
    schema,
    async read(store) {
      const kept = await store.setting(name);
      const parsed = schema.safeParse(kept?.value);
      return { version: kept?.version ?? 0, value: parsed.success ? parsed.data : unset };
    },
    change: (store, from, value, { at, by }) =>
      store.changeSetting({
        name,
        value,
        fromVersion: from.version,
        audit: { at, actor: by, kind: audited, about: null, before: logged(from.value), after: logged(value) },
      }),
  };
}

/** What has a schema of plain JSON is what the log takes; its type alone does not say so. */
const logged = (value: object | null) => value as AuditValues | null;
