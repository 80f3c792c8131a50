import { SEGMENT_KEYS, type SegmentKey } from '@account-health/contract/playbooks';
import { z } from 'zod';
import type { Actor } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';

const NAME = 'segments';

const listSchema = z.object({ id: z.string(), name: z.string() });
const schema = z.object({ lists: z.partialRecord(z.enum(SEGMENT_KEYS), listSchema) });

/** A list that we made: HubSpot's id of it, and the name by which we made it. */
export type KeptList = z.infer<typeof listSchema>;

export interface KeptSegments {
  readonly version: number;
  readonly lists: Readonly<Partial<Record<SegmentKey, KeptList>>>;
}

/** The lists that the app made in a portal, whether they are still there or not. */
export async function readKeptSegments(store: Pick<PortalStore, 'setting'>): Promise<KeptSegments> {
  const kept = await store.setting(NAME);
  const parsed = schema.safeParse(kept?.value);
  return { version: kept?.version ?? 0, lists: parsed.success ? parsed.data.lists : {} };
}

/** Remembers a list as the one of a segment, and logs that. What others remembered meanwhile stays. */
export async function keepSegment(
  store: Pick<PortalStore, 'setting' | 'changeSetting'>,
  { key, list }: { readonly key: SegmentKey; readonly list: KeptList },
  { at, by }: { readonly at: number; readonly by: Actor },
): Promise<void> {
  for (let isKept = false; !isKept; ) {
    const { version, lists } = await readKeptSegments(store);
    const before = lists[key];
    if (before?.id === list.id) return;
    isKept = await store.changeSetting({
      name: NAME,
      value: { lists: { ...lists, [key]: list } },
      fromVersion: version,
      audit: {
        at,
        actor: by,
        kind: 'segments_made',
        about: key,
        before: before === undefined ? null : { name: before.name },
        after: { name: list.name },
      },
    });
  }
}
