import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choosePlays,
  type Fall,
  type PastPlay,
  type PlaysToChoose,
  pastNeededMs,
} from '../../src/insight/choose-plays.ts';
import { DEFAULT_PLAYBOOKS } from '../../src/playbooks/playbooks.ts';

const DAY_MS = 86_400_000;
const NOW = 1_000 * DAY_MS;
const ON = { ...DEFAULT_PLAYBOOKS, enabled: true, cooldownDays: 30, perPersonAWeek: 2 };

const fall = (companyId: string, more: Partial<Fall> = {}): Fall => ({
  ...{ companyId, at: NOW, to: 'unhealthy', score: 20, revenue: 1_000, owners: ['7'] },
  ...more,
});
const past = (companyId: string, daysAgo: number, ownerId: string | null = '7'): PastPlay => ({
  ...{ companyId, ownerId, decidedAt: NOW - daysAgo * DAY_MS },
});

function chosen(given: Partial<PlaysToChoose>): Record<string, string> {
  const activeOwners = new Set(['7', '8']);
  const choices = choosePlays({ falls: [], past: [], playbooks: ON, activeOwners, now: NOW, ...given });
  return Object.fromEntries(choices.map((choice) => [choice.fall.companyId, choice.ownerId ?? choice.skip ?? '']));
}

describe('a fall makes a task', () => {
  it.each<[string, Partial<Fall>, Partial<PlaysToChoose>, string]>([
    ['for its first owner', { owners: ['8', '7'] }, {}, '8'],
    ['for the next who is active', { owners: ['9', '7'] }, {}, '7'],
    ['for the fallback', { owners: ['9'] }, { playbooks: { ...ON, fallbackOwnerId: '8' } }, '8'],
    ['not while playbooks are off', {}, { playbooks: { ...ON, enabled: false } }, 'disabled'],
    ['not where it fell to another band', { to: 'at_risk' }, {}, 'band'],
    ['in each band that is named', { to: 'at_risk' }, { playbooks: { ...ON, toBands: ['at_risk'] } }, '7'],
    ['not where it has no score any more', { to: null }, {}, 'not_scored'],
    ['not within the cooldown', {}, { past: [past('1', 29.9)] }, 'cooldown'],
    ['once the cooldown is over', {}, { past: [past('1', 30)] }, '7'],
    ['not where HubSpot lets nobody be told', {}, { activeOwners: null }, 'no_scope'],
    ['not without an active owner', { owners: ['9'] }, {}, 'no_owner'],
    ['not where the fallback left', { owners: [] }, { playbooks: { ...ON, fallbackOwnerId: '9' } }, 'no_owner'],
    ['not where its owner has had enough', {}, { past: [past('2', 1), past('3', 6.9)] }, 'cap'],
    ['where one of those is of a week ago', {}, { past: [past('2', 1), past('3', 7)] }, '7'],
    ['where they were others’', {}, { past: [past('2', 1, '8'), past('3', 1, null)] }, '7'],
  ])('%s', (_what, more, given, expected) => {
    expect(chosen({ falls: [fall('1', more)], ...given })).toEqual({ '1': expected });
  });

  it('the most at stake first: risk times revenue, then those whose revenue nobody knows, by risk', () => {
    const falls = [
      fall('a', { score: 10, revenue: null }),
      fall('b', { score: 30, revenue: 100 }),
      fall('c', { score: 20, revenue: 100 }),
      fall('d', { score: 30, revenue: 5_000 }),
      fall('e', { score: 0, revenue: 0 }),
      fall('f', { score: 5, revenue: null }),
      fall('g', { score: 10, revenue: null }),
      fall('h', { score: 60, revenue: 150 }),
    ];
    const order = choosePlays({ falls, past: [], playbooks: ON, activeOwners: new Set(['7']), now: NOW });
    expect(order.map((choice) => choice.fall.companyId)).toEqual(['d', 'c', 'b', 'h', 'e', 'f', 'a', 'g']);
    expect(order.map(({ skip }) => skip)).toEqual([null, null, ...Array(6).fill('cap')]);
  });

  it('once, where a company is given twice', () => {
    const falls = [fall('1', { at: NOW - 5 }), fall('1')];
    const choices = choosePlays({ falls, past: [], playbooks: ON, activeOwners: new Set(['7']), now: NOW });
    expect(choices.map(({ skip }) => skip)).toEqual([null, 'cooldown']);
  });
});

