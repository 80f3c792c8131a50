/** What docs/listing says, as far as a machine can hold it to the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GRACE_MS } from '../../src/jobs/forget-gone.ts';
import { OBJECTS } from '../../src/scoring/properties.ts';

const FOLDER = 'docs/listing';
const files = readdirSync(FOLDER);
const documents = files.filter((name) => name.endsWith('.md'));
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** As GitHub makes them: lower case, without signs, hyphens for spaces. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

test('all that the listing asks for is written', () => {
  expect(documents.toSorted()).toEqual([
    'checklist.md',
    'privacy.md',
    'security.md',
    'setup-guide.md',
    'shared-data.md',
    'support.md',
    'testing-credentials.md',
    'uninstall.md',
  ]);
});

describe.each(documents)('%s', (name) => {
  const text = read(name);

  test('links to pages, headings and pictures that are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to).filter((to) => !/^https:/.test(to));
    const broken = links.filter((to) => {
      const [page = '', heading] = to.split('#');
      if (!existsSync(join(FOLDER, page))) return true;
      const headings = [...read(page || name).matchAll(/^#+ (.+)$/gm)].map(([, one = '']) => anchorOf(one));
      return heading !== undefined && !headings.includes(heading);
    });
    expect(broken).toEqual([]);
  });

  test('names files of the project that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|extensions)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('names commands of the project that are there', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const commands = [...readFileSync('src/cli.ts', 'utf8').matchAll(/^ {2}\['([\w-]+)',/gm)].map(([, one]) => one);
    const run = [...text.matchAll(/`npm run ([\w:-]+)(?: -- ([\w-]+))?/g)];
    const unknown = run.filter(([, script = '', command = '']) =>
      script === 'cli' ? !commands.includes(command) : !Object.hasOwn(scripts, script),
    );
    expect(unknown.map(([said]) => said)).toEqual([]);
  });

  test('writes HubSpot’s name as HubSpot wants it', () => {
    const prose = text.replaceAll(/`[^`]*`|\]\([^)]*\)/g, '');
    expect(prose.match(/hubspot/gi)?.filter((said) => said !== 'HubSpot') ?? []).toEqual([]);
  });
});

test('every answer about security says where it can be seen, or that it is not for the software', () => {
  const rows = read('security.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| question'));
  const unseen = rows.filter((row) => !/`[\w./-]+`|whoever runs the service|\| None \|/.test(row));
  expect(rows.length).toBeGreaterThan(20);
  expect(unseen).toEqual([]);
});

test('every picture is in the setup guide', () => {
  const guide = read('setup-guide.md');
  const pictures = files.filter((name) => name.endsWith('.png'));
  expect(pictures.filter((name) => !guide.includes(`(${name})`))).toEqual([]);
  expect(pictures.length).toBeGreaterThan(7);
});

test('the times that are promised are those of the code', () => {
  const days = GRACE_MS / 86_400_000;
  for (const name of ['privacy.md', 'uninstall.md']) expect(read(name)).toContain(`${days} days`);
  const windows = new Set(Object.values(OBJECTS).flatMap((type) => ('window' in type ? [type.window.days] : [])));
  expect([...windows].map((window) => read('privacy.md').includes(`${window} days`))).toEqual([true]);
});
