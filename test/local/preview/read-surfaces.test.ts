import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBundleStore } from '../../../src/local/preview/bundle-store.ts';
import { readExtensions } from '../../../src/local/preview/read-surfaces.ts';

let app = '';
beforeEach(async () => {
  // Inside the repository, so that the bundler finds its packages.
  app = await mkdtemp(join(import.meta.dirname, '../../../node_modules/.preview-'));
  for (const folder of ['cards', 'settings']) await mkdir(join(app, folder));
});
afterEach(() => rm(app, { recursive: true }));

const write = (path: string, content: unknown) =>
  writeFile(join(app, path), typeof content === 'string' ? content : JSON.stringify(content));
const card = (objectTypes: string[], file = 'Small.tsx') => ({
  uid: 'small',
  type: 'card',
  config: { name: 'Small', location: 'crm.record.sidebar', entrypoint: `/app/cards/${file}`, objectTypes },
});

test('each metafile whose entry is there is a surface, on each of its object types', async () => {
  await write('cards/small-hsmeta.json', card(['deals', 'tickets']));
  await write('cards/late-hsmeta.json', { ...card(['companies'], 'Late.tsx'), uid: 'late' });
  await write('cards/Small.tsx', '');
  await write('settings/settings-hsmeta.json', {
    uid: 'set',
    type: 'settings',
    config: { entrypoint: '/app/settings/SettingsPage.tsx' },
  });
  await write('settings/SettingsPage.tsx', '');
  const surfaces = (await readExtensions(app)).flatMap((extension) => extension.surfaces);
  expect(surfaces.map(({ key, place, objectType, bundle }) => [key, place, objectType, bundle])).toEqual([
    ['small.deals', 'crm.record.sidebar', 'deals', '/bundles/small.js'],
    ['small.tickets', 'crm.record.sidebar', 'tickets', '/bundles/small.js'],
    ['set', 'settings', null, '/bundles/set.js'],
  ]);
});

test('an app without any has no surface', async () => {
  expect(await readExtensions(join(tmpdir(), 'no-such-app'))).toEqual([]);
});

test('a bundle follows its files, and says where one does not compile', async () => {
  await write('cards/small-hsmeta.json', card(['deals']));
  await write('cards/Small.tsx', `import { hubspot } from '@hubspot/ui-extensions';\nhubspot.extend(() => 'first');\n`);
  const [extension] = await readExtensions(app);
  if (extension === undefined) throw new Error('There is no extension.');
  const bundleOf = makeBundleStore(app);
  expect(await bundleOf(extension)).toContain('first');
  await write('cards/Small.tsx', `import { hubspot } from '@hubspot/ui-extensions';\nhubspot.extend(() => 'other');\n`);
  await utimes(join(app, 'cards/Small.tsx'), new Date(), new Date(Date.now() + 5_000));
  const [other, again] = await Promise.all([bundleOf(extension), bundleOf(extension)]);
  expect(other).toContain('other');
  expect(again).toBe(other);
  await write('cards/Small.tsx', 'const = ;');
  await utimes(join(app, 'cards/Small.tsx'), new Date(), new Date(Date.now() + 10_000));
  expect(await bundleOf(extension)).toMatch(/^throw new Error\("Small.tsx does not compile: /);
  expect(process.env.NODE_ENV).toBe('test');
});
