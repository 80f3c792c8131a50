import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { BandEvent } from '../../src/store/band-events.ts';
import type { NewPlay } from '../../src/store/plays.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

const [ONE, TWO, THREE] = [companyId('1'), companyId('2'), companyId('3')];

const event = (id: BandEvent['companyId'], at: number, more: Partial<BandEvent> = {}): BandEvent => ({
  ...{ companyId: id, at, kind: 'worsened', fromStatus: 'healthy', toStatus: 'unhealthy', fromAt: 1, fromScore: 70 },
  ...{ toScore: 20, modelVersion: '1', own: true, parts: null },
  ...more,
});
const play = (id: NewPlay['companyId'], at: number, more: Partial<NewPlay> = {}): NewPlay => ({
  ...{ companyId: id, kind: 'playbook', at, decidedAt: at, state: 'intended', reason: null, from: 'healthy' },
  ...{ to: 'unhealthy', score: 20, ownerId: '7', ownerName: 'Ann', subject: `Task ${id}`, dueAt: at + 9 },
  ...more,
});
const UNSETTLED = { triedAt: null, taskId: null, taskState: null, after30: null, after90: null };

onEachEngine('plays', (engine) => {
  const makePortal = freshPortals(engine);

  it('are kept as decided, once each, and told with the name of their company, the newest first', async () => {
    const [portal, other] = [makePortal(), makePortal()];
    await portal.saveRecords('companies', [{ id: '1', effectiveAt: 1, values: { name: 'Alder' } }], 1);
    const [first, second] = [play(ONE, 5), play(TWO, 6, { state: 'skipped', reason: 'cap', ownerId: null })];
    expect(await portal.decidePlays(0, () => [first, second])).toEqual([first, second]);
    expect(await portal.decidePlays(0, () => [{ ...first, subject: 'Other' }, play(ONE, 9)])).toEqual([play(ONE, 9)]);
    const kept = [
      { ...play(ONE, 9), ...UNSETTLED, name: 'Alder' },
      { ...second, ...UNSETTLED, name: null },
      { ...first, ...UNSETTLED, name: 'Alder' },
    ];
    expect(await portal.plays({ limit: 9 })).toEqual(kept);
    expect(await portal.plays({ limit: 1 })).toEqual(kept.slice(0, 1));
    expect(await portal.plays({ companyId: ONE, until: 5, limit: 9 })).toEqual(kept.slice(2));
    expect(await portal.plays({ states: ['skipped'], limit: 9 })).toEqual(kept.slice(1, 2));
    expect(await portal.plays({ kinds: ['task'], limit: 9 })).toEqual([]);
    expect(await portal.plays({ ownerId: '7', after: 5, limit: 9 })).toEqual(kept.slice(0, 1));
    expect(await portal.plays({ ownerId: '8', limit: 9 })).toEqual([]);
    await portal.settlePlay(first, { ownerId: '8', ownerName: 'Bo' });
    const another = { ...kept[2], ownerId: '8', ownerName: 'Bo' };
    expect(await portal.plays({ ownerId: '8', limit: 9 })).toEqual([another]);
    expect(await other.plays({ limit: 9 })).toEqual([]);
  });

  it('are decided by those of before, but for skipped ones and those too far back', async () => {
    const portal = makePortal();
    await portal.decidePlays(0, () => [play(ONE, 4), play(ONE, 5), play(TWO, 6, { state: 'skipped', reason: 'cap' })]);
    let seen: readonly unknown[] = [];
    await portal.decidePlays(5, (recent) => {
      seen = recent;
      return [];
    });
    expect(seen).toEqual([{ ...play(ONE, 5), ...UNSETTLED }]);
  });

  it('are decided one after the other, whoever decides at once: a cap of one lets one through', async () => {
    const portal = makePortal();
    const decide = (id: NewPlay['companyId']) =>
      portal.decidePlays(0, (recent) => (recent.length === 0 ? [play(id, 5)] : []));
    const made = await Promise.all([ONE, TWO, THREE].map(decide));
    expect(made.flat()).toHaveLength(1);
    expect(await portal.plays({ limit: 9 })).toHaveLength(1);
  });

  it('all or none are kept', async () => {
    const portal = makePortal();
    const broken = () => {
      throw new Error('No.');
    };
    await expect(portal.decidePlays(0, broken)).rejects.toThrow('No.');
    expect(await portal.plays({ limit: 9 })).toEqual([]);
  });

  it('are taken by one at a time, and by nobody once settled', async () => {
    const portal = makePortal();
    const [key] = await portal.decidePlays(0, () => [play(ONE, 5)]);
    if (key === undefined) throw new Error('It is kept.');
    const both = await Promise.all([1, 2].map(() => portal.claimPlay(key, { at: 100, before: 10 })));
    expect(both.toSorted()).toEqual([false, true]);
    expect(await portal.claimPlay(key, { at: 150, before: 99 })).toBe(false);
    expect(await portal.claimPlay(key, { at: 200, before: 100 })).toBe(true);
    await portal.settlePlay(key, { state: 'made', taskId: '55', taskState: 'open' });
    expect(await portal.claimPlay(key, { at: 999, before: 998 })).toBe(false);
    const [settled] = await portal.plays({ limit: 9 });
    expect(settled).toMatchObject({ state: 'made', taskId: '55', taskState: 'open', triedAt: 200 });
  });

  it('give the open tasks of a company', async () => {
    const portal = makePortal();
    const [open, done, skipped] = [play(ONE, 5), play(ONE, 6, { kind: 'task' }), play(ONE, 7, { state: 'skipped' })];
    await portal.decidePlays(0, () => [open, done, skipped, play(ONE, 8), play(TWO, 5)]);
    await portal.settlePlay(open, { state: 'made', taskId: '55', taskState: 'open' });
    await portal.settlePlay(done, { state: 'made', taskId: '56', taskState: 'open' });
    expect((await portal.openTasks(ONE)).map(({ taskId }) => taskId)).toEqual(['56', '55']);
    await portal.settlePlay(done, { taskState: 'done' });
    expect(await portal.openTasks(ONE)).toEqual([{ kind: 'playbook', taskId: '55', subject: 'Task 1', dueAt: 14 }]);
    expect(await portal.openTasks(TWO)).toEqual([]);
    expect((await portal.plays({ taskState: 'open', limit: 9 })).map(({ taskId }) => taskId)).toEqual(['55']);
  });

  it('keep what became of the account, and count it by band and day', async () => {
    const portal = makePortal();
    const asked = play(ONE, 5, { kind: 'task', to: null });
    const [one, two] = [play(ONE, 5), play(TWO, 5, { to: 'at_risk' })];
    await portal.decidePlays(0, () => [one, two, asked, play(THREE, 5)]);
    await portal.settlePlay(one, { after30: { status: 'healthy', score: 80 } });
    await portal.settlePlay(two, {
      after30: { status: 'healthy', score: 90 },
      after90: { status: 'gone', score: null },
    });
    await portal.settlePlay(asked, { after30: { status: 'healthy', score: 90 } });
    expect(await portal.playFates()).toEqual([
      { days: 30, to: 'at_risk', status: 'healthy', count: 1 },
      { days: 30, to: 'unhealthy', status: 'healthy', count: 1 },
      { days: 90, to: 'at_risk', status: 'gone', count: 1 },
    ]);
    const lacks = await portal.plays({ kinds: ['playbook'], lacksAfter: 90, limit: 9 });
    expect(lacks.map((row) => row.companyId)).toEqual([ONE, THREE]);
  });

  it('count why there was no task, lately', async () => {
    const portal = makePortal();
    const skipped = (id: NewPlay['companyId'], at: number, reason: string) =>
      play(id, at, { state: 'skipped', reason, ownerId: null });
    await portal.decidePlays(0, () => [
      ...[skipped(ONE, 5, 'cap'), skipped(TWO, 6, 'cap'), skipped(ONE, 1, 'cap'), skipped(THREE, 5, 'band')],
      ...[play(THREE, 9, { state: 'failed', reason: 'refused: Not now: later' }), play(THREE, 10)],
      ...[play(TWO, 8, { state: 'failed', reason: 'refused: Before' })],
    ]);
    expect(await portal.skippedPlays(5)).toEqual([
      { reason: 'cap', said: null, count: 2 },
      { reason: 'refused', said: 'Not now: later', count: 2 },
      { reason: 'band', said: null, count: 1 },
    ]);
  });

  it('answer falls: those whose latest event it is, by themselves, and no older than asked', async () => {
    const portal = makePortal();
    const [four, five, six] = [companyId('4'), companyId('5'), companyId('6')];
    await portal.saveBandEvents([
      ...[event(ONE, 10), event(TWO, 10), event(THREE, 10), event(THREE, 12, { kind: 'recovered' })],
      ...[event(four, 10, { own: false }), event(five, 9), event(six, 10, { own: null })],
      ...[event(ONE, 11, { fromStatus: 'at_risk' })],
    ]);
    const falls = async () => (await portal.unplayedFalls(10)).map(({ companyId: id, at }) => `${id}@${at}`);
    expect(await falls()).toEqual(['1@11', '2@10']);
    // What somebody asked for on a card answers no fall, nor does the answer to an earlier one.
    await portal.decidePlays(0, () => [play(ONE, 10), play(TWO, 10, { kind: 'task' })]);
    expect(await falls()).toEqual(['1@11', '2@10']);
    await portal.decidePlays(0, () => [play(ONE, 11), play(TWO, 10, { state: 'skipped', reason: 'cap' })]);
    expect(await falls()).toEqual([]);
  });

  it('go with their company where it is purged', async () => {
    const portal = makePortal();
    await portal.saveRecords('companies', [{ id: '1', effectiveAt: 1, values: { name: 'Alder' } }], 1);
    await portal.decidePlays(0, () => [play(ONE, 5), play(TWO, 5)]);
    await portal.purge('companies', '1');
    expect((await portal.plays({ limit: 9 })).map((row) => row.companyId)).toEqual([TWO]);
  });

  it('change the stamp of their company, as they are decided and settled', async () => {
    const portal = makePortal();
    const stamps = new Set([(await portal.stamp(ONE)).company]);
    const [key] = await portal.decidePlays(0, () => [play(ONE, 5)]);
    stamps.add((await portal.stamp(ONE)).company);
    if (key === undefined) throw new Error('It is kept.');
    await portal.settlePlay(key, { state: 'made', taskId: '55', taskState: 'open' });
    stamps.add((await portal.stamp(ONE)).company);
    expect(stamps.size).toBe(3);
  });
});
