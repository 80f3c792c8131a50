import { RetryLater } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import type { PlayWork } from '../playbooks/play-work.ts';
import type { ExamineConnection } from './settings/connection-route.ts';
import type { FindPeople } from './settings/people-route.ts';
import type { Pickers } from './settings/pickers.ts';
import type { PreviewWork } from './settings/preview-route.ts';
import type { ScheduleWork } from './settings/schedule-route.ts';
import type { SegmentsWork } from './settings/segments-route.ts';

/**
 * What routes have done for a portal that they cannot do themselves: calls of its HubSpot account, and work of jobs. The composition root
 * fills it (src/jobs/portal-work.ts). A piece of work throws RetryLater where HubSpot does not answer, or where nobody serves the portal
 * here; the app answers that with 503.
 */
export interface PortalWork {
  readonly plays: PlayWork;
  readonly segments: SegmentsWork;
  readonly preview: PreviewWork;
  readonly connection: ExamineConnection;
  readonly people: FindPeople;
  readonly pickers: Pickers;
  readonly schedule: ScheduleWork;
  /** Has a cycle begin from now on; where none are run here it is nothing. */
  readonly cycleAnew: (portal: PortalId) => void;
}

/** For a service, or a test, in which no portal is served. */
export const notServed = (): Promise<never> => Promise.reject(new RetryLater('No portal is served here.', 60_000));

export const NO_WORK: PortalWork = {
  plays: { makeTask: notServed, basis: notServed },
  segments: { read: notServed, make: notServed },
  preview: { begin: notServed, look: () => ({ state: 'none' }) },
  connection: notServed,
  people: notServed,
  pickers: { properties: notServed, pipelines: notServed },
  schedule: { reschedule: async () => {}, next: () => [] },
  cycleAnew: () => {},
};
