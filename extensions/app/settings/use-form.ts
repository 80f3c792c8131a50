import type { Kept } from './kept.ts';

/** A form over something that is kept with a version. What was changed and not saved outlives tabs and failures. */
export interface Form<Value> {
  /** What to show: what was entered, else what holds. */
  readonly value: Value;
  readonly isChanged: boolean;
  /** Somebody changed what holds after this form was begun. Saving replaces theirs. */
  readonly isStale: boolean;
  /** Makes the next value of what was entered up to now: HubSpot may tell of two inputs before the page is drawn again. */
  change(make: (now: Value) => Value): void;
  /** What was entered up to now, for a button: what it was drawn with may be older than the field left by pressing it. */
  latest(): Value;
  /** Gives up what was entered. */
  reset(): void;
  /** What was sent is what holds now; what was entered since goes on from there. */
  saved(sent: Value, version: number): void;
}

interface Entered<Value> {
  /** The version that held when the form was begun. */
  readonly base: number;
  readonly value: Value;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * @param name the form's own, among those of the page
 * @param held what the server said last; its value has its keys in the order of the form's
 */
export function formOf<Value>(
  kept: Kept,
  name: string,
  held: { readonly version: number; readonly value: Value },
): Form<Value> {
  /** What was entered and is not what holds: what was saved while its answer got lost is not somebody else's change. */
  const read = (): Entered<Value> | undefined => {
    const entered = kept.get<Entered<Value>>(name);
    return entered === undefined || same(entered.value, held.value) ? undefined : entered;
  };
  const entered = read();
  return {
    value: entered === undefined ? held.value : entered.value,
    isChanged: entered !== undefined,
    isStale: entered !== undefined && entered.base !== held.version,
    change: (make) => {
      const now = read() ?? { base: held.version, value: held.value };
      kept.set(name, { base: now.base, value: make(now.value) });
    },
    latest: () => (read() ?? held).value,
    reset: () => kept.set(name, undefined),
    saved: (sent, version) => {
      const now = kept.get<Entered<Value>>(name);
      kept.set(name, now === undefined || same(now.value, sent) ? undefined : { base: version, value: now.value });
    },
  };
}
