/** Associations between two object types, by HubSpot's batch read. */
import { z } from 'zod';
import { API } from './api-version.ts';
import type { AskHubSpot } from './call.ts';
import type { CallOrder } from './call-order.ts';
import { idSchema, pagingSchema } from './paging.ts';

/** HubSpot's docs: inputs of one associations batch read. */
const BATCH = 1_000;

const textSchema = z.string().catch('');

const associationsSchema = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: idSchema }),
      to: z.array(z.object({ toObjectId: idSchema })),
      paging: pagingSchema,
    }),
  ),
  errors: z.array(z.object({ category: textSchema, subCategory: textSchema, message: textSchema })).nullish(),
});

interface Input {
  readonly id: string;
  readonly after?: string;
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
  const path = `${API.associations}/${encodeURIComponent(from)}/${encodeURIComponent(to)}/batch/read`;
  const found = new Map(ids.map((id) => [id, new Set<string>()]));
  const open: Input[] = [...found.keys()].map((id) => ({ id }));
  while (open.length > 0) {
    const inputs = open.splice(0, BATCH);
    const askedAfter = new Map(inputs.map(({ id, after }) => [id, after]));
    const { value: answer } = await ask({
      method: 'POST',
      path,
      body: { inputs },
      budget: 'associations',
      answer: associationsSchema,
      order,
    });
    // A record that could not be read is not a record without associations.
    const failed = answer.errors?.find(
      (error) => !/NO_ASSOCIATIONS|NOT_FOUND/.test(`${error.category} ${error.subCategory}`),
    );
    if (failed) throw new Error(`HubSpot did not read the ${to} of some ${from}: ${failed.message}`);
    for (const { from: record, to: targets, paging } of answer.results) {
      for (const { toObjectId } of targets) found.get(record.id)?.add(toObjectId);
      if (paging === undefined) continue;
      if (paging === askedAfter.get(record.id)) throw new Error(`HubSpot's ${to} of ${from} ${record.id} do not end`);
      open.push({ id: record.id, after: paging });
    }
  }
  return new Map([...found].map(([id, targets]) => [id, [...targets]]));
}
