import type { Logger } from 'pino';
import type { OAuth } from '../../hubspot/oauth.ts';
import type { PortalId } from '../../ids.ts';
import type { Sealer } from '../../sealing/sealer.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import type { ReadProgress } from '../progress-route.ts';
import type { HostCookie } from './cookies.ts';
import type { FirstScores } from './first-scores.ts';
import type { InstallStates } from './install-state.ts';
import type { Sessions } from './session.ts';

/** Our own addresses that an install goes through. */
export const INSTALL_PATH = '/oauth/install';
export const CALLBACK_PATH = '/oauth/callback';
export const SETUP_PATH = '/setup';
export const START_WRITING_PATH = '/setup/start-writing';

/** Scopes as app.json lists them. */
export interface AskedScopes {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** What the pages need of the rest of the service. */
export interface InstallOptions {
  readonly store: PortalHandles;
  readonly oauth: Pick<OAuth, 'exchangeCode' | 'introspect' | 'revoke' | 'uninstall'>;
  readonly sealer: Sealer;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address that browsers and HubSpot call us by; no trailing slash. */
  readonly publicUrl: string;
  /** Where HubSpot's consent page is; no trailing slash. */
  readonly appUrl: string;
  readonly scopes: AskedScopes;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly progress: ReadProgress;
  /** What the latest published cycle came to; undefined before the first. */
  readonly firstScores: (portal: PortalId) => Promise<FirstScores | undefined>;
  /** A portal was connected: its first sync is to start. Must neither wait for it nor throw. */
  readonly onInstalled: (portal: PortalId) => void;
  /** A portal may be written now: a cycle is to start. Must neither wait for it nor throw. */
  readonly onStartWriting: (portal: PortalId) => void;
}

/** The same with what the routes share. */
export interface InstallParts extends InstallOptions {
  readonly states: InstallStates;
  readonly sessions: Sessions;
  readonly stateCookie: HostCookie;
  readonly sessionCookie: HostCookie;
}

/** Our address for HubSpot to send browsers back to, which app.json lists. */
export const callbackUrl = (publicUrl: string): string => publicUrl + CALLBACK_PATH;

/** The way to begin an install, for an account or for any. */
export const installLink = (portal: PortalId | null): string =>
  portal === null ? INSTALL_PATH : `${INSTALL_PATH}?portalId=${portal}`;
