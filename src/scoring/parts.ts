/** What an account is made of, and which parts of it are others than at an earlier moment. */
import type { FullView } from './account-view.ts';
import { ACTIVITY_TYPES, type ActivityType } from './object-types.ts';

/** Some parts of an account, one bit each: at every moment it is asked of every signal whether one of its own is another. */
export type Parts = number;

const OF_TYPE = new Map<ActivityType, Parts>(ACTIVITY_TYPES.map((type, place) => [type, 1 << place]));
/** Custom objects are few, and share one: where records of one are others, those of the others count as such. */
const CUSTOM_OBJECTS: Parts = 1 << ACTIVITY_TYPES.length;
const partOf = (type: ActivityType): Parts => OF_TYPE.get(type) ?? CUSTOM_OBJECTS;

/** What is told to us alone: pulses and usage. */
export const TOLD: Parts = CUSTOM_OBJECTS << 1;
const ALL: Parts = -1;

export const partsOf = (types: readonly ActivityType[]): Parts =>
  types.reduce((parts, type) => parts | partOf(type), 0);

/** Which parts are others than at a moment before, of records those of these types; where the company itself is, all. */
export function changedSince(before: FullView | undefined, account: FullView, types: readonly ActivityType[]): Parts {
  if (before === undefined || account.company !== before.company || !account.now.follows(before.now)) return ALL;
  let changed = account.pulse !== before.pulse || account.usage !== before.usage ? TOLD : 0;
  for (const type of types) if (account[type] !== before[type]) changed |= partOf(type);
  return changed;
}
