/** The preview of a draft: types of the contract's model.ts. */
import type { PreviewMove, PreviewState, PublishPreview } from '@account-health/contract/model';
import { z } from 'zod';
import { address, count, moment, status, wholeScore } from './parts.ts';
import { schemaOf } from './schema-of.ts';

const side = z.object({ score: wholeScore.nullable(), status: status.nullable() });

const previewMove = schemaOf<PreviewMove>()(
  z.object({
    id: z.string(),
    name: z.string(),
    url: address,
    from: side,
    to: side,
    why: z.array(z.string()),
    revenue: z.string().nullable(),
  }),
);

const standing = z.object({ healthy: count, at_risk: count, unhealthy: count, unknown: count, notCustomer: count });

const publishPreview = schemaOf<PublishPreview>()(
  z.object({
    asOf: moment,
    companies: count,
    before: standing,
    after: standing,
    histogram: z.array(z.object({ from: wholeScore, before: count, after: count })),
    worsened: count,
    recovered: count,
    otherMoves: count,
    moves: z.array(previewMove).max(100),
    moreMoves: count,
    revenue: z.array(z.object({ status, before: z.string(), after: z.string() })).nullable(),
    notes: z.array(z.string()),
  }),
);

export const previewState = schemaOf<PreviewState>()(
  z.object({
    state: z.enum(['none', 'running', 'ready', 'failed']),
    revision: count.nullable(),
    done: count.nullable(),
    of: count.nullable(),
    result: publishPreview.nullable(),
    failure: z.string().nullable(),
  }),
);
