import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { openCycleRig } from './cycle-rig.ts';
import { PAID } from './small-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore('pglite');
});
afterAll(() => store.close());

it('shows scorecards before contacts and emails are read, without what those would tell, and publishes nothing', async () => {
  const rig = await openCycleRig(store);
  onTestFinished(rig.close);
  // HubSpot takes its time over emails.
  rig.sandbox.setFaults({ queue: [{ kind: 'slow', match: 'objects/2026-09/emails' }], slowMs: 1_500 });
  const cycle = rig.cycle();
  let early = await rig.store.latestCycle();
  for (; early === undefined; early = await rig.store.latestCycle()) await new Promise(setImmediate);
  expect(early.published).toBe(false);

  const card = await readScorecard(rig.store, companyId(PAID), 'en');
  expect(card.state).not.toBe('not_found');
  expect(card.missing.map(({ reason }) => reason)).toContain('Not read yet.');
  expect(await rig.store.publishedSince()).toBeUndefined();
  expect(rig.shown(PAID).account_health_score ?? null).toBeNull();

  await cycle;
  const whole = await readScorecard(rig.store, companyId(PAID), 'en');
  expect(whole.missing.map(({ reason }) => reason)).not.toContain('Not read yet.');
  expect(await rig.store.publishedSince()).toBe(rig.now());
});

it('does so on the first sync alone', async () => {
  const rig = await openCycleRig(store);
  onTestFinished(rig.close);
  await rig.cycle();
  const first = await rig.store.latestCycle();
  rig.advance(60_000);
  rig.sandbox.setFaults({ queue: [{ kind: '503', match: 'objects/2026-09/emails', times: 100 }] });
  await expect(rig.cycle()).rejects.toThrow('answered 503');
  expect(await rig.store.latestCycle()).toEqual(first);
});
