/** HubSpot's request signature, version 3: base64 of HMAC-SHA256(client secret, method + URI + body + timestamp). */
import { createHmac, timingSafeEqual } from 'node:crypto';

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
  /** Header `X-HubSpot-Signature-v3`. */
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

/** The signature that HubSpot would send, for the local preview and for tests. */
export function signV3({ timestamp, ...parts }: SignedParts & { readonly timestamp: string }): string {
  return hmac({ ...parts, uri: decodeQuery(parts.uri) }, timestamp);
}

function hmac({ clientSecret, method, uri, rawBody }: SignedParts, timestamp: string): string {
  const signed = createHmac('sha256', clientSecret).update(method.toUpperCase()).update(uri).update(rawBody);
  return signed.update(timestamp).digest('base64');
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
