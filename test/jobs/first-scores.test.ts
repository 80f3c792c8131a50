import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeFirstScores } from '../../src/jobs/first-scores.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { openCycleRig } from './cycle-rig.ts';
import { NOW, OVERDUE, PAID } from './small-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function open() {
  const rig = await openCycleRig(store);
  onTestFinished(rig.close);
  const read = makeFirstScores(store);
  return { ...rig, firstScores: () => read(rig.store.portalId) };
}

test('agree with what the cycle reported, the lowest score first with its receipt', async () => {
  const { cycle, firstScores } = await open();
  const { report, scored } = await cycle({ writes: false });
  const first = await firstScores();
  expect(first).toMatchObject({ asOf: NOW, timeZone: 'Europe/Rome', companies: 5, bands: report.bands, written: null });
  expect(Object.fromEntries((first?.unscored ?? []).map(({ reason, count }) => [reason, count]))).toEqual({
    ...report.reasons.unknown,
    ...report.reasons.notCustomer,
  });
  expect(first?.lowest.map(({ companyId, health }) => [companyId, health.score])).toEqual([
    [OVERDUE, 32],
    [PAID, 83],
  ]);
  for (const { companyId, health } of first?.lowest ?? []) {
    const lost = health.receipt.reduce((sum, row) => sum + row.pointsLost, 0);
    expect([companyId, lost]).toEqual([companyId, 100 - health.score]);
    expect(scored.get(companyId)?.health).toMatchObject({ score: health.score });
  }
});

test('are there once a cycle published its scores, and not before', async () => {
  const { cycle, firstScores } = await open();
  expect(await firstScores()).toBeUndefined();
  await cycle({ dryRun: true });
  expect(await firstScores()).toBeUndefined();
});

test('are worked out once a cycle, and tell of the next what it wrote', async () => {
  const { cycle, firstScores, advance } = await open();
  await cycle({ writes: false });
  const first = await firstScores();
  expect(await firstScores()).toBe(first);
  advance(60_000);
  await cycle();
  const next = await firstScores();
  expect(next).not.toBe(first);
  expect(next?.written).toEqual({ changed: 3, unchanged: 2, failed: 0 });
});
