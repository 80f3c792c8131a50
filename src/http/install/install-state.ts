/**
 * The `state` of an install: what HubSpot sends back with the browser, and by which we know that this browser began with us. It is
 * bound to the browser by a cookie, and serves once (`spend-state.ts`).
 */
import { randomBytes } from 'node:crypto';
import { type PortalId, portalId } from '../../ids.ts';
import { makeSigner } from './derive-key.ts';

/** How long somebody may look at HubSpot's consent page. */
export const STATE_MS = 10 * 60_000;

export interface BegunInstall {
  /** For HubSpot to send back. */
  readonly state: string;
  /** For the browser alone: its cookie. */
  readonly binding: string;
  /** PKCE (RFC 7636), S256. */
  readonly codeChallenge: string;
}

export interface CheckedInstall {
  /** The account that the install link named; null: any. */
  readonly asked: PortalId | null;
  readonly codeVerifier: string;
}

export interface InstallStates {
  begin(asked: PortalId | null): BegunInstall;
  /** Undefined: not ours, not this browser's, or too old. */
  check(state: string, binding: string): CheckedInstall | undefined;
}

/** `clock`: ms since 1970 UTC. `challengeOf`: the SHA-256 of a verifier, base64url. */
export function makeInstallStates(options: {
  readonly clientSecret: string;
  readonly clock: () => number;
  readonly challengeOf: (verifier: string) => string;
}): InstallStates {
  const { clientSecret, clock, challengeOf } = options;
  const states = makeSigner(clientSecret, 'install state');
  // The verifier never leaves us: it is made from the state again when the browser comes back.
  const pkce = makeSigner(clientSecret, 'pkce');
  return {
    begin(asked) {
      const binding = randomBytes(32).toString('base64url');
      const said = [randomBytes(16).toString('base64url'), clock().toString(36), asked ?? 0].join('.');
      const state = `${said}.${states.sign(`${said} ${binding}`)}`;
      return { state, binding, codeChallenge: challengeOf(pkce.sign(said)) };
    },
    check(state, binding) {
      const [, said = '', at = '', asked = '', signature = ''] =
        /^([\w-]{22}\.([0-9a-z]{1,11})\.(\d{1,15}))\.([\w-]{43})$/.exec(state) ?? [];
      if (said === '' || !states.holds(`${said} ${binding}`, signature)) return undefined;
      const age = clock() - Number.parseInt(at, 36);
      if (age < 0 || age > STATE_MS) return undefined;
      return { asked: asked === '0' ? null : portalId(Number(asked)), codeVerifier: pkce.sign(said) };
    },
  };
}
