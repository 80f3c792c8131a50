import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LOOK_ALIKES } from '../../../src/local/preview/page/look-alikes.ts';
import { makeUnsupported } from '../../../src/local/preview/page/unsupported.tsx';

const cards = join(import.meta.dirname, '../../../extensions/app/cards');

test('there is a look-alike for every component that the card uses, and no other', async () => {
  const used = new Set<string>();
  for await (const file of glob('**/*.tsx', { cwd: cards, exclude: ['node_modules/**'] })) {
    const code = await readFile(join(cards, file), 'utf8');
    const names = /import \{([^}]*)\} from '@hubspot\/ui-extensions'/.exec(code)?.[1]?.split(',') ?? [];
    for (const name of names.map((part) => part.trim())) if (/^[A-Z]/.test(name)) used.add(name);
  }
  expect([...used].sort()).toEqual(Object.keys(LOOK_ALIKES).sort());
});

test('a component without a look-alike is a box with its name, and stays the same component', () => {
  const unsupported = makeUnsupported();
  const Table = unsupported('Table');
  expect(renderToStaticMarkup(<Table>rows</Table>)).toMatch(/Table: no look-alike in the local preview.*rows/);
  expect(unsupported('Table')).toBe(Table);
});
