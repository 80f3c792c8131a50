/**
 * No method of one portal's handle tells, changes or deletes anything of another's, though both hold records of the same ids. By the
 * queries alone: the tests' user is one whom row-level security does not stop (row-security.test.ts is about that).
 */
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { makePortalStore } from '../../src/store/make-portal-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { CHANGING, FILLING, READING, VICTIM } from './every-method.ts';
import { openRaw, type RawDatabase, rowsOf } from './filled-tables.ts';
import { onEachEngine } from './test-store.ts';

const [OURS, THEIRS] = [10, VICTIM];

onEachEngine('a portal’s handle', (engine) => {
  let raw: RawDatabase;
  let close: () => Promise<void>;
  let ours: PortalStore;
  let theirs: PortalStore;
  const told = new Map<string, unknown>();
  beforeAll(async () => {
    ({ raw, close } = await openRaw(engine));
    [ours, theirs] = [
      makePortalStore({ db: raw, portalId: portalId(1) }),
      makePortalStore({ db: raw, portalId: portalId(2) }),
    ];
    for (const fill of Object.values(FILLING)) await fill(ours, OURS);
    for (const [name, read] of Object.entries(READING)) told.set(name, await read(ours, OURS));
    for (const fill of Object.values(FILLING)) await fill(theirs, THEIRS);
    // What was read may be kept, for being read faster.
    for (const read of Object.values(READING)) await read(theirs, THEIRS);
  });
  afterAll(() => close());

  it('has no method that these tests forget', () => {
    const tried = new Set(Object.keys({ ...FILLING, ...CHANGING, ...READING }));
    const forgotten = Object.keys(ours).filter((name) => name !== 'portalId' && !tried.has(name));
    expect(forgotten, 'Call each of these in test/store/every-method.ts, by what it does.').toEqual([]);
  });

  describe('tells the same as before there was another', () => {
    it.each(Object.entries(READING))('%s', async (name, read) => {
      expect(await read(ours, OURS)).toEqual(told.get(name));
      // Else nothing would show if it told of the other.
      const toThem = await read(theirs, THEIRS);
      expect(toThem).not.toEqual(told.get(name));
      expect(inspect(toThem, { depth: null })).not.toContain(`only-${OURS}`);
    });
  });

  const WRITES = Object.entries({ ...FILLING, ...CHANGING });
  describe('leaves every row of another as it is', () => {
    it.each(WRITES)('%s', async (_name, write) => {
      const before = await rowsOf(raw, 2);
      await write(ours, 30);
      expect(await rowsOf(raw, 2)).toEqual(before);
    });
  });

  describe('would change those rows if they were its own', () => {
    it.each(WRITES)('%s', async (_name, write) => {
      const before = await rowsOf(raw, 2);
      await write(theirs, 40);
      expect(await rowsOf(raw, 2)).not.toEqual(before);
    });
  });
});
