import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { makeModelFiles } from '../../src/model-files.ts';
import { changeDraft, type DraftChange, DraftTooLong } from '../../src/portal-model/change-draft.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { openTestStore } from '../store/test-store.ts';

const FILES = makeModelFiles();
const BY = { kind: 'user', userId: '1', email: null } as const;

let store: Store;
let portal: PortalStore;
let portals = 0;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(() => {
  portals += 1;
  portal = store.portal(portalId(portals));
});

const change = (revision: number, what: DraftChange) => changeDraft(portal, FILES, what, { revision, at: 5, by: BY });
const text = (yaml: string): DraftChange => ({ kind: 'yaml', yaml });
const edits = (value: number): DraftChange => ({ kind: 'edits', edits: [{ path: ['silencePoints'], value }] });

test('edits of a text that was not looked at are late, even where they would change nothing; the same text again is not', async () => {
  expect(await change(0, edits(60))).toBe('done');
  expect(await change(0, edits(60))).toBe('stale');
  expect(await change(1, text('name: mine'))).toBe('done');
  expect(await change(1, text('name: mine'))).toBe('done');
  expect(await change(1, text('name: other'))).toBe('stale');
  expect((await portal.modelDraft()).revision).toBe(2);
});

test('a draft remembers what scored the portal when it began, also after something else does', async () => {
  const { model } = await FILES.service();
  await change(0, edits(60));
  const audit = { at: 1, actor: BY, kind: 'model_rolled_back', about: 'M', before: null, after: null } as const;
  await portal.saveModel('M', '9', { ...model, name: 'M', version: '9' }, { at: 1, by: BY });
  await portal.putModelInUse({ name: 'M', version: '9', fresh: null, fromRevision: 1, audit });
  expect(await change(2, edits(61))).toBe('done');
  expect((await portal.modelDraft()).draft?.basedOn).toBe(model.version);
});

test('how long a draft may be is counted in bytes', async () => {
  await expect(change(0, text(`# ${'가'.repeat(70_000)}`))).rejects.toThrow(DraftTooLong);
  expect(await change(0, text(`# ${'가'.repeat(60_000)}`))).toBe('done');
});
