/** What may still come of an account after a moment: everything here is dated later, or was first seen later while its source ran. */
import { makeRandom, type Random } from '../../src/local/sandbox/generate/prng.ts';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord, RecordVersion } from '../../src/scoring/facts.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { definitionOf, type ObjectType } from '../../src/scoring/object-types.ts';
import { type PortalContext, sourceOf } from '../../src/scoring/portal-context.ts';
import { PULSE_VALUES, type Pulse } from '../../src/scoring/pulses.ts';
import type { UsageVersion } from '../../src/scoring/usage.ts';
import { rewriteLater } from './rewrite-later.ts';

const byTimeSeen = (a: RecordVersion, b: RecordVersion) => a.seenAt - b.seenAt;
const anyDay = (dice: Random, at: number) => at + dice.whole(-700, 300) * DAY_MS;

/**
 * The account with more after the moment (ms), of what `other` holds: states that were seen later, whenever they say that they began,
 * deletions and their undoing, records that were linked later, unlinked later or linked once more. Where a source was not running by the
 * moment, later is after it began to run and the record was found; and of what was found all is changed besides that nobody could know
 * on that day, as `rewriteLater` has it, and records are added that were born later. And pulses and usage, likewise.
 *
 * Left alone: where a source never ran, what is known is told by its latest state and links.
 */
export function withLater(facts: AccountFacts, other: AccountFacts, at: number, portal: PortalContext, seed: number) {
  const dice = makeRandom(seed);
  const since = (type: ObjectType) => sourceOf(portal, type).runningSince;
  const isRunning = (type: ObjectType) => (since(type) ?? at + 1) <= at;
  /** Some moment after the one at which the record was found as it counts. */
  const later = (type: ObjectType, versions: readonly RecordVersion[]) => {
    const found = isRunning(type) ? at : Math.max(at, since(type) ?? at, versions[0]?.seenAt ?? at);
    return found + 1 + dice.whole(0, 200 * DAY_MS);
  };
  const states = (type: ObjectType, own: readonly RecordVersion[], canEnd: boolean): RecordVersion[] =>
    Array.from({ length: dice.whole(0, 3) }, () => {
      const others = type === 'companies' ? other.company : other.records.filter((one) => one.objectType === type);
      // Some are as the record was already.
      const held = dice.chance(0.4) ? own : others;
      const values = held.length === 0 ? null : latestOf(dice.pick<RecordVersion | FactRecord>(held));
      return {
        effectiveAt: anyDay(dice, at),
        seenAt: later(type, own),
        values: canEnd || values !== null ? values : {},
      };
    });
  const told = rewriteLater(facts, at);
  const more = (type: ObjectType, versions: readonly RecordVersion[], rewritten: readonly RecordVersion[]) => {
    // What was seen while the first sync was under way was known.
    const found = isRunning(type) || versions.some(({ seenAt }) => seenAt <= at) ? versions : rewritten;
    return since(type) === null ? found : [...found, ...states(type, found, type !== 'companies')].toSorted(byTimeSeen);
  };

  const records = facts.records.flatMap((record, index): FactRecord[] => {
    const { objectType: type, unlinkedAt } = record;
    const versions = more(type, record.versions, told.records[index]?.versions ?? []);
    const ran = since(type);
    if (ran === null) return [{ ...record, versions }];
    const goes = (unlinkedAt === null || unlinkedAt > Math.max(at, ran)) && dice.chance(0.3);
    const one = { ...record, versions, unlinkedAt: goes ? dice.pick([later(type, versions), null]) : unlinkedAt };
    const again = { ...record, versions, linkedAt: later(type, versions), unlinkedAt: null };
    return dice.chance(0.2) ? [one, again] : [one];
  });
  const came = other.records.map((record): FactRecord => {
    const id = `9${record.id}`;
    const { objectType: type } = record;
    if (isRunning(type) || (since(type) !== null && dice.chance(0.5)))
      return { ...record, id, linkedAt: later(type, record.versions), unlinkedAt: null };
    const versions = record.versions.map((version) => ({ ...version, values: bornLater(record, version.values, at) }));
    return { ...record, id, versions };
  });
  return {
    ...facts,
    company: more('companies', facts.company, told.company),
    records: dice.chance(0.5) ? [...records, ...came] : [...came, ...records],
    pulses: [...pulsesAfter(at, dice), ...(facts.pulses ?? [])],
    usage: [...(facts.usage ?? []), ...usageAfter(facts, at, portal, dice)],
  };
}

const latestOf = (held: RecordVersion | FactRecord): Values | null =>
  'versions' in held ? (held.versions.at(-1)?.values ?? null) : held.values;

const pulsesAfter = (at: number, dice: Random): readonly Pulse[] =>
  Array.from({ length: dice.whole(0, 2) }, () => {
    const givenAt = at + 1 + dice.whole(0, 100 * DAY_MS);
    return { value: dice.pick(PULSE_VALUES), reason: 'later', givenAt, expiresAt: givenAt + 90 * DAY_MS };
  });

/** Posted later: corrections of rows that are there, and rows of days before; or, where nothing had been posted yet, rows of days after. */
function usageAfter(facts: AccountFacts, at: number, { usage }: PortalContext, dice: Random): readonly UsageVersion[] {
  const isRunning = usage !== undefined && usage.runningSince <= at;
  return (facts.usage ?? []).map((row, index) =>
    isRunning
      ? { ...row, value: dice.whole(0, 500), at: anyDay(dice, at), seenAt: at + 1 + dice.whole(0, DAY_MS) + row.seenAt }
      : { ...row, key: `later ${index}`, at: at + 1 + dice.whole(0, DAY_MS) },
  );
}

/** The same values, with every birth date a day after the moment. */
export function bornLater(record: FactRecord, values: Values | null, at: number): Values | null {
  if (values === null) return null;
  return {
    ...values,
    ...Object.fromEntries(definitionOf(record.objectType).born.map((property) => [property, at + DAY_MS])),
  };
}
