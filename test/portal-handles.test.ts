/**
 * That portals cannot see each other is built in, not remembered: whoever is outside the store has no way to the database but a handle
 * that is bound to one portal, and no way to a portal's id but from what proves it. These tests read who imports what.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  readonly file: string;
  /** A path from the top folder, or a package. */
  readonly from: string;
  /** What is there when it runs: types are left out. */
  readonly values: readonly string[];
}

const IMPORT = /^import (type )?([^;]*?)from '([^']+)'/gm;

const imports: readonly Import[] = globSync('src/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, type, what = '', from = '']) => ({
    file,
    from: from.startsWith('.') ? normalize(join(dirname(file), from)) : from,
    values: type !== undefined ? [] : (what.match(/(type )?[\w*]+/g) ?? []).filter((name) => !name.startsWith('type ')),
  })),
);
const outside = imports.filter(({ file }) => !file.startsWith('src/store/'));

/** What of the store may run elsewhere, and where. All else takes a database that sees every portal. */
const FROM_STORE: Readonly<Record<string, RegExp>> = {
  // The store as a whole, where a process begins.
  'src/store/open-store.ts': /^src\/(main\.ts|commands\/)/,
  // These take no database.
  'src/store/model-setting.ts': /^src\/portal-model\//,
  'src/store/ingest-key.ts': /^src\//,
  'src/store/kept-setting.ts': /^src\//,
  'src/store/past-cycles.ts': /^src\//,
};

/** Who makes a portal's id out of a number or a text, and what proves that it is whose it should be. */
const MAKE_IDS: Readonly<Record<string, string>> = {
  'src/hubspot/account.ts': 'HubSpot says whose token it is',
  'src/hubspot/oauth.ts': 'HubSpot says whose token it is',
  'src/http/require-signature.ts': 'the signature is over the query that names it',
  'src/http/webhook-events.ts': 'the signature is over the events that name it',
  'src/http/recalculate-route.ts': 'the signature is over the body that names it',
  'src/http/install/session.ts': 'our own seal over the cookie that names it',
  'src/http/install/install-state.ts': 'our own seal over the state that names it',
  'src/http/install/install-route.ts': 'nothing: it is what somebody asks for, and HubSpot’s token decides',
  'src/http/install/spend-state.ts': 'no portal has it',
  'src/commands/portal-option.ts': 'whoever has the server names it',
  'src/commands/card-page.ts': 'whoever has the server names it',
};

describe('outside the store', () => {
  it('nobody imports a database', () => {
    const found = outside.filter(({ from }) => /^(kysely|pg|pg-pool|@electric-sql\/pglite)(\/|$)/.test(from));
    expect(
      found.map(({ file, from }) => `${file}: ${from}`),
      'Write the query as a method of PortalStore, in src/store: there it is bound to a portal.',
    ).toEqual([]);
  });

  it('nobody runs what takes a database', () => {
    const found = outside.filter(
      ({ file, from, values }) =>
        from.startsWith('src/store/') && values.length > 0 && FROM_STORE[from]?.test(file) !== true,
    );
    expect(
      found.map(({ file, from, values }) => `${file}: ${values.join(', ')} of ${from}`),
      'Take a PortalStore as an argument, and import types alone. Only where a process begins is the store opened.',
    ).toEqual([]);
  });

  it('what serves requests opens handles, and asks nothing across portals', () => {
    // A monitor asks whether the tables are current; an ingest key says whose it is, and only it.
    const allowed = ['src/http/make-app.ts', 'src/http/operations-app.ts', 'src/http/usage-route.ts'];
    const found = globSync('src/http/**/*.ts').filter((file) =>
      /import type \{[^}]*\bStore\b/.test(readFileSync(file, 'utf8')),
    );
    expect(found.toSorted(), 'Take PortalHandles, not the whole Store.').toEqual(allowed);
    for (const file of allowed) expect(readFileSync(file, 'utf8')).not.toMatch(/: Store\b/);
  });

  it('a portal’s id is made only where something proves it', () => {
    const found = outside.filter(({ from, values }) => from === 'src/ids.ts' && values.includes('portalId'));
    expect(
      found.map(({ file }) => file).toSorted(),
      'Take the id from who proved it, as `response.locals.portalId`; or list the file here, with what proves it.',
    ).toEqual(Object.keys(MAKE_IDS).toSorted());
  });
});

it('the imports are found', () => {
  expect(imports.filter(({ from }) => from === 'kysely').length).toBeGreaterThan(10);
  expect(
    imports.find(({ file, from }) => file === 'src/main.ts' && from === 'src/store/open-store.ts')?.values,
  ).toEqual(['openStore']);
});
