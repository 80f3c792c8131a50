/** Events and the whole service: a process of its own, to which a portal on this machine tells what happens in it. */
import { expect, it, onTestFinished, vi } from 'vitest';
import { WEBHOOKS_PATH } from '../../src/http/webhooks-route.ts';
import { portalId } from '../../src/ids.ts';
import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import { startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { openStore } from '../../src/store/open-store.ts';
import { closedPort } from '../commands/run-command.ts';
import { NOW, OVERDUE, SMALL_PORTAL } from '../jobs/small-portal.ts';
import { onEachEngine } from '../store/test-store.ts';
import { CLIENT_SECRET, startService } from './running-service.ts';
import { makeStoreAddress } from './store-address.ts';

/** Company OVERDUE's invoice that is not paid. */
const INVOICE = '616';

/** The small portal as if today were its day: the service knows no other clock than the machine's. */
function portalOfToday(): PortalData {
  const shiftMs = Date.now() - NOW;
  const shifted = (text: string | null) =>
    text !== null && /^\d{4}-\d\d-\d\dT/.test(text) ? new Date(Date.parse(text) + shiftMs).toISOString() : text;
  const today = (record: PortalRecord): PortalRecord => ({
    ...record,
    properties: Object.fromEntries(Object.entries(record.properties).map(([name, value]) => [name, shifted(value)])),
  });
  const objects = Object.entries(SMALL_PORTAL.objects).map(([type, records]) => [type, records.map(today)]);
  return { ...SMALL_PORTAL, takenAt: SMALL_PORTAL.takenAt + shiftMs, objects: Object.fromEntries(objects) };
}

onEachEngine('the service', (engine) => {
  it('works off events as they come, and those that it took before it was killed', async () => {
    const port = await closedPort();
    const targetUrl = `http://127.0.0.1:${port}${WEBHOOKS_PATH}`;
    const webhooks = { targetUrl, clientSecret: CLIENT_SECRET, retryAfterMs: 50 };
    const sandbox = await startSandbox({ data: portalOfToday(), limits: 'off', webhooks });
    onTestFinished(() => sandbox.close());
    const { portal } = sandbox;
    const score = () => portal.record('companies', OVERDUE)?.properties.account_health_score ?? null;
    const scoreOtherThan = (other: string | null) =>
      vi.waitUntil(() => score() !== other && score(), { timeout: 30_000, interval: 20 });
    const pay = () =>
      portal.upsert('invoices', {
        id: INVOICE,
        properties: {
          hs_invoice_status: 'paid',
          hs_balance_due: '0',
          hs_payment_date: new Date().toISOString(),
        },
      });
    const reopen = () =>
      portal.upsert('invoices', {
        id: INVOICE,
        properties: { hs_invoice_status: 'open', hs_balance_due: '1000', hs_payment_date: null },
      });
    const address = await makeStoreAddress(engine);

    const first = await startService(sandbox, address, port);
    await first.until('cycle done');
    const unpaid = score();
    expect(unpaid).toMatch(/^\d+$/);
    pay();
    const paid = await scoreOtherThan(unpaid);
    expect(Number(paid)).toBeGreaterThan(Number(unpaid));
    expect(first.logged('cycle done')).toHaveLength(1);

    // HubSpot has the score a moment before the store says that it was published.
    await vi.waitFor(async () => {
      const scorecard = await first.ask(`/api/companies/${OVERDUE}/scorecard`);
      expect(await scorecard.json()).toMatchObject({ state: 'scored', score: Number(paid) });
    });
    const progress = await first.ask('/api/progress');
    expect([progress.status, await progress.json()]).toEqual([
      200,
      expect.objectContaining({ state: 'idle', last: { finishedAt: expect.any(String), failure: null } }),
    ]);

    // HubSpot never comes to an end with the answer, so that the event is taken but not worked off.
    await vi.waitUntil(() => first.logged('events taken').length > 0);
    sandbox.resetStats();
    sandbox.setFaults({ queue: [{ kind: 'stall', match: 'objects/2026-09/invoices/batch/read' }] });
    reopen();
    expect(await sandbox.webhooksSettled()).toMatchObject({ lost: 0 });
    await vi.waitUntil(() => sandbox.stats().faults === 1);
    expect(await first.end('SIGKILL')).toMatchObject({ code: null });
    sandbox.setFaults('none');
    expect(score()).toBe(paid);

    const second = await startService(sandbox, address, port);
    expect(await scoreOtherThan(paid)).toBe(unpaid);

    // The answer comes while the service stops.
    await vi.waitUntil(() => second.logged('events taken').length > 0);
    sandbox.resetStats();
    sandbox.setFaults({ queue: [{ kind: 'slow', match: 'objects/2026-09/invoices/batch/read' }], slowMs: 1_500 });
    pay();
    expect(await sandbox.webhooksSettled()).toMatchObject({ lost: 0 });
    await vi.waitUntil(() => sandbox.stats().faults === 1);
    expect(await second.end('SIGTERM')).toEqual({ code: 0, stderr: '' });
    expect(second.logged('cycle done')).toEqual([]);
    expect(second.logged().filter(({ level }) => level >= 40)).toEqual([]);
    expect(score()).toBe(unpaid);
    const store = await openStore(address);
    onTestFinished(store.close);
    const left = await store.portal(portalId(portal.id)).touched(9);
    expect(left).toEqual([{ objectType: 'invoices', id: INVOICE, touchedAt: expect.any(Number) }]);
  });
});
