import { InputError } from '../errors.ts';
import { checkModelText, readModelText } from '../model-file.ts';
import { modelJsonSchema } from '../model-json-schema.ts';
import type { Model } from '../scoring/model.ts';

export const MODEL_USAGE = 'npm run cli -- model check FILE | npm run cli -- model schema';

/** `check`: says of a health model that it is valid, or every mistake, a line each. `schema`: prints the JSON Schema for editors. */
export async function model(args: string[]): Promise<void> {
  const [what, file, ...rest] = args;
  if (what === 'schema' && file === undefined) return console.log(JSON.stringify(modelJsonSchema(), null, 2));
  if (what !== 'check' || file === undefined || rest.length > 0)
    throw new InputError(`Say what to do with which model file. Usage: ${MODEL_USAGE}`);
  const checked = checkModelText(await readModelText(file), file);
  if ('model' in checked) return console.log(summary(checked.model, file));
  for (const mistake of checked.mistakes) console.error(`account-health: ${mistake}`);
  process.exitCode = 1;
}

function summary({ name, version, dimensions, segments }: Model, file: string): string {
  const signals = Object.values(dimensions).flatMap((dimension) =>
    Object.values(dimension.signals).map(({ weight }) => weight * dimension.weight),
  );
  const weighing = signals.filter((weight) => weight > 0).length;
  const counts = [
    `${Object.keys(dimensions).length} dimensions`,
    `${signals.length} signals, ${weighing} with weight`,
    ...(segments.length > 0 ? [`segments: ${segments.map((segment) => segment.name).join(', ')}`] : []),
  ];
  return `${file} is valid: ${name}, version ${version} (${counts.join('; ')}).`;
}
