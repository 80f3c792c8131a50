/** The way of events from HubSpot to an app, at its worst: twice, late, in no order. */
import type { PortalEvent } from '../../src/local/sandbox/events.ts';
import type { Random } from '../../src/local/sandbox/generate/prng.ts';

export interface EventStream {
  /** Takes an event in, to be sent sooner or later. */
  push(event: PortalEvent): void;
  /** The requests that are due at a turn of 0 to the number of turns; at the last, all that is left. */
  due(turn: number): readonly (readonly PortalEvent[])[];
  /** Events taken in, and those sent, copies included. */
  readonly pushed: number;
  readonly sent: number;
}

/** HubSpot sends fewer than 100 at once. */
const MOST_IN_REQUEST = 99;

/** Half of all events come within a few turns, the others at any time until the end; every seventh comes again. */
export function makeEventStream(random: Random, turns: number): EventStream {
  let waiting: { readonly event: PortalEvent; readonly turn: number }[] = [];
  let now = 0;
  let pushed = 0;
  let sent = 0;
  const later = () => (random.chance(0.5) ? now + random.whole(0, 3) : random.whole(now, turns));

  return {
    push(event) {
      pushed += 1;
      waiting.push({ event, turn: later() });
      for (let attemptNumber = 1; random.chance(0.15); attemptNumber++)
        waiting.push({ event: { ...event, attemptNumber }, turn: later() });
    },
    due(turn) {
      now = turn;
      const isDue = (one: (typeof waiting)[number]) => turn >= turns || one.turn <= turn;
      const events = shuffled(
        random,
        waiting.filter(isDue).map(({ event }) => event),
      );
      waiting = waiting.filter((one) => !isDue(one));
      sent += events.length;
      const requests: PortalEvent[][] = [];
      while (events.length > 0) requests.push(events.splice(0, random.whole(1, MOST_IN_REQUEST)));
      return requests;
    },
    get pushed() {
      return pushed;
    },
    get sent() {
      return sent;
    },
  };
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
