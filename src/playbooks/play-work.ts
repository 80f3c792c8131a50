/** What a service does about tasks for a portal, as its routes ask for it. */
import type { ActionKind } from '@account-health/contract/card';
import type { Stage } from '@account-health/contract/playbooks';
import type { CompanyId, PortalId } from '../ids.ts';
import type { SignedPerson } from '../permissions/user-rights.ts';

export interface TaskAsked {
  readonly companyId: CompanyId;
  readonly kind: ActionKind;
  readonly by: SignedPerson;
}

/** Why no task can be made at all: nobody lets us write yet, or HubSpot does not grant what it takes. */
export type TaskObstacle =
  | { readonly why: 'not_writing' }
  | { readonly why: 'scopes'; readonly scopes: readonly string[] };

export type TaskMade =
  | {
      readonly state: 'made' | 'open_already';
      readonly taskId: string;
      readonly subject: string;
      /** Ms since 1970 UTC. */
      readonly dueAt: number;
      /** Whose it is, as people call them; null: nobody's. */
      readonly owner: string | null;
    }
  | {
      readonly state: 'refused';
      /** `no_answer`: it may have been made; `unreachable`: it was not. */
      readonly because:
        | TaskObstacle
        | { readonly why: 'not_scored' | 'no_answer' | 'unreachable' }
        | { readonly why: 'hubspot'; readonly reason: string };
    };

export interface PlayWork {
  /** Makes a task for whoever looks after the company, unless one of its kind is open. Once, also where it is asked for again. */
  makeTask(portal: PortalId, asked: TaskAsked): Promise<TaskMade>;
  /** What the playbooks' settings go by. @throws RetryLater where the portal is not served here. */
  basis(portal: PortalId): Promise<PlayBasis>;
}

export interface PlayBasis {
  readonly obstacle: TaskObstacle | null;
  /** The app's own, in the language of the texts written into the portal. */
  readonly advice: Readonly<Record<Stage, string>>;
}
