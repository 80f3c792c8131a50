/** What the service answers beside the contract with the extensions: to HubSpot itself, to the portal's own systems, and where it says no. */
import { z } from 'zod';
import { count, status } from './parts.ts';

/** Why there is no answer, in a sentence; `requestId`: to be quoted to whoever reads the log. */
export const refusal = z.object({ error: z.string().min(1), requestId: z.uuid().exactOptional() });

/** `GET /healthz` */
export const alive = z.object({ status: z.literal('ok') });

/** `POST /api/usage`: which rows cannot be used, by their place in what was posted. */
export const usageAnswer = z.object({
  accepted: count,
  rejected: count,
  errors: z.array(z.object({ index: count, error: z.string() })),
});

/** `POST /api/settings/disconnect`: what came of it, or that it goes on. */
export const disconnectAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('disconnecting') }),
  z.object({ state: z.literal('disconnected'), cleared: count }),
  z.object({ state: z.literal('not_cleared'), failed: count }),
]);

/** To a workflow: HubSpot's API reference has the outputs of an action as texts, whatever their type. What is unknown is left out. */
export const recalculated = z.object({
  outputFields: z.object({
    score: z
      .string()
      .regex(/^(?:\d{1,2}|100)$/)
      .exactOptional(),
    status: status.exactOptional(),
    hs_execution_state: z.enum(['SUCCESS', 'FAIL_CONTINUE']),
  }),
});
