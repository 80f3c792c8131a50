/** A CRM record on the wire. */
import { z } from 'zod';
import { idSchema, pagingSchema } from './paging.ts';

/** A record as HubSpot sends it: values are text or null. */
export interface HubSpotRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  readonly archived: boolean;
  /** ISO 8601; only on archived records. */
  readonly archivedAt?: string | undefined;
  /**
   * Ids by associated object type (the plural that was asked for), deduplicated, complete: further association pages
   * were fetched. Present only where associations were asked for; an empty list means none.
   */
  readonly associations: Readonly<Record<string, readonly string[]>>;
}

/** HubSpot's docs: property values are text or null. A number or a flag would still mean its text. */
export const valueSchema = z.union([z.string(), z.null(), z.number().transform(String), z.boolean().transform(String)]);

export const recordSchema = z.object({
  id: idSchema,
  properties: z.record(z.string(), valueSchema),
  createdAt: z.string(),
  updatedAt: z.string(),
  archived: z.boolean().default(false),
  archivedAt: z
    .string()
    .nullish()
    .transform((at) => at ?? undefined),
  associations: z
    .record(z.string(), z.object({ results: z.array(z.object({ id: idSchema })), paging: pagingSchema }))
    .nullish()
    .transform((associations) => associations ?? {}),
});
export type WireRecord = z.infer<typeof recordSchema>;

export const recordPageSchema = z.object({ results: z.array(recordSchema), paging: pagingSchema });

/**
 * The inline associations of a record to one object type; undefined where it has none. HubSpot names them by the plural
 * that was asked for, but with a space for an underscore ("line items") and with a prefix for custom objects ("p123_car").
 */
export function inlineAssociations({ associations }: WireRecord, objectType: string) {
  const key = Object.keys(associations).find((name) => plainName(name) === plainName(objectType));
  return key === undefined ? undefined : associations[key];
}

const plainName = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(' ', '_')
    .replace(/^p\d*_/, '');
