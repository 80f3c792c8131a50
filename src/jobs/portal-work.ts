/** What the HTTP service has done for a portal: calls of its HubSpot account, and work that goes beyond one request. */
import { draftModel } from '../portal-model/portal-model.ts';
import { makePlayWork } from './play-work.ts';
import { makeExamineConnection } from './portal-connection.ts';
import { makeFindPeople } from './portal-people.ts';
import { makePickers } from './portal-pickers.ts';
import { makePortalSegments } from './portal-segments.ts';
import { makeModelPreviews } from './preview-model.ts';
import type { WorkOptions } from './work-options.ts';

/** Each piece throws RetryLater where HubSpot does not answer, or nobody serves the portal here. */
export function makePortalWork(options: WorkOptions) {
  return {
    plays: makePlayWork(options),
    segments: makePortalSegments(options),
    preview: makeModelPreviews({ ...options, draftOf: draftModel }),
    connection: makeExamineConnection(options),
    people: makeFindPeople(options),
    pickers: makePickers(options),
    schedule: { reschedule: options.reschedule, next: options.nextCycles },
    cycleAnew: options.cycleAnew,
  };
}
