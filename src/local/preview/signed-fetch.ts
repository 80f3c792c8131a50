import { signV3 } from '../../hubspot/signature.ts';
import type { ExtensionRequest, ExtensionResponse, PreviewPerson } from './preview-setting.ts';

export interface PreviewBackend {
  /** Where the backend is reached, without a trailing slash. */
  readonly url: string;
  readonly clientSecret: string;
  /** The address that the backend checks signatures against, where it differs from `url`. */
  readonly publicUrl?: string | undefined;
}

/** HubSpot's own default for `hubspot.fetch`. */
const TIMEOUT_MS = 15_000;

/**
 * Makes HubSpot's side of `hubspot.fetch`: says who asks in the query, signs the request (signature v3), and sends it.
 * Only the backend's own address is served, as an app may only reach its permitted URLs: any other gets a 403.
 *
 * @param clock ms since 1970 UTC; the backend refuses signatures that are older than five minutes by its own
 */
export function makeSignedFetch(backend: PreviewBackend, portalId: number, clock: () => number) {
  const publicUrl = backend.publicUrl ?? backend.url;
  return async (
    { url, method, body }: ExtensionRequest,
    { id: userId, email: userEmail }: PreviewPerson,
  ): Promise<ExtensionResponse> => {
    if (!url.startsWith(`${publicUrl}/`)) return refused(`${url} is not a permitted URL of this app.`);
    const asked = new URL(url);
    // HubSpot adds these to the query of every `hubspot.fetch` call.
    for (const [name, value] of Object.entries({ userId, userEmail, appId: '1', portalId: String(portalId) })) {
      asked.searchParams.set(name, value);
    }
    const timestamp = String(clock());
    const uri = asked.href;
    const rawBody = body ?? '';
    const answer = await fetch(uri.replace(publicUrl, backend.url), {
      method,
      body,
      headers: {
        'Content-Type': 'application/json',
        'X-HubSpot-Signature-v3': signV3({ clientSecret: backend.clientSecret, method, uri, rawBody, timestamp }),
        'X-HubSpot-Request-Timestamp': timestamp,
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? 'text/plain',
      body: await answer.text(),
    };
  };
}

const refused = (message: string): ExtensionResponse => ({
  status: 403,
  contentType: 'application/json',
  body: JSON.stringify({ message }),
});
