import type { FullView } from './account-view.ts';
import type { ActivityType } from './object-types.ts';
import { activityTypes, type PortalContext, sourceOf } from './portal-context.ts';

/** A type of records that cannot be read any more. */
export interface Loss {
  readonly name: ActivityType;
  /** When it was found lost, ms. */
  readonly at: number;
}

/** What the portal had lost by the view's moment. */
export const lossesOf = ({ now, portal }: FullView): readonly Loss[] =>
  activityTypes(portal).flatMap((name) => {
    const { blocked, lostAt: at } = sourceOf(portal, name);
    return blocked !== null && at !== undefined && now.hasCome(at) ? [{ name, at }] : [];
  });

/** The portal as if these had not been lost. */
export function givenBack(portal: PortalContext, losses: readonly Loss[]): PortalContext {
  const back = losses.map(({ name }) => [name, { ...sourceOf(portal, name), blocked: null }]);
  return { ...portal, sources: { ...portal.sources, ...Object.fromEntries(back) } };
}
