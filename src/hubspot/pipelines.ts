import { z } from 'zod';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';
import { idSchema } from './paging.ts';

export interface PipelineStage {
  readonly id: string;
  readonly label: string;
  /** Deals: 0..1 where HubSpot gives it. */
  readonly probability: number | undefined;
  readonly isClosed: boolean;
}

export interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly PipelineStage[];
}

// HubSpot's docs: metadata is text. Deal stages have isClosed and probability, ticket stages have ticketState.
const stageSchema = z
  .object({
    id: idSchema,
    label: z.string(),
    metadata: z
      .object({ isClosed: z.coerce.string(), probability: z.coerce.number(), ticketState: z.string() })
      .partial()
      .catch({}),
  })
  .transform(({ id, label, metadata }) => ({
    id,
    label,
    probability: metadata.probability,
    isClosed: metadata.isClosed === 'true' || metadata.ticketState === 'CLOSED',
  }));

const pipelinesSchema = z.object({
  results: z.array(z.object({ id: idSchema, label: z.string(), stages: z.array(stageSchema) })),
});

export async function readPipelines(call: CallHubSpot, objectType: string): Promise<readonly Pipeline[]> {
  const path = `${API.pipelines}/${encodeURIComponent(objectType)}`;
  return (await call({ method: 'GET', path, budget: 'general', answer: pipelinesSchema })).results;
}
