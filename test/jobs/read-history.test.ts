import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import { weeksOf } from '../../src/jobs/company-history.ts';
import { type HistoryAsked, readHistory } from '../../src/jobs/read-history.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { Store } from '../../src/store/open-store.ts';
import { modelWith } from '../scoring/own-account.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';
import { DAY_MS, invoice, NOW, OVERDUE, PAID } from './small-portal.ts';

const WEEK_MS = 7 * DAY_MS;
const EDITED = modelWith({ version: 'edited', caps: [], silencePoints: 60 });

onEachEngine('the history of scores', (engine) => {
  let store: Store;
  let rig: CycleRig;
  /** Of the customer that pays, as they were published: at first, a week on, and with the edited model two weeks on. */
  const shown: (number | null)[] = [];

  beforeAll(async () => {
    store = await openTestStore(engine);
    rig = await openCycleRig(store);
    const cycle = async (model = MODEL) => {
      const health = (await rig.cycle({ model })).scored.get(PAID)?.health;
      shown.push(health?.state === 'scored' ? health.score : null);
    };
    await cycle();
    rig.advance(WEEK_MS);
    await cycle();
    rig.advance(WEEK_MS);
    // It was written long before we were told of it, and was overdue in both weeks.
    rig.sandbox.portal.upsert('invoices', { ...invoice(901, PAID, 60, null) });
    await cycle(EDITED);
  });
  afterAll(async () => {
    await rig.close();
    await store.close();
  });

  const of = async (asked: Partial<HistoryAsked> = {}) => {
    const found = await readHistory(rig.store, { recompute: false, companyId: companyId(PAID), ...asked });
    return (await Array.fromAsync(found?.pages ?? [])).flat();
  };
  const lines = async (asked: Partial<HistoryAsked> = {}) => (await of(asked))[0]?.lines ?? [];
  const day = (ms: number) => makeCalendar('Europe/Rome').isoDay(ms);

  test('before the first publication it is replayed; from then on it is what was published, each with its model’s version', async () => {
    const all = await lines();
    expect(all.slice(-4).map(({ at, score, basis, modelVersion }) => [day(at), score, basis, modelVersion])).toEqual([
      ['2026-06-08', expect.any(Number), 'replayed', 'edited'],
      ['2026-06-15', shown[0], 'published', MODEL.version],
      ['2026-06-22', shown[1], 'published', MODEL.version],
      ['2026-06-29', shown[2], 'published', 'edited'],
    ]);
    expect(all.slice(0, -3).every(({ basis }) => basis === 'replayed')).toBe(true);
    // A model that was edited, and what was learned late, change nothing of what was published.
    expect(shown[2]).not.toBe(shown[1]);
  });

  test('recomputed, every week says so; what is known now counts, and what was published stands beside it', async () => {
    const all = await lines({ recompute: true });
    expect(all.every(({ basis, modelVersion }) => basis === 'recomputed' && modelVersion === 'edited')).toBe(true);
    const [third, second, last] = all.slice(-3);
    expect(last).not.toHaveProperty('published');
    expect(last?.score).toBe(shown[2]);
    for (const [line, index] of [
      [third, 0],
      [second, 1],
    ] as const) {
      expect(line?.published).toMatchObject({ score: shown[index], modelVersion: MODEL.version, status: 'healthy' });
      // With the invoice that it owed at the time.
      expect(line?.score).toBeLessThan(shown[index] ?? 0);
    }
    expect(all.slice(0, -3).some((line) => 'published' in line)).toBe(false);
  });

  test('of any period, also of long ago, and of the last day that has come', async () => {
    const days = async (asked: Partial<HistoryAsked>) => (await lines(asked)).map(({ at }) => day(at));
    expect(await days({ from: '2026-06-10', to: '2026-06-24' })).toEqual(['2026-06-10', '2026-06-17', '2026-06-24']);
    expect(await days({ from: '2026-06-20' })).toEqual(['2026-06-22', '2026-06-29']);
    expect(await days({ from: '2026-06-22', to: '2027-01-01' })).toEqual(['2026-06-22', '2026-06-29']);
    const long = await days({ from: '2023-01-01', recompute: true });
    // A paid invoice makes it a customer: its first was sent 600 days before the first cycle, and paid 25 days later.
    const since = Date.parse(day(NOW - 575 * DAY_MS));
    expect(Date.parse(long[0] ?? '')).toBeGreaterThanOrEqual(since);
    expect(Date.parse(long[0] ?? '')).toBeLessThan(since + WEEK_MS);
    await expect(of({ from: '2026-07-01' })).rejects.toThrow('--from 2026-07-01 lies after');
  });

  test('of every company, each once; of a company that is not held nothing', async () => {
    const all = await of({ companyId: undefined });
    expect(all.map(({ companyId: id }) => id)).toEqual(['1', '2', '3', '4', '5']);
    expect(all[0]).toEqual((await of())[0]);
    expect(all[1]?.lines.at(-1)).toMatchObject({ basis: 'published', modelVersion: 'edited' });
    expect(all[3]?.lines).toEqual([]);
    expect(await of({ companyId: companyId('999') })).toEqual([]);
  });

  test('the card says from when on it is as published and since when another model counted; recomputed, that it is', async () => {
    const card = await readScorecard(rig.store, companyId(PAID), 'en');
    expect(card.historyBasis).toBe('published');
    expect(card.history.map(({ score, modelVersion }) => [score, modelVersion])).toEqual(
      (await lines()).map(({ score, modelVersion }) => [score, modelVersion]),
    );
    expect(card.historyNotes).toEqual([
      'From Jun 15, 2026 on, the scores are as they were published. Those before were calculated later, from dated data.',
      'From Jun 29, 2026 on, by version edited of the health model.',
    ]);
    const anew = await readScorecard(rig.store, companyId(PAID), 'it', undefined, 'recomputed');
    expect(anew).toMatchObject({ historyBasis: 'recomputed', score: card.score });
    expect(anew.history.every(({ replayed, modelVersion }) => replayed && modelVersion === 'edited')).toBe(true);
    expect(anew.history.map(({ score }) => score)).toEqual(
      (await lines({ recompute: true })).map(({ score }) => score),
    );
    expect(anew.historyNotes).toEqual([expect.stringMatching(/^Ricalcolato con la versione edited/)]);
  });

  test('what a sync has seen since the latest cycle does not count', async () => {
    const other = await openCycleRig(store);
    onTestFinished(other.close);
    await other.cycle();
    const before = await Array.fromAsync((await readHistory(other.store, { recompute: true }))?.pages ?? []);
    other.advance(1_000);
    other.sandbox.portal.upsert('invoices', invoice(901, OVERDUE, 300, null));
    await other.cycle({ dryRun: true });
    expect(await Array.fromAsync((await readHistory(other.store, { recompute: true }))?.pages ?? [])).toEqual(before);
  });

  test('before the first cycle there is none', async () => {
    const other = await openCycleRig(store);
    onTestFinished(other.close);
    expect(await readHistory(other.store, { recompute: false })).toBeUndefined();
  });
});

