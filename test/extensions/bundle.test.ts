/** What HubSpot deploys: each extension folder alone, bundled by HubSpot's bundler. */
import { cp, glob, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as RemoteUI from '@remote-ui/react';
import * as React from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCard } from '../../src/local/preview/bundle-card.ts';

const root = join(import.meta.dirname, '../..');
const app = join(root, 'extensions/app');
/** Folders that are deployed on their own; `packages` is code that they share as npm packages. */
const deployed = ['cards', 'settings', 'pages', 'workflow-actions'];

/** Relative imports and re-exports, static or dynamic. */
const RELATIVE_IMPORT = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"](\.[^'"]*)['"]/g;

const leaving = (file: string, folder: string, code: string) =>
  [...code.matchAll(RELATIVE_IMPORT)]
    .map((match) => relative(folder, resolve(dirname(file), match[1] ?? '')))
    .filter((target) => target.split(sep)[0] === '..');

test('the check sees imports that leave a folder', () => {
  const code = `import { a } from '../other/a.ts';\nexport * from "../../b.ts";\nawait import('../c.ts');\nimport './d.ts'`;
  expect(leaving('/x/cards/Card.tsx', '/x/cards', code)).toEqual(['../other/a.ts', '../../b.ts', '../c.ts']);
  expect(leaving('/x/cards/in/Card.tsx', '/x/cards', `import '../d.ts'`)).toEqual([]);
});

test('no import leaves the folder that it is deployed with', async () => {
  const found: string[] = [];
  let files = 0;
  for (const name of deployed) {
    const folder = join(app, name);
    for await (const file of glob('**/*.{ts,tsx,js,jsx}', { cwd: folder, exclude: ['**/node_modules/**'] })) {
      files += 1;
      const path = join(folder, file);
      found.push(...leaving(path, folder, await readFile(path, 'utf8')).map((target) => `${name}/${file}: ${target}`));
    }
  }
  expect(files).toBeGreaterThan(0);
  expect(found).toEqual([]);
});

let elsewhere: string;
beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'account-health-deploy-'));
});
afterAll(() => rm(elsewhere, { recursive: true, force: true }));

const CARDS = ['HealthCard.tsx', 'HealthTab.tsx', 'HealthPreview.tsx', 'RecordHealthCard.tsx'];
/** Folder, entry, and so many characters at most. */
const EXTENSIONS = [
  ...CARDS.map((entry) => ['cards', entry, 120_000] as const),
  // Opened now and then, by those who set the app up.
  ['settings', 'SettingsPage.tsx', 400_000],
] as const;

test.each(EXTENSIONS)(
  '%s/%s bundles away from this repository, and offers HubSpot one extension',
  async (name, entry, most) => {
    // As after an upload and an install: the card's folder and, in its node_modules, what its package.json names.
    const folder = join(elsewhere, entry, name);
    await cp(join(app, name), folder, { recursive: true });
    const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const needed of Object.keys(dependencies)) {
      const target = join(folder, 'node_modules', needed);
      await mkdir(dirname(target), { recursive: true });
      await symlink(join(root, 'node_modules', needed), target);
    }
    const code = await readFile(await bundleCard(folder, entry, join(elsewhere, entry, 'out')), 'utf8');

    // A rep waits for every byte.
    console.info(`${entry}: ${Math.round(code.length / 1_000)} KB`);
    expect(code.length).toBeLessThan(most);

    const extended: unknown[] = [];
    const worker = {
      React,
      RemoteUI,
      __HUBSPOT_EXTENSION_WORKER__: true,
      extend_V2: (render: () => unknown) => extended.push(render()),
    };
    runInNewContext(code, Object.assign(worker, { self: worker }));
    expect(extended).toHaveLength(1);
    expect(React.isValidElement(extended[0])).toBe(true);
  },
);
