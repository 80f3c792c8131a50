/** Writes property values of up to 100 records so that a refused record never costs its batch-mates their update. */
import { z } from 'zod';
import { Refusal } from './answer.ts';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';
import { idSchema } from './paging.ts';

/** One record's new values in a batch; the record id is HubSpot's own. */
export interface RecordUpdate {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface BatchResult {
  readonly updated: readonly string[];
  /** Records that HubSpot refused, each with its own message. */
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}

/** HubSpot's docs: records of one batch update. */
const BATCH = 100;

// HubSpot's docs: an error's context maps names to lists of texts. Which name holds the record is not told.
const contextSchema = z.record(
  z.string(),
  z.union([z.array(z.coerce.string()), z.coerce.string().transform((text) => [text])]),
);

const updateSchema = z.object({
  results: z.array(z.object({ id: idSchema, objectWriteTraceId: z.string().nullish() })),
  errors: z
    .array(
      z.object({
        id: idSchema.nullish().catch(undefined),
        message: z.string().catch('no message'),
        context: contextSchema.catch({}),
      }),
    )
    .nullish()
    .transform((errors) => errors ?? []),
});

/**
 * Repeating is safe: the same values again change nothing. HubSpot refuses a batch whole for one record that breaks a
 * validation rule of the portal's, so a refused batch is halved until the culprit stands alone: at most 200 calls.
 */
export async function updateBatch(
  call: CallHubSpot,
  objectType: string,
  updates: readonly RecordUpdate[],
): Promise<BatchResult> {
  if (updates.length > BATCH) throw new Error(`A batch holds at most ${BATCH} updates, not ${updates.length}`);
  if (updates.length === 0) return { updated: [], refused: [] };
  const path = `${API.objects}/${encodeURIComponent(objectType)}/batch/update`;
  const inputs = updates.map(({ id, properties }) => ({ id, properties, objectWriteTraceId: id }));
  try {
    const answer = await call({ method: 'POST', path, body: { inputs }, budget: 'general', answer: updateSchema });
    return sortOut(updates, answer);
  } catch (error) {
    if (!isAboutRecords(error)) throw error;
    if (updates.length === 1) return { updated: [], refused: updates.map(({ id }) => ({ id, message: error.reason })) };
    const middle = Math.ceil(updates.length / 2);
    const first = await updateBatch(call, objectType, updates.slice(0, middle));
    const second = await updateBatch(call, objectType, updates.slice(middle));
    return { updated: [...first.updated, ...second.updated], refused: [...first.refused, ...second.refused] };
  }
}

/** Whether a smaller batch may fare better. A property that is not there is missing for every record. */
function isAboutRecords(error: unknown): error is Refusal {
  return (
    error instanceof Refusal && [400, 404, 409].includes(error.status) && !error.body.includes('PROPERTY_DOESNT_EXIST')
  );
}

function sortOut(updates: readonly RecordUpdate[], { results, errors }: z.infer<typeof updateSchema>): BatchResult {
  const written = new Set(results.map(({ id, objectWriteTraceId }) => objectWriteTraceId ?? id));
  const messages = new Map<string, string>();
  for (const { id, message, context } of errors) {
    for (const named of [id, ...Object.values(context).flat()]) if (named) messages.set(named, message);
  }
  // What is neither written nor named by an error was not written either.
  const otherwise = errors[0]?.message ?? "HubSpot's answer leaves this record out";
  const refused = updates.filter(({ id }) => !written.has(id));
  return {
    updated: updates.map(({ id }) => id).filter((id) => written.has(id)),
    refused: refused.map(({ id }) => ({ id, message: messages.get(id) ?? otherwise })),
  };
}
