import type { Playbooks } from '@account-health/contract/playbooks';
import type { Actor, AuditValues } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { DEFAULT_PLAYBOOKS, playbooksSchema } from './playbooks.ts';

const NAME = 'playbooks';

export interface KeptPlaybooks {
  /** Rises with each change; 0: nobody has set them. */
  readonly version: number;
  readonly playbooks: Playbooks;
}

/** What is kept in a form that this version of the app does not know makes no task. */
export async function readPlaybooks(store: Pick<PortalStore, 'setting'>): Promise<KeptPlaybooks> {
  const kept = await store.setting(NAME);
  const parsed = playbooksSchema.safeParse(kept?.value);
  return { version: kept?.version ?? 0, playbooks: parsed.success ? parsed.data : DEFAULT_PLAYBOOKS };
}

/** Changes them and logs that. False, and nothing is changed, where somebody else changed them since `from`. */
export const changePlaybooks = (
  store: Pick<PortalStore, 'changeSetting'>,
  from: KeptPlaybooks,
  playbooks: Playbooks,
  { at, by }: { readonly at: number; readonly by: Actor },
): Promise<boolean> =>
  store.changeSetting({
    name: NAME,
    value: playbooks,
    fromVersion: from.version,
    audit: {
      at,
      actor: by,
      kind: 'playbooks_changed',
      about: null,
      before: plain(from.playbooks),
      after: plain(playbooks),
    },
  });

const plain = (playbooks: Playbooks): AuditValues => ({ ...playbooks, advice: { ...playbooks.advice } });
