/**
 * HubSpot's request signatures. Version 3, of `hubspot.fetch` and webhooks: base64 of HMAC-SHA256(client secret, method + URI + body +
 * timestamp). Version 2, of workflow actions: hexadecimal SHA-256 of client secret + method + URI + body.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** HubSpot's docs: refuse what is older. Clocks differ both ways, so what is that much ahead is refused too. */
const TOLERANCE_MS = 5 * 60_000;

interface SignedParts {
  readonly clientSecret: string;
  readonly method: string;
  /** The configured public address, with path and query as they were received. */
  readonly uri: string;
  /** The body's bytes before any parsing; empty for GET. */
  readonly rawBody: Buffer | string;
}

export interface SignedRequest extends SignedParts {
  /** Header `X-HubSpot-Signature-v3`; of version 2, `X-HubSpot-Signature`. */
  readonly signature: string | undefined;
  /** Header `X-HubSpot-Request-Timestamp`: ms since 1970 UTC, in digits. */
  readonly timestamp: string | undefined;
  /** Ms since 1970 UTC. */
  readonly now: number;
}

/** Whether HubSpot signed this request within the last five minutes. Never throws. */
export function verifySignatureV3({ signature, timestamp, now, ...parts }: SignedRequest): boolean {
  // With no secret set, anyone could sign.
  if (parts.clientSecret === '') return false;
  if (!signature || !timestamp || !/^\d{1,16}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp)) > TOLERANCE_MS) return false;
  // Which form HubSpot signs is known at second hand only. Both come from the same secret, so taking either is safe.
  const decoded = isSame(signature, hmac({ ...parts, uri: decodeQuery(parts.uri) }, timestamp));
  const received = isSame(signature, hmac(parts, timestamp));
  return decoded || received;
}

/**
 * Whether HubSpot signed this request, by version 2. Never throws. Version 2 signs no time: whoever saw such a request can send it again for
 * ever, so what it asks for must be safe to repeat. And who knows one can put more behind its body, after bytes that are no text (a hash
 * that begins with its secret can be carried on): a body that is not JSON from end to end must be refused.
 */
export function verifySignatureV2({ signature, ...parts }: Omit<SignedRequest, 'timestamp' | 'now'>): boolean {
  if (parts.clientSecret === '' || !signature) return false;
  // HubSpot's page has the URI exactly as it was requested; as with version 3, either form is safe to take.
  const decoded = isSame(signature, digestV2({ ...parts, uri: decodeQuery(parts.uri) }));
  const received = isSame(signature, digestV2(parts));
  return decoded || received;
}

/** The signature that HubSpot would send, for the local preview and for tests. */
export function signV3({ timestamp, ...parts }: SignedParts & { readonly timestamp: string }): string {
  return hmac({ ...parts, uri: decodeQuery(parts.uri) }, timestamp);
}

function hmac({ clientSecret, method, uri, rawBody }: SignedParts, timestamp: string): string {
  const signed = createHmac('sha256', clientSecret).update(method.toUpperCase()).update(uri).update(rawBody);
  return signed.update(timestamp).digest('base64');
}

function digestV2({ clientSecret, method, uri, rawBody }: SignedParts): string {
  const signed = createHash('sha256').update(clientSecret).update(method.toUpperCase()).update(uri).update(rawBody);
  return signed.digest('hex');
}

/** HubSpot hashes the query with these escapes decoded and all others left as they are. */
function decodeQuery(uri: string): string {
  const start = uri.indexOf('?');
  if (start === -1) return uri;
  const query = uri.slice(start).replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);
  return uri.slice(0, start) + query;
}

/** In a time that does not tell where they differ. Compared as text: base64 has several spellings of the same bytes. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
