/** How `cycle`, `doctor` and `disconnect` call a portal: by its private app's token, or by that of its installation in the store. */
import type { CycleConfig } from '../config.ts';
import { InputError } from '../errors.ts';
import { makeOAuth, type OAuth } from '../hubspot/oauth.ts';
import type { TokenSource } from '../hubspot/token-source.ts';
import { makePortalToken } from '../jobs/portal-token.ts';
import { makeSealer } from '../sealing/sealer.ts';
import type { Installation } from '../store/installations.ts';
import type { Store } from '../store/open-store.ts';

/** HubSpot's docs promise no time; a refresh takes well under a second. */
const OAUTH_TIMEOUT_MS = 10_000;
/** So many portals a message names. */
const NAMED = 20;

export interface ReachedPortal {
  /** Handed over to the client as it is. */
  readonly token: TokenSource;
  /** Undefined with a private app's token. It may have ended. */
  readonly installation: Installation | undefined;
  /** Of the app; undefined with a private app's token. */
  readonly oauth: OAuth | undefined;
}

/**
 * @param named what --portal says
 * @throws InputError where no portal was named and several, or none, have the app; where the one that is named never had it; where one is
 *   named although the token that is set is of one portal; and where the store is needed and cannot be opened
 */
export async function reachPortal(options: {
  readonly config: Pick<CycleConfig, 'access' | 'apiUrl'>;
  /** Undefined where it cannot be opened, which a private app's token needs not. */
  readonly store: Store | undefined;
  readonly named: string | undefined;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}): Promise<ReachedPortal> {
  const { config, store, named, clock } = options;
  const { access, apiUrl } = config;
  if ('accessToken' in access) {
    if (named !== undefined)
      throw new InputError(
        `--portal ${named}: HUBSPOT_ACCESS_TOKEN is set, and it says which portal is meant. Leave --portal out, or unset HUBSPOT_ACCESS_TOKEN to reach a portal that installed the app.`,
      );
    return { token: async () => access.accessToken, installation: undefined, oauth: undefined };
  }
  if (store === undefined)
    throw new InputError(
      'Which portals installed the app is told by the database of the service: set DATABASE_URL or DATA_DIR as the service has it, and stop the service where that is embedded.',
    );
  const installation = chosen(await store.installations(), named);
  const oauth = makeOAuth({ ...access, baseUrl: apiUrl, timeoutMs: OAUTH_TIMEOUT_MS });
  const sealer = makeSealer(access.encryptionKeys);
  const token = makePortalToken({ store: store.portal(installation.portalId), oauth, sealer, clock });
  return { token, installation, oauth };
}

/** @throws InputError where the portal does not have the app any more. */
export function needInstalled(installation: Installation | undefined): void {
  if (installation === undefined || installation.state === 'installed') return;
  const { portalId, state } = installation;
  const what = state === 'gone' ? "took the app's access back" : 'was disconnected';
  throw new InputError(`Portal ${portalId} ${what}. Its admin has to install the app again.`);
}

function chosen(all: readonly Installation[], named: string | undefined): Installation {
  if (all.length === 0)
    throw new InputError(
      'No portal has installed the app yet. Start the service (npm start) and install it, or set HUBSPOT_ACCESS_TOKEN.',
    );
  if (named !== undefined) {
    const found = all.find(({ portalId }) => String(portalId) === named);
    if (found !== undefined) return found;
    throw new InputError(`--portal ${named}: it never installed the app. Name one that did: ${list(all)}.`);
  }
  const installed = all.filter(({ state }) => state === 'installed');
  const candidates = installed.length > 0 ? installed : all;
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  throw new InputError(`Several portals installed the app. Name one with --portal: ${list(candidates)}.`);
}

function list(installations: readonly Installation[]): string {
  const more = installations.length - NAMED;
  const ids = installations.slice(0, NAMED).map(({ portalId }) => portalId);
  return more > 0 ? `${ids.join(', ')} and ${more} more` : ids.join(', ');
}
