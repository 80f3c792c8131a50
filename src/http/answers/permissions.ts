import type { Audience, AuditPage, Permissions, PermissionsAnswer } from '@account-health/contract/permissions';
import { z } from 'zod';
import { count, moment } from './parts.ts';
import { schemaOf } from './schema-of.ts';

const audience = schemaOf<Audience>()(
  z.object({ everybody: z.boolean(), userIds: z.array(z.string()), teamIds: z.array(z.string()) }),
);

const permissions = schemaOf<Permissions>()(
  z.object({
    amounts: audience,
    portfolio: audience,
    managers: z.object({ userIds: z.array(z.string()) }),
  }),
);

/** What whoever asks may do. */
export const you = schemaOf<PermissionsAnswer['you']>()(
  z.object({
    userId: z.string().nullable(),
    may: z.record(z.string(), z.boolean()),
    unknown: z.string().nullable(),
  }),
);

export const permissionsAnswer = schemaOf<PermissionsAnswer>()(
  z.object({ version: count, permissions: permissions.nullable(), you }),
);

const values = z.record(z.string(), z.unknown()).nullable();

export const auditPage = schemaOf<AuditPage>()(
  z.object({
    entries: z.array(
      z.object({
        id: z.int().min(1),
        at: moment,
        kind: z.string(),
        text: z.string(),
        byText: z.string(),
        by: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('user'), userId: z.string(), email: z.string().nullable() }),
          z.object({ kind: z.literal('command'), login: z.string() }),
          z.object({ kind: z.literal('service') }),
        ]),
        about: z.string().nullable(),
        before: values,
        after: values,
      }),
    ),
    next: z.string().nullable(),
    refused: z.string().nullable(),
  }),
);
