/** A version of one row of product usage, as it was posted to us. Times in ms since 1970 UTC. */
export interface UsageVersion {
  /** What is counted: `logins`, `active_users` ... */
  readonly metric: string;
  /** Tells the rows of one metric apart; a later version of the same key takes the place of the earlier one. */
  readonly key: string;
  /** When it was so. */
  readonly at: number;
  /** >= 0, finite. */
  readonly value: number;
  /** When it was posted. */
  readonly seenAt: number;
}

/** How much of something was used, and when. */
export type Usage = Pick<UsageVersion, 'metric' | 'at' | 'value'>;

const byTime = (a: UsageVersion, b: UsageVersion): number =>
  a.at - b.at || (a.metric < b.metric ? -1 : a.metric > b.metric ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

const NOTHING: readonly UsageVersion[] = [];

/** Whether one version of a row takes the place of another. The store holds no two of one moment; were there two, the lesser would stand. */
export const replaces = (one: UsageVersion, other: UsageVersion): boolean =>
  one.seenAt !== other.seenAt
    ? one.seenAt > other.seenAt
    : one.value !== other.value
      ? one.value < other.value
      : one.at < other.at;

/**
 * The usage that could be known at a moment, by time. As with records: once the portal was posting, what had not been posted by
 * then does not count; before that its dates decide.
 */
export function usageAt(
  versions: readonly UsageVersion[],
  asOf: number,
  runningSince: number | null,
): readonly UsageVersion[] {
  if (versions.length === 0) return NOTHING;
  const isRunning = runningSince !== null && asOf >= runningSince;
  const latest = new Map<string, UsageVersion>();
  for (const version of versions) {
    if (isRunning && version.seenAt > asOf) continue;
    const id = `${version.metric}/${version.key}`;
    const other = latest.get(id);
    if (other === undefined || replaces(version, other)) latest.set(id, version);
  }
  return [...latest.values()].filter(({ at }) => at <= asOf).sort(byTime);
}
