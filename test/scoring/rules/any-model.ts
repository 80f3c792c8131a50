/** Any model that `model check` lets pass, over the signals of the standard one. Drawn from a seed, for speed: nothing of it shrinks. */
import fc from 'fast-check';
import { makeRandom, type Random } from '../../../src/local/sandbox/generate/prng.ts';
import type { Model } from '../../../src/scoring/model.ts';
import { signalOf } from '../../../src/scoring/model-signals.ts';
import { model as standard } from './customers.ts';

type Dimension = Model['dimensions'][string];
type Entry = Dimension['signals'][string];

const some = <T>(greatest: number, { whole }: Random, make: (index: number) => T): T[] =>
  Array.from({ length: whole(0, greatest) }, (_, index) => make(index));

const weightOf = ({ chance, whole, between }: Random): number => (chance(0.7) ? whole(0, 5) : between(0.01, 5));

const ascending = (a: number, b: number) => a - b;

/** Two to four knots, over about the raw values that the usual curve is of; the points never turn, and go the right way. */
function curveOf(key: string, entry: Entry, dice: Random): Entry['curve'] {
  const { curve: usual } = entry;
  const [first, last] = [usual?.[0], usual?.at(-1)];
  if (first === undefined || last === undefined || dice.chance(0.5)) return usual;
  const span = last[0] - first[0];
  const raws = new Set([-50, ...some(3, dice, () => dice.whole(0, 100)), 150]);
  const points = [...raws].map(() => dice.pick([dice.whole(0, 100), dice.next() * 100, 0, 100])).toSorted(ascending);
  if (signalOf(key, entry).better === 'lower') points.reverse();
  return [...raws].toSorted(ascending).map((share, at) => [first[0] + (span * share) / 100, points[at] ?? 0]);
}

const entryOf = (key: string, entry: Entry, dice: Random): Entry => {
  const curve = curveOf(key, entry, dice);
  const whenUnknown = dice.pick(['skip', 'skip', 'neutral', 'penalise'] as const);
  return { ...entry, weight: weightOf(dice), whenUnknown, ...(curve && { curve }) };
};

function dimensionsOf(dice: Random): Model['dimensions'] {
  const dimensions = Object.entries(standard.dimensions).map(([key, { signals }]): [string, Dimension] => {
    const entries = Object.entries(signals).map(([signal, entry]) => [signal, entryOf(signal, entry, dice)]);
    return [key, { weight: weightOf(dice), signals: Object.fromEntries(entries) }];
  });
  const all = Object.fromEntries(dimensions);
  // All weights may be zero, here or where a segment changes them: then nothing would count.
  const { deals } = all;
  const growth = deals?.signals.growth;
  if (deals === undefined || growth === undefined) throw new Error('The standard model reads growth from deals.');
  const counted = { weight: 0.5 + deals.weight, signals: { ...deals.signals, growth: { ...growth, weight: 0.5 } } };
  return { ...all, deals: counted };
}

const curved = Object.values(standard.dimensions).flatMap(({ signals }) =>
  Object.entries(signals).flatMap(([key, { curve }]) => (curve === undefined ? [] : [[key, curve] as const])),
);

const capsOf = (dice: Random): Model['caps'] =>
  some(4, dice, (index) => {
    const [signal, curve] = dice.pick(curved);
    const [from] = dice.pick(curve);
    return { key: `cap_${index}`, signal, from, scoreAtMost: dice.whole(0, 100) };
  });

function bandsOf(dice: Random): Model['bands'] {
  const atRiskFrom = dice.whole(0, 99);
  const thresholds = { atRiskFrom, healthyFrom: atRiskFrom + dice.whole(1, 1 + 99 - atRiskFrom) };
  return dice.pick<Model['bands']>([
    { by: 'fixed', ...thresholds },
    { by: 'quartiles', ...thresholds },
    { by: 'alarm_budget', ...thresholds, callsAWeek: dice.whole(1, 40) },
  ]);
}

const limitsOf = (dice: Random) => ({
  silencePoints: dice.whole(0, 100),
  minimumCoverage: dice.pick([0, 0, 0.4, dice.next()]),
  minimumDimensions: dice.whole(1, 3),
});

/** By a property that everybody has, or for customers of some days. */
const segmentsOf = (dice: Random): Model['segments'] =>
  some(2, dice, (index) => ({
    name: `Segment ${index}`,
    when: dice.pick<Model['segments'][number]['when']>([
      { values: ['customer'] },
      { property: 'hubspot_owner_id', values: ['1'] },
      { customerForLessThanDays: dice.whole(1, 2_000) },
    ]),
    ...(dice.chance(0.5) && limitsOf(dice)),
    ...(dice.chance(0.5) && { caps: capsOf(dice) }),
    dimensions: { billing: { weight: weightOf(dice) }, support: { weight: weightOf(dice) } },
  }));

/** Any weights, curves, silences, ways to count the unknown, caps, bands and segments. */
export const anyModel: fc.Arbitrary<Model> = fc.noShrink(fc.integer()).map((seed) => {
  const dice = makeRandom(seed);
  return {
    ...standard,
    ...limitsOf(dice),
    dimensions: dimensionsOf(dice),
    caps: capsOf(dice),
    bands: bandsOf(dice),
    segments: segmentsOf(dice),
  };
});
