import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { isPlaceholder, readAppDescriptor, unfilledSupport } from '../../src/manifest/app-descriptor.ts';
import { appMetafile } from '../../src/manifest/app-metafile.ts';

/** Ours with some parts otherwise. */
function folderWith(parts: object | string): string {
  const root = mkdtempSync(join(inject('runFolder'), 'descriptor-'));
  const text =
    typeof parts === 'string' ? parts : JSON.stringify({ ...JSON.parse(readFileSync('app.json', 'utf8')), ...parts });
  writeFileSync(join(root, 'app.json'), text);
  return root;
}

describe('a mistake is told in a line that names the part', () => {
  test.each([
    ['{', /^app\.json cannot be read: .*Run this in the project's folder\.$/],
    [{ name: ' ' }, /^app\.json: name: /],
    [{ uid: 'has spaces' }, /^app\.json: uid: /],
    [{ auth: 'static' }, /^app\.json: auth: /],
    [{ distribution: 'public' }, /^app\.json: distribution: /],
    [{ support: { supportEmail: 'nobody' } }, /^app\.json: support\.supportEmail: /],
    [{ scopeUses: { oauth: [] } }, /^app\.json: scopeUses\.oauth: /],
    [{ scopeUses: { oauth: [{ feature: 'x', call: 'GET https://x', file: 'src/x.ts' }] } }, /^app\.json: scopeUses\./],
    [{ secret: 'x' }, /secret/],
  ])('%j', (parts, says) => {
    const root = folderWith(parts);
    expect(() => readAppDescriptor(root)).toThrow(InputError);
    expect(() => readAppDescriptor(root)).toThrow(says);
  });

  test('no app.json at all', () => {
    expect(() => readAppDescriptor(mkdtempSync(join(inject('runFolder'), 'empty-')))).toThrow(/Run this in/);
  });
});

test.each([
  ['help@to-be-filled-in.example', true],
  ['https://docs.something.example/page', true],
  ['https://example.com', true],
  ['https://account-health.example.com', true],
  ['help@example.org', true],
  ['help@examples.com', false],
  ['https://example.company.com', false],
  ['https://health.acme.io/example.com', false],
])('%s only stands in for an address: %s', (given, expected) => {
  expect(isPlaceholder(given)).toBe(expected);
});

test('names the support addresses that are still to be filled in', () => {
  const support = {
    supportEmail: 'help@acme.io',
    supportUrl: 'https://x.example',
    documentationUrl: 'https://acme.io/guide',
  };
  expect(unfilledSupport(readAppDescriptor(folderWith({ support })))).toEqual(['support.supportUrl']);
});

test('every part of the app’s metafile comes from the descriptor', () => {
  const app = {
    uid: 'u',
    name: 'N',
    description: 'D',
    distribution: 'private',
    auth: 'oauth',
    support: { supportEmail: 'a@b.io', supportUrl: 'https://b.io/s', documentationUrl: 'https://b.io/d' },
    scopes: { required: ['r1', 'r2'], optional: ['o'] },
    scopeUses: {},
    urls: {
      redirect: ['https://b.io/r'],
      fetch: ['https://f'],
      iframe: ['https://i'],
      img: ['https://g'],
      webhooks: 'w',
    },
    companyProperties: {},
  } as const;
  // HubSpot's docs, "App configuration".
  expect(appMetafile(app as never)).toEqual({
    uid: 'u',
    type: 'app',
    config: {
      name: 'N',
      description: 'D',
      distribution: 'private',
      auth: {
        type: 'oauth',
        redirectUrls: ['https://b.io/r'],
        requiredScopes: ['r1', 'r2'],
        optionalScopes: ['o'],
        conditionallyRequiredScopes: [],
      },
      permittedUrls: { fetch: ['https://f'], iframe: ['https://i'], img: ['https://g'] },
      support: { supportEmail: 'a@b.io', supportUrl: 'https://b.io/s', documentationUrl: 'https://b.io/d' },
    },
  });
});
