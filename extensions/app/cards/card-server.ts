import { hubspot } from '@hubspot/ui-extensions';
import type { FailureReason } from './card-texts.ts';

export type Answer =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly reason: FailureReason };

/** What the cards ask of the app's server; paths begin with `/api/`. HubSpot signs each request and adds who makes it. */
export interface CardServer {
  get(path: string): Promise<Answer>;
  post(path: string, body: Readonly<Record<string, unknown>>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/**
 * Nothing secret is in a card, and no header of its own is sent: HubSpot's page on `hubspot.fetch` knows of none, so that nobody could
 * rely on it. Whatever is posted changes nothing when HubSpot repeats it.
 */
export function makeCardServer({ backendUrl, locale }: { backendUrl: string; locale: string }): CardServer {
  async function ask(path: string, method: 'GET' | 'POST' | 'DELETE', body?: Readonly<Record<string, unknown>>) {
    if (backendUrl === '') return { kind: 'failed', reason: 'not_set_up' } as const;
    try {
      const url = `${backendUrl}${path}?locale=${encodeURIComponent(locale)}`;
      const response = await hubspot.fetch(url, { method, ...(body && { body }) });
      if (response.status === 401 || response.status === 403) return { kind: 'failed', reason: 'refused' } as const;
      if (!response.ok) return { kind: 'failed', reason: 'unreachable' } as const;
      return { kind: 'ok', body: (await response.json()) as unknown } as const;
    } catch {
      return { kind: 'failed', reason: 'unreachable' } as const;
    }
  }
  return {
    get: (path) => ask(path, 'GET'),
    post: (path, body) => ask(path, 'POST', body),
    delete: (path) => ask(path, 'DELETE'),
  };
}
