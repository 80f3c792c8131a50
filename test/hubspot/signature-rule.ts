/** HubSpot's signature rule, written from its documents and not from our code, and requests of every kind to try it on. */
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';

/** What HubSpot decodes in a query before it signs: all other escapes stay. */
const DECODED: Readonly<Record<string, string>> = {
  '3A': ':',
  '2F': '/',
  '3F': '?',
  '40': '@',
  '21': '!',
  '24': '$',
  '27': "'",
  '28': '(',
  '29': ')',
  '2A': '*',
  '2C': ',',
  '3B': ';',
};

export interface AnyRequest {
  readonly method: string;
  readonly uri: string;
  readonly body: Buffer;
}

/** The text whose hash is the signature, but for the secret and the time; from left to right, so that nothing is decoded twice. */
export function signedUri(uri: string): string {
  const [path = '', ...rest] = uri.split('?');
  const query = rest.join('?');
  let signed = '';
  for (let at = 0; at < query.length; at += 1) {
    const decoded = query[at] === '%' ? DECODED[query.slice(at + 1, at + 3).toUpperCase()] : undefined;
    signed += decoded ?? query[at];
    if (decoded !== undefined) at += 2;
  }
  return rest.length === 0 ? path : `${path}?${signed}`;
}

export const ruleV3 = (secret: string, { method, uri, body }: AnyRequest, timestamp: string): string =>
  createHmac('sha256', secret)
    .update(Buffer.concat([Buffer.from(method + signedUri(uri)), body, Buffer.from(timestamp)]))
    .digest('base64');

export const ruleV2 = (secret: string, { method, uri, body }: AnyRequest): string =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from(secret + method + signedUri(uri)), body]))
    .digest('hex');

const anyEscape = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.boolean())
  .map(([byte, lower]) => `%${byte.toString(16).padStart(2, '0')[lower ? 'toLowerCase' : 'toUpperCase']()}`);
const listed = fc
  .tuple(fc.constantFrom(...Object.keys(DECODED)), fc.boolean())
  .map(([hex, lower]) => `%${lower ? hex.toLowerCase() : hex}`);
/** Encoded twice: the first decoding leaves an escape. */
const twice = fc.constantFrom(...Object.keys(DECODED)).map((hex) => `%25${hex}`);
const plain = fc.constantFrom(...'abcXYZ019-._~&=+!$()*,;:@/%');
const text = (...kinds: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...kinds), { maxLength: 25 }).map((parts) => parts.join(''));

const path = text(plain, anyEscape, listed).map((it) => `/${it.replaceAll('?', '')}`);
const query = fc.option(
  text(plain, anyEscape, listed, twice, fc.constant('?')).map((it) => `?${it}`),
  { nil: '' },
);

export const anyRequest: fc.Arbitrary<AnyRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  uri: fc.tuple(path, query).map(([p, q]) => `https://health.example${p}${q}`),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((json) => Buffer.from(json)),
    fc.constant(Buffer.alloc(0)),
  ),
});
