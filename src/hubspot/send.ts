/** One request over HubSpot's official client, under a deadline. */
import { Client } from '@hubspot/api-client';
import { PortalDisconnected } from '../errors.ts';
import type { Answer } from './answer.ts';
import { installDeadlines, TimedOut, withDeadline } from './deadline.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  /** From the root, with the query. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
}

/** No answer came, or only a part of it. */
export interface Lost {
  readonly lost: string;
}

export interface SendOptions {
  /** Scheme and host, e.g. "https://api.hubapi.com". */
  readonly baseUrl: string;
  /** From sending to the last byte of the answer. */
  readonly timeoutMs: number;
}

/** @throws PortalDisconnected where the token cannot be one. */
export type Send = (request: Request, accessToken: string) => Promise<Answer | Lost>;

export function makeSend({ baseUrl, timeoutMs }: SendOptions): Send {
  installDeadlines();
  // The official client's own limiter and retries are one for the whole process, shared by all portals: both stay off.
  const client = new Client({ basePath: baseUrl.replace(/\/+$/, ''), numberOfApiCallRetries: 0 });

  return async ({ method, path, body }, accessToken) => {
    // fetch would quote such a token in its error, and no token of HubSpot's has these characters.
    if (!/^[\x21-\x7e]+$/.test(accessToken)) {
      throw new PortalDisconnected('The HubSpot access token is empty or malformed: check HUBSPOT_ACCESS_TOKEN');
    }
    try {
      return await withDeadline(timeoutMs, async () => {
        // The client builds the request before anything is awaited, so requests under way at once never mix tokens.
        client.setAccessToken(accessToken);
        const response = await client.apiRequest({ method, path, ...(body && { body }) });
        return { status: response.status, headers: response.headers, text: await response.text() };
      });
    } catch (error) {
      if (error instanceof TimedOut) return { lost: error.message };
      // What fetch throws when a connection fails, before or within the body. Anything else is a defect.
      if (!(error instanceof TypeError && error.cause instanceof Error)) throw error;
      return { lost: 'code' in error.cause ? String(error.cause.code) : error.cause.message };
    }
  };
}
