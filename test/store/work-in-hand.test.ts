import { describe, expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { SyncState } from '../../src/store/sync-state.ts';
import type { TouchedRecord } from '../../src/store/touched-records.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

onEachEngine('work in hand', (engine) => {
  const makePortal = freshPortals(engine);
  const touched = (objectType: TouchedRecord['objectType'], id: string, touchedAt: number): TouchedRecord => ({
    objectType,
    id,
    touchedAt,
  });

  describe('touched records', () => {
    it('come in the order in which they were touched, up to a limit', async () => {
      const portal = makePortal();
      const rows = [
        touched('deals', '9', 5),
        touched('deals', '10', 5),
        touched('contacts', '9', 5),
        touched('deals', '1', 4),
      ];
      await portal.touch(rows);
      expect(await portal.touched(9)).toEqual([rows[3], rows[2], rows[1], rows[0]]);
      expect(await portal.touched(2)).toEqual([rows[3], rows[2]]);
    });

    it('are remembered once, at the later moment', async () => {
      const portal = makePortal();
      await portal.touch([touched('deals', '1', 5), touched('deals', '1', 7), touched('deals', '1', 6)]);
      await portal.touch([touched('deals', '1', 4)]);
      expect(await portal.touched(9)).toEqual([touched('deals', '1', 7)]);
      await portal.touch([touched('deals', '1', 8)]);
      await portal.touch([]);
      expect(await portal.touched(9)).toEqual([touched('deals', '1', 8)]);
    });

    it('are forgotten, but for those that were touched again since', async () => {
      const [portal, other] = [makePortal(), makePortal()];
      const rows = [touched('deals', '1', 5), touched('deals', '2', 5), touched('tickets', '1', 5)];
      for (const each of [portal, other]) await each.touch(rows);
      await portal.touch([touched('deals', '2', 6)]);
      await portal.forgetTouched(rows.slice(0, 2));
      await portal.forgetTouched([]);
      expect(await portal.touched(9)).toEqual([touched('tickets', '1', 5), touched('deals', '2', 6)]);
      expect(await other.touched(9)).toHaveLength(3);
    });

    it('keep that their neighbours are to be looked at too, until they are forgotten as such', async () => {
      const portal = makePortal();
      const [plain, both] = [touched('deals', '1', 5), { ...touched('deals', '1', 5), withNeighbours: true as const }];
      await portal.touch([plain]);
      await portal.touch([both]);
      expect(await portal.touched(9)).toEqual([both]);
      await portal.forgetTouched([plain]);
      expect(await portal.touched(9)).toEqual([both]);
      await portal.touch([{ ...plain, touchedAt: 6 }]);
      expect(await portal.touched(9)).toEqual([{ ...both, touchedAt: 6 }]);
      await portal.forgetTouched([{ ...both, touchedAt: 6 }]);
      expect(await portal.touched(9)).toEqual([]);
      await portal.touch([both, { ...plain, touchedAt: 6 }]);
      expect(await portal.touched(9)).toEqual([{ ...both, touchedAt: 6 }]);
    });

    it('may be touched from many sides at once', async () => {
      const portal = makePortal();
      const rows = Array.from({ length: 1_100 }, (_, index) => touched('deals', String(index), 5));
      await Promise.all([portal.touch(rows), portal.touch(rows.toReversed()), portal.touch(rows.slice(300))]);
      expect(await portal.touched(2_000)).toHaveLength(1_100);
    });

    it('may be forgotten while they are touched again', async () => {
      const portal = makePortal();
      const rows = (at: number) => Array.from({ length: 500 }, (_, index) => touched('deals', String(index), at));
      for (let round = 1; round <= 20; round++) {
        await Promise.all([portal.forgetTouched(rows(round - 1).toReversed()), portal.touch(rows(round))]);
        expect(await portal.touched(1_000)).toHaveLength(500);
      }
    });
  });

  it('remembers as of when a company was scored apart from a cycle', async () => {
    const [portal, other] = [makePortal(), makePortal()];
    const [one, two] = [companyId('1'), companyId('2')];
    await portal.saveRescored([one, two, one], 5);
    await portal.saveRescored([two], 9);
    await portal.saveRescored([], 10);
    expect([await portal.rescoredAt(one), await portal.rescoredAt(two)]).toEqual([5, 9]);
    expect([await portal.rescoredAt(companyId('3')), await other.rescoredAt(one)]).toEqual([undefined, undefined]);
    await portal.purge('companies', '1');
    expect(await portal.rescoredAt(one)).toBeUndefined();
  });

  describe('staged pages', () => {
    const state = (planHash: string) => ({ planHash }) as SyncState;

    it('are kept as they came, with the state that counts them as read', async () => {
      const portal = makePortal();
      const content = { records: [{ z: 1, a: 'nul \u0000 half \ud83d', list: [null, 0.1] }] };
      await portal.stagePage('deals', { key: '20', content }, state('a'));
      await portal.stagePage('deals', { key: '100', content: [1] }, state('b'));
      await portal.stagePage('emails', { key: '20', content: 'other' }, state('c'));
      expect(await portal.stagedPages('deals')).toEqual([
        { key: '100', content: [1] },
        { key: '20', content },
      ]);
      expect(JSON.stringify((await portal.stagedPages('deals'))[1]?.content)).toBe(JSON.stringify(content));
      expect(await portal.syncState('deals')).toEqual({ planHash: 'b' });
      expect(await makePortal().stagedPages('deals')).toEqual([]);
    });

    it('are replaced by one of the same key, and dropped', async () => {
      const portal = makePortal();
      for (const content of [1, 2]) await portal.stagePage('deals', { key: '1', content }, state('a'));
      for (const key of ['2', '3']) await portal.stagePage('deals', { key, content: 3 }, state('a'));
      await portal.stagePage('emails', { key: '1', content: 4 }, state('a'));
      await portal.dropStaged('deals', ['2', '3', 'none']);
      await portal.dropStaged('deals', []);
      expect(await portal.stagedPages('deals')).toEqual([{ key: '1', content: 2 }]);
      expect(await portal.stagedPages('emails')).toHaveLength(1);
    });

    it('are not there where the state could not be saved', async () => {
      const portal = makePortal();
      const bad = { planHash: 'nul \u0000' } as SyncState;
      await expect(portal.stagePage('deals', { key: '1', content: 1 }, bad)).rejects.toThrow();
      expect(await portal.stagedPages('deals')).toEqual([]);
    });
  });
});
