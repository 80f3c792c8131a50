import { Signature } from '@hubspot/api-client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifySignatureV2, verifySignatureV3 } from '../../src/hubspot/signature.ts';
import { type AnyRequest, anyRequest, ruleV2, ruleV3, signedUri } from './signature-rule.ts';

const SECRET = 'test-client-secret';
const NOW = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;
const TIMESTAMP = String(NOW);

const accepts3 = ({ method, uri, body }: AnyRequest, signature: string, timestamp = TIMESTAMP) =>
  verifySignatureV3({ clientSecret: SECRET, method, uri, rawBody: body, signature, timestamp, now: NOW });
const accepts2 = ({ method, uri, body }: AnyRequest, signature: string) =>
  verifySignatureV2({ clientSecret: SECRET, method, uri, rawBody: body, signature });

it('the rule of the tests decodes the listed escapes once, and in the query alone', () => {
  expect(signedUri('https://x.example/a%40b?c=%40%2c%2540%20%C3%A9?%3f')).toBe(
    'https://x.example/a%40b?c=@,%2540%20%C3%A9??',
  );
  expect(signedUri('https://x.example/a%40b')).toBe('https://x.example/a%40b');
  // Decoded text that makes an escape with what follows it is not decoded again.
  expect(signedUri('https://x.example/?%2%340')).toBe('https://x.example/?%2%340');
});