describe('the weeks of a period', () => {
  const rome = makeCalendar('Europe/Rome');
  const days = (period: Parameters<typeof weeksOf>[2]) => weeksOf(rome, NOW, period).map(rome.isoDay);
  test('end at the latest cycle, or at the close of a day', () => {
    expect(days({})).toHaveLength(53);
    expect(weeksOf(rome, NOW, {}).at(-1)).toBe(NOW);
    expect(weeksOf(rome, NOW, { to: '2026-05-31' }).at(-1)).toBe(rome.endOfDay('2026-05-31'));
    expect(days({ from: '2026-06-15' })).toEqual(['2026-06-15']);
    expect(days({ from: '2026-06-08' })).toEqual(['2026-06-08', '2026-06-15']);
    expect(days({ from: '2026-06-09' })).toEqual(['2026-06-15']);
  });
  test('are refused where there are none, or too many', () => {
    expect(() => days({ from: '2026-06-16' })).toThrow(/--from 2026-06-16 lies after the latest cycle, of 2026-06-15/);
    expect(() => days({ from: '2026-06-16', to: '2026-07-01' })).toThrow(/lies after --to, or after the latest cycle/);
    expect(() => days({ from: '1990-01-01' })).toThrow('--from 1990-01-01 is more than 1100 weeks back.');
  });
});
