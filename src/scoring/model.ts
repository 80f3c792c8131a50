/** The health model: what counts, how much, for whom. Written in YAML by people; this is its one schema. */
import { z } from 'zod';
import type { Curve } from './curve.ts';
import { signalByKey } from './signals/registry.ts';

const weight = z.number({ error: 'a weight is a number' }).min(0, 'a weight is zero or more');
const score = z
  .int({ error: 'a score is a whole number' })
  .min(0, 'a score is 0 to 100')
  .max(100, 'a score is 0 to 100');
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key is lower-case letters, digits and underscores');
const names = z.array(z.string().min(1)).readonly();

const curve = z
  .array(z.tuple([z.number(), z.number().min(0, 'points are 0 to 100').max(100, 'points are 0 to 100')]))
  .min(2, 'a curve needs at least two [raw value, points] pairs')
  .superRefine((knots, context) => {
    const steps = knots
      .slice(1)
      .map(([raw, points], index) => [raw - (knots[index]?.[0] ?? 0), points - (knots[index]?.[1] ?? 0)] as const);
    const unordered = steps.findIndex(([raw]) => raw <= 0);
    if (unordered >= 0)
      context.addIssue({ code: 'custom', path: [unordered + 1], message: 'raw values must rise from pair to pair' });
    const rises = steps.some(([, points]) => points > 0);
    const falls = steps.some(([, points]) => points < 0);
    if (rises && falls)
      context.addIssue({ code: 'custom', message: 'points must only rise or only fall along a curve' });
  });

const signal = z.strictObject({
  /** Relative to the other signals of the dimension. */
  weight,
  curve,
  /** What an unknown reading counts as: nothing, 50 points, or 0 points. */
  whenUnknown: z.enum(['skip', 'neutral', 'penalise'], { error: 'use skip, neutral or penalise' }).default('skip'),
  settings: z.record(z.string(), z.union([z.number(), names])).default({}),
});

const dimension = z.strictObject({
  weight,
  signals: z.record(key, signal),
});

const cap = z.strictObject({
  key,
  signal: key,
  /** Bites where the signal's raw value is at least (signals where lower is better) or at most this. */
  from: z.number(),
  scoreAtMost: score,
});

const exclusion = z.strictObject({
  /** Names the reason; also the key of its sentence. */
  reason: key,
  property: z.enum(['type', 'domain', 'name'], { error: 'an exclusion looks at type, domain or name' }),
  values: names,
});

export const modelSchema = z
  .strictObject({
    name: z.string().min(1),
    version: z.string().min(1),
    eligibility: z.strictObject({
      lifecycleStages: names,
      purchaseWithinMonths: z.int().min(1),
      exclude: z.array(exclusion).readonly(),
    }),
    /** Points that the mere absence of bad events can give (scoring.md, rule 4). */
    silencePoints: score.default(70),
    minimumCoverage: z.number().min(0).max(1).default(0.4),
    minimumDimensions: z.int().min(1).default(2),
    bands: z.strictObject({ atRiskFrom: score, healthyFrom: score }).default({ atRiskFrom: 33, healthyFrom: 66 }),
    caps: z.array(cap).readonly().default([]),
    dimensions: z.record(key, dimension),
  })
  .superRefine((model, context) => {
    const issue = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (model.bands.atRiskFrom >= model.bands.healthyFrom) issue(['bands'], 'atRiskFrom must be below healthyFrom');
    const used = new Set<string>();
    for (const [dimensionKey, { signals }] of Object.entries(model.dimensions)) {
      for (const [signalKey, { curve: knots, settings }] of Object.entries(signals)) {
        const path = ['dimensions', dimensionKey, 'signals', signalKey];
        const known = signalByKey.get(signalKey);
        if (known === undefined) {
          issue(path, `there is no signal "${signalKey}"; there are ${[...signalByKey.keys()].join(', ')}`);
          continue;
        }
        if (used.has(signalKey)) issue(path, `"${signalKey}" is in another dimension already; name a signal once`);
        used.add(signalKey);
        const [first, last] = [knots[0]?.[1] ?? 0, knots.at(-1)?.[1] ?? 0];
        if (known.better === 'lower' ? last > first : last < first) {
          issue(
            [...path, 'curve'],
            `for ${signalKey} ${known.better} is better, so points must ${known.better === 'lower' ? 'fall' : 'rise'} along its curve`,
          );
        }
        for (const [name, value] of Object.entries(settings)) {
          const standard = known.settings[name];
          if (standard === undefined) {
            issue(
              [...path, 'settings', name],
              `${signalKey} has no setting "${name}"; it has ${Object.keys(known.settings).join(', ') || 'none'}`,
            );
          } else if (typeof standard !== typeof value) {
            issue(
              [...path, 'settings', name],
              `must be ${typeof standard === 'number' ? 'a number' : 'a list of names'}`,
            );
          }
        }
      }
    }
    model.caps.forEach((entry, index) => {
      if (!used.has(entry.signal))
        issue(['caps', index, 'signal'], `the model has no signal "${entry.signal}"; a cap needs one of its signals`);
    });
    if (
      !Object.values(model.dimensions).some(
        (entry) => entry.weight > 0 && Object.values(entry.signals).some((s) => s.weight > 0),
      )
    ) {
      issue(['dimensions'], 'at least one signal in one dimension needs a weight above zero');
    }
  });

/** A valid model. Its dimensions and signals keep the order in which they are written. */
export type Model = z.infer<typeof modelSchema>;
export type ModelSignal = Model['dimensions'][string]['signals'][string] & { readonly curve: Curve };

/** The health status of a score under the model's bands. */
export function bandOf(model: Pick<Model, 'bands'>, value: number): 'healthy' | 'at_risk' | 'unhealthy' {
  if (value >= model.bands.healthyFrom) return 'healthy';
  return value >= model.bands.atRiskFrom ? 'at_risk' : 'unhealthy';
}
