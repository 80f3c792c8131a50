/**
 * Who may see and change what, and who changed what: what the server answers to `GET` and `PUT /api/settings/permissions` and to `GET
 * /api/settings/audit`. Types only, no dependencies.
 */

/** Whom an admin lets see something, beyond super admins. Ids are HubSpot's, of users and teams. */
export interface Audience {
  everybody: boolean;
  userIds: string[];
  teamIds: string[];
}

export interface Permissions {
  /** Amounts of money, and subjects of emails. */
  amounts: Audience;
  portfolio: Audience;
  /** Who may change settings, these included; they see everything. */
  managers: { userIds: string[] };
}

/** What is sent to change them. */
export interface PermissionsChange {
  /** Of the answer that was looked at. Where somebody changed them since, the answer is 409 and nothing is changed. */
  version: number;
  permissions: Permissions;
}

export interface PermissionsAnswer {
  /** Rises with each change; 0: nobody has changed them. */
  version: number;
  /** Null for those who may not change them. */
  permissions: Permissions | null;
  you: {
    /** Null where HubSpot did not say. */
    userId: string | null;
    /** By what may be done: `see_amounts`, `see_portfolio`, `change_model`, `change_permissions`, `start_writing` ... */
    may: Record<string, boolean>;
    /** Why your rights in HubSpot could not be checked, so that you count as an ordinary user, in a sentence; null: they were. */
    unknown: string | null;
  };
}

/** Who changed what, newest first. */
export interface AuditPage {
  entries: {
    id: number;
    /** ISO 8601 UTC. */
    at: string;
    kind: string;
    /** What was changed, in a sentence. */
    text: string;
    /** Who did, as people call them. */
    byText: string;
    by:
      | { kind: 'user'; userId: string; email: string | null }
      | { kind: 'command'; login: string }
      | { kind: 'service' };
    /** What it was done to, where there are several: the id of a company or key, the name of a model. */
    about: string | null;
    /** Null: there was nothing before, or there is nothing after. */
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  }[];
  /** Ask again with `?after=` this; null: that was all. */
  next: string | null;
  /** Why you may not read it, in a sentence; null: you may. */
  refused: string | null;
}