const owner = fc.constantFrom('7', '8', '9');
const anyFall = fc.record<Fall>({
  companyId: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  at: fc.nat(),
  to: fc.constantFrom('at_risk', 'unhealthy', null),
  score: fc.integer({ min: 0, max: 100 }),
  revenue: fc.option(fc.nat(10_000)),
  owners: fc.array(owner, { maxLength: 2 }),
});
const anyPast = fc.record<PastPlay>({
  companyId: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  ownerId: fc.option(owner),
  decidedAt: fc.integer({ min: 0, max: 60 }).map((days) => NOW - days * DAY_MS),
});
const anyGiven = fc.record<PlaysToChoose>({
  falls: fc.array(anyFall, { maxLength: 12 }),
  past: fc.array(anyPast, { maxLength: 12 }),
  playbooks: fc.record({
    enabled: fc.boolean(),
    toBands: fc.subarray(['at_risk', 'unhealthy'] as const).map((bands) => [...bands]),
    cooldownDays: fc.integer({ min: 1, max: 40 }),
    perPersonAWeek: fc.integer({ min: 1, max: 4 }),
    fallbackOwnerId: fc.option(owner),
  }),
  activeOwners: fc.option(fc.subarray(['7', '8']).map((ids) => new Set(ids))),
  now: fc.constant(NOW),
});

describe('whatever falls,', () => {
  const holds = (property: (given: PlaysToChoose, choices: ReturnType<typeof choosePlays>) => void) =>
    fc.assert(fc.property(anyGiven, (given) => property(given, choosePlays(given))));

  it('every fall is answered, once', () => {
    holds(({ falls }, choices) => {
      expect(choices.map((choice) => choice.fall)).toHaveLength(falls.length);
      expect(new Set(choices.map((choice) => choice.fall))).toEqual(new Set(falls));
    });
  });

  it('nobody gets more than the cap in a week, and only who is active gets any', () => {
    holds(({ past: before, playbooks, activeOwners }, choices) => {
      for (const id of ['7', '8', '9']) {
        const had = before.filter(({ ownerId, decidedAt }) => ownerId === id && decidedAt > NOW - 7 * DAY_MS).length;
        const gets = choices.filter(({ ownerId }) => ownerId === id).length;
        if (gets > 0) expect(activeOwners?.has(id)).toBe(true);
        expect(gets).toBeLessThanOrEqual(Math.max(0, playbooks.perPersonAWeek - had));
      }
    });
  });

  it('no company gets a second within the cooldown, and none gets one while playbooks are off', () => {
    holds(({ past: before, playbooks }, choices) => {
      const made = choices.filter(({ skip }) => skip === null).map((choice) => choice.fall.companyId);
      if (!playbooks.enabled) expect(made).toEqual([]);
      expect(new Set(made).size).toBe(made.length);
      const cooling = before.filter(({ decidedAt }) => decidedAt > NOW - playbooks.cooldownDays * DAY_MS);
      expect(made.filter((id) => cooling.some(({ companyId }) => companyId === id))).toEqual([]);
    });
  });

  it('the order in which falls are given changes nothing, and once answered they make no more', () => {
    holds((given, choices) => {
      // Two falls of one company are told apart by their place alone.
      fc.pre(new Set(given.falls.map(({ companyId }) => companyId)).size === given.falls.length);
      expect(choosePlays({ ...given, falls: given.falls.toReversed() })).toEqual(choices);
      const made = choices.flatMap(({ fall: { companyId }, ownerId, skip }) =>
        skip === null ? [{ companyId, ownerId, decidedAt: NOW }] : [],
      );
      const again = choosePlays({ ...given, past: [...given.past, ...made] });
      const twice = again.filter(
        ({ fall: one, skip }) => skip === null && made.some((it) => it.companyId === one.companyId),
      );
      expect(twice).toEqual([]);
    });
  });
});

it('the past reaches back for the week and the cooldown', () => {
  expect([1, 7, 30].map((cooldownDays) => pastNeededMs({ cooldownDays }) / DAY_MS)).toEqual([7, 7, 30]);
});
