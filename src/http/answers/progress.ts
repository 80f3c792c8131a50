import type { CycleProgress, TypeProgress } from '@account-health/contract/progress';
import { z } from 'zod';
import { count, moment, share } from './parts.ts';
import { schemaOf } from './schema-of.ts';

const typeProgress = schemaOf<TypeProgress>()(
  z.object({ objectType: z.string(), read: count, expected: count.nullable(), done: z.boolean() }),
);

export const cycleProgress = schemaOf<CycleProgress>()(
  z.object({
    state: z.enum(['idle', 'running']),
    step: z.enum(['sync', 'score', 'write']).nullable(),
    startedAt: moment.nullable(),
    records: z.object({ read: count, expected: count.nullable() }),
    types: z.array(typeProgress),
    companies: z.object({ scored: count, expected: count.nullable() }),
    perSecond: z.number().min(0).nullable(),
    calls: z.object({ total: count, rateLimited: count, failed: count }),
    budgets: z.object({ general: share, search: share, associations: share }),
    highestBudget: share,
    secondsLeft: count.min(1).nullable(),
    last: z
      .object({
        finishedAt: moment,
        failure: z.enum(['unreachable', 'scopes', 'type_missing', 'disconnected', 'set_up', 'defect']).nullable(),
      })
      .nullable(),
  }),
);
