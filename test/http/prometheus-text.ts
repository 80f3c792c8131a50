/**
 * Reads Prometheus' text format, and refuses what its documents do not allow
 * (https://prometheus.io/docs/instrumenting/exposition_formats/): an oracle written from the grammar, and not from a library.
 */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Exposition {
  readonly samples: readonly Sample[];
  /** By the name of the family. */
  readonly types: ReadonlyMap<string, string>;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const HELP = new RegExp(`^# HELP (${NAME}) .*$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{((?:${LABEL},?)*)\\})? (\\S+)(?: (-?\\d+))?$`);

/** @throws Error with the line that breaks a rule. */
export function parseExposition(text: string): Exposition {
  if (!text.endsWith('\n')) throw new Error('The last line must end with a line feed.');
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  const begun = new Set<string>();
  const seen = new Set<string>();
  let current = '';
  for (const line of text.split('\n')) {
    const fail = (why: string): never => {
      throw new Error(`${why}: ${line}`);
    };
    if (line === '' || HELP.test(line)) continue;
    const [, typed, type] = TYPE.exec(line) ?? [];
    if (typed !== undefined && type !== undefined) {
      if (types.has(typed)) fail('One TYPE line a family');
      types.set(typed, type);
      continue;
    }
    if (line.startsWith('#')) fail('Neither HELP nor TYPE');
    const [, name = fail('No sample'), labelText = '', valueText = ''] = SAMPLE.exec(line) ?? [];
    const family =
      [name, name.replace(/_(?:bucket|sum|count)$/, '')].find((one) => types.has(one)) ??
      fail('A sample before its TYPE');
    // All lines of a family are one group.
    if (family !== current && begun.has(family)) fail('A family in two places');
    begun.add(family);
    current = family;
    const labels = Object.fromEntries(
      [...labelText.matchAll(new RegExp(LABEL, 'g'))].map(([pair]) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 2, -1)];
      }),
    );
    // As Go's ParseFloat reads it, which ignores case.
    const special = { nan: Number.NaN, '+inf': Infinity, inf: Infinity, '-inf': -Infinity }[valueText.toLowerCase()];
    const value = special ?? Number(valueText);
    if (special === undefined && Number.isNaN(value)) fail('No number');
    const key = `${name}{${labelText}}`;
    if (seen.has(key)) fail('A series twice');
    seen.add(key);
    samples.push({ name, labels, value });
  }
  checkHistograms(types, samples);
  return { samples, types };
}

/** Buckets are cumulative, and the one without end counts all. */
function checkHistograms(types: ReadonlyMap<string, string>, samples: readonly Sample[]): void {
  for (const [family, type] of types) {
    if (type !== 'histogram') continue;
    const others = ({ le: _, ...labels }: Readonly<Record<string, string>>) => JSON.stringify(labels);
    const buckets = samples.filter(({ name }) => name === `${family}_bucket`);
    for (const [labels, ofSeries] of Map.groupBy(buckets, (sample) => others(sample.labels))) {
      const counts = ofSeries.map(({ value }) => value);
      const total = samples.find((sample) => sample.name === `${family}_count` && others(sample.labels) === labels);
      if (counts.some((count, index) => count < (counts[index - 1] ?? 0))) throw new Error(`${family} goes down`);
      if (ofSeries.at(-1)?.labels.le !== '+Inf' || counts.at(-1) !== total?.value)
        throw new Error(`${family} lacks its end`);
    }
  }
}

/** The values of one name by their labels, as `a=b,c=d`. */
export const seriesOf = (samples: readonly Sample[], name: string): Record<string, number> =>
  Object.fromEntries(
    samples
      .filter((sample) => sample.name === name)
      .map(({ labels, value }) => [
        Object.entries(labels)
          .map(([label, text]) => `${label}=${text}`)
          .join(),
        value,
      ]),
  );
