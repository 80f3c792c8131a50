/** Who is signed in to the set-up pages: whoever connected a portal, in that browser, for an hour. */
import { z } from 'zod';
import { type PortalId, portalId } from '../../ids.ts';
import { makeSigner } from './derive-key.ts';

export const SESSION_MS = 60 * 60_000;

export interface Session {
  readonly portalId: PortalId;
  /** HubSpot's user id; null where HubSpot did not tell. */
  readonly userId: string | null;
  /** What forms of this session must send along: another site cannot know it. */
  readonly formToken: string;
}

export interface Sessions {
  /** The value of the cookie. */
  begin(of: Omit<Session, 'formToken'>): string;
  /** Undefined: not ours, or over. */
  read(cookie: string | undefined): Session | undefined;
  isFormToken(session: Session, given: unknown): boolean;
}

const saidSchema = z.object({ portalId: z.int().positive(), userId: z.string().nullable(), endsAt: z.int() });

/** `clock`: ms since 1970 UTC. */
export function makeSessions({
  clientSecret,
  clock,
}: {
  readonly clientSecret: string;
  readonly clock: () => number;
}): Sessions {
  const cookies = makeSigner(clientSecret, 'session');
  const forms = makeSigner(clientSecret, 'form');
  return {
    begin(of) {
      const said = JSON.stringify({ portalId: of.portalId, userId: of.userId, endsAt: clock() + SESSION_MS });
      const text = Buffer.from(said).toString('base64url');
      return `${text}.${cookies.sign(text)}`;
    },
    read(cookie = '') {
      const [text = '', signature = '', ...rest] = cookie.split('.');
      if (rest.length > 0 || !cookies.holds(text, signature)) return undefined;
      const said = saidSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      if (said.endsAt <= clock()) return undefined;
      return { portalId: portalId(said.portalId), userId: said.userId, formToken: forms.sign(text) };
    },
    isFormToken: ({ formToken }, given) => typeof given === 'string' && forms.holds(formToken, forms.sign(given)),
  };
}
