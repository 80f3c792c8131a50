/** What the schemas of several answers are made of. */
import { type RecordLink, STATUSES, type Status } from '@account-health/contract';
import type { Words } from '@account-health/contract/words';
import { z } from 'zod';
import { schemaOf } from './schema-of.ts';

/** Sums of shares may end a rounding above 1. */
const ROUNDING = 1e-9;

/** Things counted, or points lost. */
export const count = z.int().min(0);
/** As scorecards show scores: 0..100, whole. */
export const wholeScore = z.int().min(0).max(100);
/** 0..100; with decimals where a rule gives points. */
export const points = z.number().min(0).max(100);
/** 0..1. */
export const share = z
  .number()
  .min(0)
  .max(1 + ROUNDING);
/** Relative; finite. */
export const weight = z.number().min(0);
/** ISO 8601 UTC. */
export const moment = z.iso.datetime();
/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date();
/** An absolute address: a link without one leads nowhere, and one of another kind may do harm. */
export const address = z.string().regex(/^https?:\/\//);

export const status: z.ZodType<Status> = z.enum(STATUSES);

export const recordLink = schemaOf<RecordLink>()(
  z.object({ objectType: z.string(), id: z.string(), label: z.string(), url: address }),
);

/** Each word of a list, and no other. */
export const words = <Name extends string>(names: readonly Name[]): z.ZodType<Words<Name>> =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) as unknown as z.ZodType<Words<Name>>;
