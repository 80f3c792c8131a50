/** Whom an admin lets see and change what, beyond HubSpot's super admins: plain JSON, kept for each portal. */
import { z } from 'zod';

/** HubSpot's ids of users and teams. */
const ids = z
  .array(z.string().regex(/^\d{1,20}$/, 'give ids of HubSpot as text, such as "7"'))
  .max(500, 'name at most 500; let everybody see it where it is more');

const audience = z.strictObject({ everybody: z.boolean(), userIds: ids, teamIds: ids });

export const permissionsSchema = z.strictObject(
  {
    /** Amounts of money, and subjects of emails. */
    amounts: audience,
    portfolio: audience,
    /** Who may change settings, these included: they see everything, for they could let themselves. */
    managers: z.strictObject({ userIds: ids }),
  },
  { error: 'send amounts, portfolio and managers' },
);

export type Permissions = z.infer<typeof permissionsSchema>;
export type Audience = Permissions['amounts'];

const NOBODY_NAMED: Audience = { everybody: false, userIds: [], teamIds: [] };

/** Until an admin widens it: super admins alone. */
export const DEFAULT_PERMISSIONS: Permissions = {
  amounts: NOBODY_NAMED,
  portfolio: NOBODY_NAMED,
  managers: { userIds: [] },
};
