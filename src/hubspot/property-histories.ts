/** Past values of properties, by record id. */
import { z } from 'zod';
import { Refusal } from './answer.ts';
import { API } from './api-version.ts';
import type { AskHubSpot } from './call.ts';
import type { CallOrder } from './call-order.ts';
import { recordSchema, valueSchema } from './record-schema.ts';

/** HubSpot's docs: the most records of a batch where past values are asked for. */
export const HISTORY_BATCH = 50;

/** A record's past as HubSpot sends it. */
export interface RecordPast {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** The values of now, text or null. */
  readonly properties: Readonly<Record<string, string | null>>;
  /** By property, each value and the moment it was set (ISO 8601), the newest first. A property that HubSpot tells nothing of is absent. */
  readonly histories: Readonly<
    Record<string, readonly { readonly value: string | null; readonly timestamp: string }[]>
  >;
}

/** What `pasts` found. An id that is not among them does not exist, or is archived. */
export interface ReadPasts {
  readonly records: readonly RecordPast[];
  /** Ms since 1970 UTC: what it says was so then or later. */
  readonly askedAt: number;
}

/** One call. Undefined where HubSpot refuses to tell the past of such records at all. */
export async function readPasts(
  ask: AskHubSpot,
  objectType: string,
  ids: readonly string[],
  properties: readonly string[],
  order?: CallOrder,
): Promise<ReadPasts | undefined> {
  const body = { inputs: ids.map((id) => ({ id })), properties, propertiesWithHistory: properties };
  try {
    const { value, askedAt } = await ask({
      method: 'POST',
      path: `${API.objects}/${encodeURIComponent(objectType)}/batch/read?archived=false`,
      body,
      budget: 'general',
      answer: answerSchema,
      order,
    });
    const records = value.results.map(({ id, createdAt, properties: values, propertiesWithHistory }) => ({
      id,
      createdAt,
      properties: values,
      histories: propertiesWithHistory,
    }));
    return { records, askedAt };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const entrySchema = z.object({ value: valueSchema.default(null), timestamp: z.iso.datetime({ offset: true }) });
/** Nothing hangs on a history of another form: its property is then dated as if there were none. */
const historySchema = z.array(entrySchema).nullable().catch(null);

const answerSchema = z.object({
  results: z.array(
    recordSchema.extend({
      propertiesWithHistory: z
        .record(z.string(), historySchema)
        .nullish()
        .transform((told) =>
          Object.fromEntries(
            Object.entries(told ?? {}).flatMap(([name, list]) => (list === null ? [] : [[name, list]])),
          ),
        ),
    }),
  ),
});
