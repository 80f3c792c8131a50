import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as components from '@hubspot/ui-extensions';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LOOK_ALIKES } from '../../../src/local/preview/page/look-alikes.ts';
import { makeUnsupported } from '../../../src/local/preview/page/unsupported.tsx';

const app = join(import.meta.dirname, '../../../extensions/app');

/** Names imported from HubSpot's package that are components, of the cards' and pages' code. */
async function usedComponents(): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for await (const file of glob('{cards,settings,pages}/**/*.{ts,tsx}', {
    cwd: app,
    exclude: ['**/node_modules/**'],
  })) {
    const code = await readFile(join(app, file), 'utf8');
    for (const [, types, names = ''] of code.matchAll(/import (type )?\{([^}]*)\} from '@hubspot\/ui-extensions'/g)) {
      if (types !== undefined) continue;
      for (const name of names.split(',').map((part) => part.trim())) if (/^[A-Z]/.test(name)) used.add(name);
    }
  }
  return used;
}

test('there is a look-alike for every component that the cards and pages use', async () => {
  const used = await usedComponents();
  expect(used).toContain('Text');
  expect([...used].filter((name) => !(name in LOOK_ALIKES))).toEqual([]);
});

test('each look-alike is of a component that HubSpot has', () => {
  const known = new Set(Object.keys(components));
  // `Dropdown.ButtonItem`, which HubSpot's renderer knows by this name.
  expect(Object.keys(LOOK_ALIKES).filter((name) => name !== 'DropdownButtonItem' && !known.has(name))).toEqual([]);
});

test('a component without a look-alike is a box with its name, and stays the same component', () => {
  const unsupported = makeUnsupported();
  const CrmReport = unsupported('CrmReport');
  expect(renderToStaticMarkup(<CrmReport>rows</CrmReport>)).toMatch(
    /CrmReport: no look-alike in the local preview.*rows/,
  );
  expect(unsupported('CrmReport')).toBe(CrmReport);
});
