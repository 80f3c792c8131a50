import { activityTypes, type PortalContext, sourceOf } from './portal-context.ts';

/** Whether a source of the portal came or went after a moment (ms): a type of records, the app's pulses, or the usage posted to us. */
export function sourcesChanged(portal: PortalContext, since: number): boolean {
  const moments = activityTypes(portal).flatMap((type) => {
    const { firstReadAt, lostAt, regained } = sourceOf(portal, type);
    return [firstReadAt, lostAt, regained?.at];
  });
  return [...moments, portal.pulsesSince, portal.usage?.runningSince].some((at) => at !== undefined && at > since);
}
