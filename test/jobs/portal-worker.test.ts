import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { makePortalWorker } from '../../src/jobs/portal-worker.ts';
import { makeProgressMeter } from '../../src/jobs/progress-meter.ts';
import type { CycleResult } from '../../src/jobs/refresh-portal.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { MODEL, openCycleRig } from './cycle-rig.ts';
import { OVERDUE } from './small-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore('pglite');
});
afterAll(() => store.close());

async function open() {
  const rig = await openCycleRig(store);
  const cycles: CycleResult[] = [];
  const errors: unknown[] = [];
  const pauses: number[] = [];
  let goOn = () => {};
  const worker = makePortalWorker({
    client: rig.client,
    store,
    portalId: rig.store.portalId,
    model: MODEL,
    language: 'en',
    // Tries that are repeated move the client's clock ahead.
    clock: () => rig.now() + 60_000,
    pause: (ms) => {
      pauses.push(ms);
      return new Promise((resolve) => {
        goOn = resolve;
      });
    },
    log: { info: () => {}, error: (fields: object) => void errors.push(fields) },
    meter: makeProgressMeter({ client: rig.client, clock: rig.now }),
    onCycle: (result) => void cycles.push(result),
  });
  onTestFinished(async () => {
    goOn();
    await worker.stop();
    await rig.close();
  });
  const pay = () =>
    rig.sandbox.portal.upsert('invoices', {
      id: '616',
      properties: {
        hs_invoice_status: 'paid',
        hs_balance_due: '0',
        hs_payment_date: new Date(rig.now()).toISOString(),
      },
    });
  const touch = () => rig.store.touch([{ objectType: 'invoices', id: '616', touchedAt: rig.now() }]);
  const scoreOf = (company: string) => Number(rig.shown(company).account_health_score);
  return { rig, worker, cycles, errors, pauses, goOn: () => goOn(), pay, touch, scoreOf };
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise(setImmediate);
};

it('rescores the company that an event touches, without a cycle', async () => {
  const { rig, worker, cycles, pay, touch, scoreOf } = await open();
  await worker.cycle();
  const before = scoreOf(OVERDUE);
  rig.advance(60_000);
  pay();
  await touch();
  worker.wake();
  await until(() => scoreOf(OVERDUE) > before);
  await until(async () => (await rig.store.touched(10)).length === 0);
  expect(cycles).toHaveLength(1);
});

it('takes what an earlier process left', async () => {
  const { rig, worker, touch } = await open();
  await rig.cycle();
  await touch();
  worker.wake();
  await until(async () => (await rig.store.touched(10)).length === 0);
});

it('tells of a failure, keeps the events, and tries again after a while', async () => {
  const { rig, worker, errors, pauses, goOn, pay, touch, scoreOf } = await open();
  await worker.cycle();
  const before = scoreOf(OVERDUE);
  rig.advance(60_000);
  pay();
  await touch();
  rig.sandbox.setFaults({ queue: [{ kind: '500', match: 'batch/read', times: 100 }] });
  worker.wake();
  await until(() => pauses.length === 1);
  expect(pauses).toEqual([20_000]);
  expect(errors).toHaveLength(1);
  expect(await rig.store.touched(10)).toHaveLength(1);
  rig.sandbox.setFaults('none');
  goOn();
  await until(() => scoreOf(OVERDUE) > before);
});

it('a cycle that fails is told, and the next one runs', async () => {
  const { rig, worker, cycles, errors } = await open();
  rig.sandbox.setFaults({ queue: [{ kind: '500', match: 'account-info', times: 100 }] });
  await worker.cycle();
  expect([cycles.length, errors.length]).toEqual([0, 1]);
  rig.sandbox.setFaults('none');
  await worker.cycle();
  expect(cycles).toHaveLength(1);
});

it('looks once more, after a cycle, at what was touched during it', async () => {
  const { rig, worker, pay, touch, scoreOf } = await open();
  await worker.cycle();
  const before = scoreOf(OVERDUE);
  rig.advance(60_000);
  rig.sandbox.setFaults({ queue: [{ kind: 'slow', match: 'objects/2026-09/deals/search' }], slowMs: 1_000 });
  const cycle = worker.cycle();
  pay();
  await touch();
  worker.wake();
  await until(() => scoreOf(OVERDUE) > before);
  expect(await rig.store.touched(10)).toHaveLength(1);
  await cycle;
  await until(async () => (await rig.store.touched(10)).length === 0);
});
