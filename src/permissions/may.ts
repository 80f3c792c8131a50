/** Who may do what: pure. */
import type { Audience, Permissions } from './permissions.ts';

/** Why nobody could tell what somebody is in the portal. */
export const UNKNOWN_RIGHTS = ['unnamed', 'scope_missing', 'unreachable', 'not_found'] as const;
export type UnknownRights = (typeof UNKNOWN_RIGHTS)[number];

/** What HubSpot says of a user. Unknown is an ordinary user, never an admin. */
export type UserRights =
  | { readonly known: true; readonly superAdmin: boolean; readonly teamIds: readonly string[] }
  | { readonly known: false; readonly reason: UnknownRights };

/** Whoever asks. */
export interface Asker {
  /** HubSpot's user id, as the signature proves; undefined where HubSpot did not say. */
  readonly userId: string | undefined;
  readonly rights: UserRights;
}

/** Super admins may do everything. `everybody`: any user whose request HubSpot signed. */
export type Rule = 'everybody' | 'amounts' | 'portfolio' | 'managers' | 'managers_or_installer';

/** By what rule each thing goes. */
export const RULES = {
  see_card: 'everybody',
  /** A pulse or an override. Who did is logged. */
  judge: 'everybody',
  /** A task for an account, from its card. */
  make_tasks: 'everybody',
  see_amounts: 'amounts',
  see_portfolio: 'portfolio',
  change_model: 'managers',
  change_playbooks: 'managers',
  /** Lists made in HubSpot. */
  make_segments: 'managers',
  change_schedule: 'managers',
  change_ingest_keys: 'managers',
  change_permissions: 'managers',
  read_audit_log: 'managers',
  disconnect: 'managers',
  /** Whoever installed the app may end what they began. */
  start_writing: 'managers_or_installer',
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof RULES;

/** What may be known besides of the portal. */
interface Setup {
  readonly permissions: Permissions;
  /** HubSpot's id of whoever installed the app; null where nobody knows. */
  readonly installedBy: string | null;
}

/** Knowing somebody's rights only ever adds to what they may do: where this says yes without them, nobody need look them up. */
export function may(action: Action, { userId, rights }: Asker, { permissions, installedBy }: Setup): boolean {
  if (rights.known && rights.superAdmin) return true;
  const isNamed = (named: readonly string[]) => userId !== undefined && named.includes(userId);
  const isManager = isNamed(permissions.managers.userIds);
  const isIn = ({ everybody, userIds, teamIds }: Audience) =>
    everybody || isNamed(userIds) || (rights.known && rights.teamIds.some((team) => teamIds.includes(team)));
  const rule: Rule = RULES[action];
  switch (rule) {
    case 'everybody':
      return true;
    case 'amounts':
    case 'portfolio':
      return isManager || isIn(permissions[rule]);
    case 'managers':
      return isManager;
    case 'managers_or_installer':
      return isManager || (installedBy !== null && installedBy === userId);
  }
}
