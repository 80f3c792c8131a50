import type { Actor } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';

/** Has cycles write into the portal from now on, and logs who said so. True where it began by this; who says so twice has begun once. */
export async function startWriting(
  store: Pick<PortalStore, 'installation' | 'startWriting' | 'recordAudit'>,
  { at, by }: { readonly at: number; readonly by: Actor },
): Promise<boolean> {
  const installation = await store.installation();
  if (installation?.state !== 'installed' || installation.writingSince !== null) return false;
  await store.startWriting(at);
  await store.recordAudit({
    at,
    actor: by,
    kind: 'writing_started',
    about: null,
    before: { writing: false },
    after: { writing: true },
  });
  return true;
}
