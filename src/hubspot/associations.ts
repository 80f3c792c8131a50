/** Associations between two object types, by HubSpot's batch read. */
import { z } from 'zod';
import { API } from './api-version.ts';
import type { AskHubSpot } from './call.ts';
import type { CallOrder } from './call-order.ts';
import { idSchema, pagingSchema } from './paging.ts';

/** HubSpot's docs: inputs of one associations batch read. */
const BATCH = 1_000;

const textSchema = z.string().catch('');

const plainTarget = z.object({ toObjectId: idSchema });

/** The label is null on the unlabelled type, which most records have beside the others (HubSpot's docs). */
const labelledTarget = z.object({
  toObjectId: idSchema,
  associationTypes: z.array(z.object({ label: z.string().nullish() })),
});

const answerOf = <T extends z.ZodType>(target: T) =>
  z.object({
    results: z.array(z.object({ from: z.object({ id: idSchema }), to: z.array(target), paging: pagingSchema })),
    errors: z.array(z.object({ category: textSchema, subCategory: textSchema, message: textSchema })).nullish(),
  });

/** A record at the other end. */
export interface LabelledTarget {
  readonly id: string;
  /** As people see them, each once; HubSpot's own ("Primary" and the like) among them. Empty: associated without a label. */
  readonly labels: readonly string[];
}

/**
 * Associated ids by record id, complete and without repeats (HubSpot gives a record once per label). A record with none
 * has an empty list: HubSpot reports it among the errors of a 207.
 */
export async function readAssociations(
  ask: AskHubSpot,
  from: string,
  to: string,
  ids: readonly string[],
  order?: CallOrder,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await readTargets(ask, { from, to, ids, order, target: plainTarget });
  return new Map([...found].map(([id, targets]) => [id, [...new Set(targets.map(({ toObjectId }) => toObjectId))]]));
}

/** The same with the labels of each association: a record with several labels is given once, with all of them. */
export async function readLabelledAssociations(
  ask: AskHubSpot,
  from: string,
  to: string,
  ids: readonly string[],
  order?: CallOrder,
): Promise<ReadonlyMap<string, readonly LabelledTarget[]>> {
  const found = await readTargets(ask, { from, to, ids, order, target: labelledTarget });
  return new Map(
    [...found].map(([id, targets]) => {
      const byId = Map.groupBy(targets, ({ toObjectId }) => toObjectId);
      return [id, [...byId].map(([other, rows]) => ({ id: other, labels: labelsOf(rows) }))];
    }),
  );
}

const labelsOf = (rows: readonly z.infer<typeof labelledTarget>[]): readonly string[] => [
  ...new Set(rows.flatMap(({ associationTypes }) => associationTypes.flatMap(({ label }) => label ?? []))),
];

interface TargetsRequest<T extends z.ZodType> {
  readonly from: string;
  readonly to: string;
  readonly ids: readonly string[];
  readonly order: CallOrder | undefined;
  /** What is read of each record at the other end. */
  readonly target: T;
}

interface Input {
  readonly id: string;
  readonly after?: string;
}

/** What HubSpot gives of each record, all its pages one after the other; every asked id is in the map. */
async function readTargets<T extends z.ZodType>(
  ask: AskHubSpot,
  { from, to, ids, order, target }: TargetsRequest<T>,
): Promise<ReadonlyMap<string, readonly z.infer<T>[]>> {
  const path = `${API.associations}/${encodeURIComponent(from)}/${encodeURIComponent(to)}/batch/read`;
  const schema = answerOf(target);
  const found = new Map(ids.map((id): [string, z.infer<T>[]] => [id, []]));
  const open: Input[] = [...found.keys()].map((id) => ({ id }));
  while (open.length > 0) {
    const inputs = open.splice(0, BATCH);
    const askedAfter = new Map(inputs.map(({ id, after }) => [id, after]));
    const { value: answer } = await ask({
      method: 'POST',
      path,
      body: { inputs },
      budget: 'associations',
      answer: schema,
      order,
    });
    // A record that could not be read is not a record without associations.
    const failed = answer.errors?.find(
      (error) => !/NO_ASSOCIATIONS|NOT_FOUND/.test(`${error.category} ${error.subCategory}`),
    );
    if (failed) throw new Error(`HubSpot did not read the ${to} of some ${from}: ${failed.message}`);
    for (const { from: record, to: targets, paging } of answer.results) {
      found.get(record.id)?.push(...targets);
      if (paging === undefined) continue;
      if (paging === askedAfter.get(record.id)) throw new Error(`HubSpot's ${to} of ${from} ${record.id} do not end`);
      open.push({ id: record.id, after: paging });
    }
  }
  return found;
}
