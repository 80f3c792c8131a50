import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SignedRequest, signV3, verifySignatureV3 } from '../../src/hubspot/signature.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;
const SECRET = 'test-client-secret';
const RECEIVED = 'https://health.example/api/companies/12/scorecard?userEmail=ann%40example.com&q=a%20b%2Cc';
const DECODED = 'https://health.example/api/companies/12/scorecard?userEmail=ann@example.com&q=a%20b,c';

/** HubSpot's own definition, spelt out. */
const sign = (uri: string, body = '', at: string = String(NOW), method = 'GET', secret = SECRET) =>
  createHmac('sha256', secret).update(`${method}${uri}${body}${at}`).digest('base64');

const good: SignedRequest = {
  clientSecret: SECRET,
  method: 'GET',
  uri: RECEIVED,
  rawBody: '',
  signature: sign(DECODED),
  timestamp: String(NOW),
  now: NOW,
};

describe('verifySignatureV3', () => {
  const accepted: [string, Partial<SignedRequest>][] = [
    ['the query with the listed escapes decoded', {}],
    ['the query as received', { signature: sign(RECEIVED) }],
    ['lower-case hex in the escapes', { uri: RECEIVED.replaceAll('%2C', '%2c') }],
    ['no query', { uri: 'https://health.example/x', signature: sign('https://health.example/x') }],
    ['a method in lower case', { method: 'get' }],
    ['almost five minutes old', { now: NOW + 5 * MINUTE }],
    ['almost five minutes ahead', { now: NOW - 5 * MINUTE }],
    [
      'a body, as text',
      { method: 'POST', rawBody: '{"ä":1}', signature: sign(DECODED, '{"ä":1}', String(NOW), 'POST') },
    ],
    [
      'a body, as bytes',
      { method: 'POST', rawBody: Buffer.from('{"ä":1}'), signature: sign(DECODED, '{"ä":1}', String(NOW), 'POST') },
    ],
  ];
  it.each(accepted)('accepts %s', (_, change) => {
    expect(verifySignatureV3({ ...good, ...change })).toBe(true);
  });

  const stale = String(NOW - 5 * MINUTE - 1);
  const future = String(NOW + 5 * MINUTE + 1);
  const refused: [string, Partial<SignedRequest>][] = [
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['no timestamp', { timestamp: undefined }],
    ['a stale timestamp', { timestamp: stale, signature: sign(DECODED, '', stale) }],
    ['a timestamp ahead of us', { timestamp: future, signature: sign(DECODED, '', future) }],
    ['a timestamp that is no digits', { timestamp: '1e12', now: 1e12, signature: sign(DECODED, '', '1e12') }],
    ['a timestamp with a sign', { timestamp: `+${NOW}`, signature: sign(DECODED, '', `+${NOW}`) }],
    ['another timestamp than the signed one', { timestamp: String(NOW + 1) }],
    ['another method', { method: 'POST' }],
    ['another path', { uri: RECEIVED.replace('/12/', '/13/') }],
    ['another host', { uri: RECEIVED.replace('health', 'wealth') }],
    ['a body where none was signed', { rawBody: ' ' }],
    ['another secret', { signature: sign(DECODED, '', String(NOW), 'GET', 'other') }],
    ['no secret set', { clientSecret: '', signature: sign(DECODED, '', String(NOW), 'GET', '') }],
    ['a cut signature', { signature: sign(DECODED).slice(0, -1) }],
    ['a signature with more behind it', { signature: `${sign(DECODED)}AAAA` }],
    ['the same bytes in the other base64 alphabet or case', { signature: sign(DECODED).toLowerCase() }],
    ['escapes decoded that HubSpot leaves', { signature: sign(DECODED.replace('%20', ' ')) }],
    ['an escaped path', { uri: 'https://health.example/a%40b', signature: sign('https://health.example/a@b') }],
  ];
  it.each(refused)('refuses %s', (_, change) => {
    expect(verifySignatureV3({ ...good, ...change })).toBe(false);
  });

  it('refuses any single changed byte of the body', () => {
    const body = Buffer.from('{"objectId":12}');
    const signature = sign(DECODED, body.toString(), String(NOW), 'POST');
    for (let at = 0; at < body.length; at += 1) {
      const tampered = Buffer.from(body);
      tampered.writeUInt8(body.readUInt8(at) ^ 1, at);
      expect(verifySignatureV3({ ...good, method: 'POST', rawBody: tampered, signature })).toBe(false);
    }
    expect(verifySignatureV3({ ...good, method: 'POST', rawBody: body, signature })).toBe(true);
  });

  it('never throws, whatever arrives', () => {
    const anything = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
    fc.assert(
      fc.property(anything, anything, fc.webUrl({ withQueryParameters: true }), (signature, timestamp, uri) => {
        expect(verifySignatureV3({ ...good, uri, signature, timestamp })).toBe(false);
      }),
    );
  });
});

it('signV3 signs as HubSpot does: with the listed escapes of the query decoded', () => {
  const parts = { clientSecret: SECRET, method: 'GET', rawBody: '', timestamp: String(NOW) };
  expect(signV3({ ...parts, uri: RECEIVED })).toBe(sign(DECODED));
  const listed = '?a=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B&b=%20%26%3D%2B%25%23';
  expect(signV3({ ...parts, uri: `https://x.example/p%40${listed}` })).toBe(
    sign("https://x.example/p%40?a=:/?@!$'()*,;&b=%20%26%3D%2B%25%23"),
  );
});
