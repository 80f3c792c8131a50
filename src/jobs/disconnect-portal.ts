import { PortalDisconnected } from '../errors.ts';
import type { OAuth } from '../hubspot/oauth.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { TokenSource } from '../hubspot/token-source.ts';
import { companyId } from '../ids.ts';
import { ASKS_NOTHING, ownProperties } from '../publish/company-properties.ts';
import { type DesiredValues, writeBack } from '../publish/write-back.ts';
import type { Actor } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';

/** What somebody who may disconnect asks for. */
export interface DisconnectAsked {
  /** Whether what we wrote into companies is blanked first: afterwards we may not write any more. */
  readonly clearValues: boolean;
  readonly by: Actor;
}

/**
 * What came of it. `not_cleared`: HubSpot did not let us blank so many companies, and nothing else was done; ask again, or without
 * clearing. `disconnected`: the app is out of the portal and nothing is held of it but its models and that it was disconnected.
 */
export type Disconnected =
  | { readonly state: 'disconnected'; readonly cleared: number }
  | { readonly state: 'not_cleared'; readonly failed: number };

/** Companies that are looked at at once for what we wrote. */
const PAGE = 1_000;

/**
 * Takes the app out of a portal: blanks our values where asked, ends the installation at HubSpot, and erases what is held; the
 * properties themselves stay, for lists and reports may name them. Each step may be repeated, so that one who asks again goes on where
 * it was cut off. Nothing else may work on the portal meanwhile. Throws RetryLater where HubSpot does not answer.
 */
export async function disconnectPortal(
  job: {
    readonly store: PortalStore;
    readonly client: PortalClient;
    readonly token: TokenSource;
    readonly oauth: Pick<OAuth, 'uninstall'>;
    /** Ms since 1970 UTC. */
    readonly clock: () => number;
  },
  { clearValues, by }: DisconnectAsked,
): Promise<Disconnected> {
  const { store, token, oauth, clock } = job;
  let cleared = 0;
  try {
    if (clearValues) {
      const { changed, failed } = await clear(job);
      if (failed > 0) return { state: 'not_cleared', failed };
      cleared = changed;
    }
    await oauth.uninstall(await token());
  } catch (error) {
    // The app was taken out of the portal before: then its values stay as they are.
    if (!(error instanceof PortalDisconnected)) throw error;
  }
  await store.leave('disconnected', clock());
  await store.erase({ keepModel: true });
  // Afterwards: the log of before is erased with the rest.
  await store.recordAudit({
    at: clock(),
    actor: by.kind === 'user' ? { ...by, email: null } : by,
    kind: 'app_disconnected',
    about: null,
    before: null,
    after: { cleared: clearValues },
  });
  return { state: 'disconnected', cleared };
}

/** Blanks what HubSpot last showed us, or took from us, of every property of ours. */
async function clear({
  store,
  client,
  clock,
}: {
  readonly store: PortalStore;
  readonly client: PortalClient;
  readonly clock: () => number;
}) {
  const available = ownProperties(await client.properties('companies'), ASKS_NOTHING);
  const blank = Object.fromEntries(available.map((name) => [name, '']));
  async function* desired(): AsyncGenerator<readonly DesiredValues[]> {
    for (let after: string | null = null; ; ) {
      const ids: readonly string[] = await store.heldIds('companies', after, PAGE);
      yield ids.map((id) => ({ companyId: companyId(id), values: blank }));
      after = ids.at(-1) ?? null;
      if (ids.length < PAGE) return;
    }
  }
  return await writeBack({ client, store, desired: desired(), available, clock, dryRun: false });
}
