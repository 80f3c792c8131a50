/** What the HTTP service has done for a portal: calls of its HubSpot account, and work that goes beyond one request. */
import type { PortalId } from '../ids.ts';
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
  const preview = makeModelPreviews({ ...options, draftOf: draftModel });
  const connection = makeExamineConnection(options);
  const people = makeFindPeople(options);
  return {
    plays: makePlayWork(options),
    segments: makePortalSegments(options),
    preview,
    connection: connection.examine,
    people: people.find,
    pickers: makePickers(options),
    schedule: { reschedule: options.reschedule, next: options.nextCycles },
    cycleAnew: options.cycleAnew,
    /** Of a portal that is served here no more: ends what is under way for it, and holds nothing of it in memory any more. */
    forget(portal: PortalId): void {
      for (const one of [preview, connection, people]) one.forget(portal);
    },
  };
}
