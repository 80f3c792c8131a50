/** Whatever people do to a model, one after another or at once. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { readModelYaml } from '../../src/model-file.ts';
import { makeModelFiles, TEMPLATES } from '../../src/model-files.ts';
import { changeDraft, type DraftChange } from '../../src/portal-model/change-draft.ts';
import { portalModel } from '../../src/portal-model/portal-model.ts';
import { publishDraft, rollBack } from '../../src/portal-model/publish-draft.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';

const BY = { kind: 'user', userId: '1', email: null } as const;
const FILES = makeModelFiles();

let store: Store;
let portals = 0;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const path = fc.constantFrom(
  ['dimensions', 'billing', 'weight'],
  ['bands', 'healthyFrom'],
  ['dimensions', 'sentiment', 'signals', 'nps', 'curve'],
  ['name'],
);
const value = fc.constantFrom(-1, 0, 7, 40, 'heavy', 'Other', null, [
  [0, 0],
  [9, 100],
]);
const change: fc.Arbitrary<DraftChange> = fc.oneof(
  fc.record({ path, value }).map((edit) => ({ kind: 'edits', edits: [edit] }) as DraftChange),
  fc.constantFrom<DraftChange>({ kind: 'yaml', yaml: 'name: [' }, { kind: 'discard' }),
  fc.constantFrom(...TEMPLATES).map((key): DraftChange => ({ kind: 'template', key })),
);
type Step = { readonly do: DraftChange | 'publish' | 'back'; readonly stale: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.oneof({ weight: 4, arbitrary: change }, { weight: 2, arbitrary: fc.constantFrom('publish', 'back') }),
  stale: fc.constantFrom(false, false, false, true),
}) as fc.Arbitrary<Step>;

test('what scores is what was published last and was valid then; versions never mean anything else; who looked too early changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      portals += 1;
      const portal = store.portal(portalId(portals));
      const { model: fallback } = await FILES.service();
      const meant = new Map<string, string>();
      let scoring = JSON.stringify(fallback);
      for (const [index, { do: what, stale }] of steps.entries()) {
        const held = await portal.modelDraft();
        const revision = stale ? held.revision + 1 : held.revision;
        const asked = { revision, at: index, by: BY };
        const fit = held.draft === null ? undefined : readModelYaml(held.draft.yaml).model;
        if (what === 'publish') {
          const outcome = await publishDraft(portal, FILES, asked);
          expect(outcome).toBe(stale ? 'stale' : fit === undefined ? 'unfit' : 'done');
          if (outcome === 'done') {
            const { name, version, ...rest } = await portalModel(portal, fallback);
            expect(rest).toEqual({ ...fit, name: undefined, version: undefined });
            expect(meant.has(`${name}/${version}`)).toBe(false);
            scoring = JSON.stringify({ name, version, ...rest });
            meant.set(`${name}/${version}`, scoring);
          }
        } else if (what === 'back') {
          const [first] = [...meant];
          if (first === undefined) continue;
          const at = first[0].lastIndexOf('/');
          const to = { name: first[0].slice(0, at), version: first[0].slice(at + 1) };
          if ((await rollBack(portal, FILES, to, asked)) === 'done') scoring = first[1];
        } else {
          const outcome = await changeDraft(portal, FILES, what, asked).catch(() => 'cannot');
          const after = await portal.modelDraft();
          if (stale || outcome !== 'done') expect(after).toEqual(held);
        }
        // The order of keys is the portal's; what it says is what counts.
        expect(await portalModel(portal, fallback)).toEqual(JSON.parse(scoring));
      }
      for (const [called, content] of meant) {
        const at = called.lastIndexOf('/');
        expect(await portal.model(called.slice(0, at), called.slice(at + 1))).toEqual(JSON.parse(content));
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