it('1,000 requests of every kind that HubSpot signed are accepted, by either version', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      expect(accepts3(request, ruleV3(SECRET, request, TIMESTAMP))).toBe(true);
      expect(accepts2(request, ruleV2(SECRET, request))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

/** One character, or byte, made another of the same kind. */
const turn = (text: string, at: number) => text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
/** Upper case: a method in lower case is the same method. */
const turnLetter = (text: string, at: number) => `${text.slice(0, at)}X${text.slice(at + 1)}`;
const turnDigit = (text: string, at: number) =>
  text.slice(0, at) + String((Number(text[at]) + 1) % 10) + text.slice(at + 1);

describe('one byte tampered is refused', () => {
  const anywhere = fc.nat();
  it('1,000 times, in the method, the address, the body, the timestamp or the signature', () => {
    fc.assert(
      fc.property(
        anyRequest,
        fc.constantFrom('method', 'uri', 'body', 'timestamp', 'signature'),
        anywhere,
        (request, where, place) => {
          const at = (length: number) => place % length;
          const [three, two] = [ruleV3(SECRET, request, TIMESTAMP), ruleV2(SECRET, request)];
          if (where === 'timestamp') {
            // Not the first digits: such a time is refused for its age alone.
            expect(accepts3(request, three, turnDigit(TIMESTAMP, 9 + at(4)))).toBe(false);
            return;
          }
          if (where === 'signature') {
            expect(accepts3(request, turn(three, at(three.length)))).toBe(false);
            expect(accepts2(request, turn(two, at(two.length)))).toBe(false);
            return;
          }
          fc.pre(where !== 'body' || request.body.length > 0);
          const body = Buffer.from(request.body);
          if (where === 'body') body.writeUInt8(body.readUInt8(at(body.length)) ^ 1, at(body.length));
          const tampered: AnyRequest = {
            method: where === 'method' ? turnLetter(request.method, at(request.method.length)) : request.method,
            uri: where === 'uri' ? turn(request.uri, at(request.uri.length)) : request.uri,
            body,
          };
          // Another spelling of an escape that HubSpot decodes is the same address.
          fc.pre(signedUri(tampered.uri) !== signedUri(request.uri) || where !== 'uri');
          fc.pre(tampered.uri !== signedUri(request.uri));
          expect(accepts3(tampered, three)).toBe(false);
          expect(accepts2(tampered, two)).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

it('a signature holds for five minutes in both directions, to the millisecond', () => {
  fc.assert(
    fc.property(anyRequest, fc.integer({ min: -2 * 5 * MINUTE, max: 2 * 5 * MINUTE }), (request, offMs) => {
      const timestamp = String(NOW + offMs);
      expect(accepts3(request, ruleV3(SECRET, request, timestamp), timestamp)).toBe(Math.abs(offMs) <= 5 * MINUTE);
    }),
  );
});

it('without a secret, or without a signature, nothing is accepted', () => {
  fc.assert(
    fc.property(anyRequest, ({ method, uri, body }) => {
      const request = { method, uri, rawBody: body };
      const own = ruleV2('', { method, uri, body });
      expect(verifySignatureV2({ ...request, clientSecret: '', signature: own })).toBe(false);
      expect(verifySignatureV2({ ...request, clientSecret: SECRET, signature: undefined })).toBe(false);
      expect(verifySignatureV2({ ...request, clientSecret: SECRET, signature: '' })).toBe(false);
    }),
  );
});

it('version 2 gives what HubSpot’s own page gives for its examples', () => {
  // https://developers.hubspot.com/docs/faq/v2-request-validation
  const example = { clientSecret: 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy', uri: 'https://www.example.com/webhook_uri' };
  const get = 'eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e';
  const post = '9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900';
  const rawBody = '{"example_field":"example_value"}';
  expect(verifySignatureV2({ ...example, method: 'GET', rawBody: '', signature: get })).toBe(true);
  expect(verifySignatureV2({ ...example, method: 'POST', rawBody, signature: post })).toBe(true);
});

describe('beside HubSpot’s own Signature.isValid', () => {
  const theirs = (request: AnyRequest, signatureVersion: 'v2' | 'v3', signature: string, timestamp = Date.now()) =>
    Signature.isValid({
      signature,
      clientSecret: SECRET,
      requestBody: request.body.toString(),
      method: request.method,
      url: request.uri,
      signatureVersion,
      ...(signatureVersion === 'v3' && { timestamp }),
    });
  const ours = ({ method, uri, body }: AnyRequest, signature: string, timestamp: number) =>
    verifySignatureV3({
      clientSecret: SECRET,
      method,
      uri,
      rawBody: body,
      signature,
      timestamp: String(timestamp),
      now: Date.now(),
    });
  const isUtf8 = ({ body }: AnyRequest) => Buffer.from(body.toString()).equals(body);
  const request = { method: 'POST', uri: 'https://health.example/x', body: Buffer.from('{}') };

  it('agrees on what needs no decoding, by either version', () => {
    fc.assert(
      fc.property(anyRequest, fc.boolean(), (any, spoilt) => {
        fc.pre(signedUri(any.uri) === any.uri && isUtf8(any));
        const now = Date.now();
        const spoil = (signature: string) => (spoilt ? turn(signature, 3) : signature);
        const [three, two] = [spoil(ruleV3(SECRET, any, String(now))), spoil(ruleV2(SECRET, any))];
        expect([ours(any, three, now), accepts2(any, two)]).toEqual([!spoilt, !spoilt]);
        expect([theirs(any, 'v3', three, now), theirs(any, 'v2', two)]).toEqual([!spoilt, !spoilt]);
      }),
    );
  });

  it('theirs is wrong: it refuses every real hubspot.fetch, whose query has an escaped address', () => {
    const now = Date.now();
    const real = { ...request, uri: 'https://health.example/api/progress?userEmail=ann%40example.com&portalId=7' };
    const signature = ruleV3(SECRET, real, String(now));
    expect([ours(real, signature, now), theirs(real, 'v3', signature, now)]).toEqual([true, false]);
  });

  it('theirs is wrong: it throws on a stale request, where it should say no', () => {
    const stale = Date.now() - 6 * MINUTE;
    const signature = ruleV3(SECRET, request, String(stale));
    expect(ours(request, signature, stale)).toBe(false);
    expect(() => theirs(request, 'v3', signature, stale)).toThrow('Timestamp is invalid');
  });

  it('theirs is wrong: it takes a request of any future, which stays good until then', () => {
    const future = Date.now() + 365 * 24 * 60 * MINUTE;
    const signature = ruleV3(SECRET, request, String(future));
    expect([ours(request, signature, future), theirs(request, 'v3', signature, future)]).toEqual([false, true]);
  });

  it('theirs is wrong: it hashes text, so that a body of other bytes is refused', () => {
    const now = Date.now();
    const bytes = { ...request, body: Buffer.from([0xff, 0x80]) };
    const signature = ruleV3(SECRET, bytes, String(now));
    expect([ours(bytes, signature, now), theirs(bytes, 'v3', signature, now)]).toEqual([true, false]);
  });
});
