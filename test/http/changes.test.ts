/** Why the score changed, through real cycles: time passes, news comes, the model is edited, a source is lost. */
import type { ScoreChange, Scorecard } from '@account-health/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANGE_DAYS } from '../../src/http/compute-changes.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { Model } from '../../src/scoring/model.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type CycleRig, MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import { DAY_MS, invoice, NOW, OVERDUE, PAID, SMALL_PORTAL } from '../jobs/small-portal.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { AS_ADMIN, type SignedService, startSignedService } from './signed-service.ts';

/** The model in which billing is all that counts much. */
const EDITED: Model = {
  ...MODEL,
  version: '99.0.0',
  dimensions: Object.fromEntries(
    Object.entries(MODEL.dimensions).map(([key, one]) => [
      key,
      { ...one, weight: key === 'billing' ? 100 : one.weight },
    ]),
  ),
};

onEachEngine('the changes of a scorecard', (engine) => {
  let store: Store;
  let rig: CycleRig;
  let service: SignedService;
  beforeAll(async () => {
    store = await openTestStore(engine);
    // Thirty days after an invoice of that day: it has just been issued, and falls due as time passes.
    const { invoices = [], ...others } = SMALL_PORTAL.objects;
    rig = await openCycleRig(store, { objects: { ...others, invoices: [...invoices, invoice(700, PAID, 10, null)] } });
    service = await startSignedService(store, () => rig.now());
  });
  afterAll(async () => {
    service.close();
    await rig.close();
    await store.close();
  });

  const read = async (company: string, locale = 'en'): Promise<Scorecard> => {
    const path = `/api/companies/${company}/scorecard?locale=${locale}&${AS_ADMIN}`;
    const card = (await (await service.ask(path, { portalId: rig.store.portalId })).json()) as Scorecard;
    for (const change of card.changes) expectWhole(change);
    const month = card.changes.find(({ days }) => days === 30);
    expect(month?.total ?? null).toBe(card.change30d);
    return card;
  };
  function expectWhole({ from, to, total, parts, sentence, days }: ScoreChange): void {
    expect(to - from).toBe(total);
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(total);
    for (const { points, signals, label } of parts) {
      expect(label).toMatch(/\S/);
      expect(signals.reduce((sum, signal) => sum + signal.points, 0)).toBe(points);
      for (const signal of signals) {
        expect(signal.points).not.toBe(0);
        expect(`${signal.label} ${signal.evidence}`).not.toMatch(/[a-z]_[a-z]|undefined|\{/);
      }
    }
    expect(sentence).toContain(String(days));
  }
  const over = (card: Scorecard, days: number): ScoreChange => {
    const change = card.changes.find((one) => one.days === days);
    if (change === undefined) throw new Error(`There is a change over ${days} days.`);
    return change;
  };
  const causes = ({ parts }: ScoreChange) => parts.map(({ cause }) => cause).toSorted();
  const part = ({ parts }: ScoreChange, cause: string) => parts.find((one) => one.cause === cause);

  test('before anything was published they are replayed: time and news alone', async () => {
    await rig.cycle();
    const card = await read(OVERDUE);
    expect(card.changes.map(({ days }) => days)).toEqual(CHANGE_DAYS);
    for (const change of card.changes) expect(['ageing', 'behaviour']).toEqual(expect.arrayContaining(causes(change)));
  });

  test('time passes, and an invoice falls overdue: all ageing, from the score that was published', async () => {
    const before = await read(PAID);
    rig.advance(30 * DAY_MS);
    await rig.cycle();
    const card = await read(PAID);
    const change = over(card, 30);
    expect([change.from, change.to]).toEqual([before.score, card.score]);
    expect(change.total).toBeLessThan(0);
    expect(causes(change)).toEqual(['ageing']);
    const overdue = part(change, 'ageing')?.signals.find(({ signal }) => signal === 'overdue_balance');
    expect(overdue).toMatchObject({
      label: 'Overdue invoices',
      evidence: 'Invoice INV-700 (€1,000.00) is 10 days overdue; this account usually pays 5 days early.',
      records: [{ objectType: 'invoices', id: '700', label: 'Invoice INV-700' }],
    });
    expect(overdue?.points).toBeLessThan(0);
    expect(change.sentence).toContain(
      `Invoice INV-700 (€1,000.00) is 10 days overdue; this account usually pays 5 days early (${overdue?.points})`,
    );
    expect(change.sentence).toMatch(new RegExp(`^${change.total} in 30 days: `));
  });

  test('the invoice is paid: what happened since gives back what time took', async () => {
    const at = new Date(rig.now()).toISOString();
    rig.sandbox.portal.upsert('invoices', {
      id: '700',
      properties: {
        hs_invoice_status: 'paid',
        hs_payment_date: at,
        hs_balance_due: '0',
        hs_amount_paid: '1000',
        hs_lastmodifieddate: at,
      },
    });
    rig.advance(60_000);
    await rig.cycle();
    const change = over(await read(PAID), 30);
    const won = part(change, 'behaviour')?.signals.find(({ signal }) => signal === 'overdue_balance');
    expect(won?.points).toBeGreaterThan(0);
    expect(won?.evidence).toMatch(/^Before: Invoice INV-700 .* Now: No invoice is overdue/);
    expect(causes(change)).toEqual(['ageing', 'behaviour']);
  });

  test('the model is edited: a part of its own, and the others stay', async () => {
    const before = over(await read(OVERDUE), 7);
    rig.advance(60_000);
    await rig.cycle({ model: EDITED });
    const change = over(await read(OVERDUE), 7);
    expect(change.from).toBe(before.from);
    expect(part(change, 'model')?.label).toBe('The health model was changed');
    expect(part(change, 'model')?.signals.every(({ evidence }) => /^The health model|^This holds/.test(evidence))).toBe(
      true,
    );
    expect(causes(before)).not.toContain('model');
  });

  test('a source is lost: a part of its own, in the reader’s language', async () => {
    rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => scope !== 'crm.objects.invoices.read'));
    rig.advance(60_000);
    await rig.cycle({ model: EDITED });
    const change = over(await read(OVERDUE), 30);
    const lost = part(change, 'sources');
    expect(lost?.label).toBe('Data sources came or went');
    expect(lost?.signals.find(({ signal }) => signal === 'overdue_balance')?.evidence).toBe(
      'The app was not given access to this in HubSpot. An admin can grant it.',
    );
    for (const locale of ['it', 'ko', 'ro', 'tr']) {
      const there = over(await read(OVERDUE, locale), 30);
      expect(there.parts.map(({ points }) => points)).toEqual(change.parts.map(({ points }) => points));
      expect(part(there, 'sources')?.label).not.toBe(lost?.label);
    }
  });

  test('a model as it was counts in the replay of what was published: the cycles of then, not of now', async () => {
    expect((await rig.store.cycleAt(NOW))?.asOf).toBe(NOW);
    expect((await rig.store.cycleAt(NOW + 29 * DAY_MS))?.modelVersion).toBe(MODEL.version);
    expect((await rig.store.cycleAt(rig.now()))?.modelVersion).toBe(EDITED.version);
    expect(await rig.store.cycleAt(NOW - 1)).toBeUndefined();
  });

  test('where there is no score there is no change', async () => {
    for (const company of ['3', '4', '5', '999']) expect((await read(company)).changes).toEqual([]);
  });
});
