import { type AccountView, isLogged, type KnownRecord } from './account-view.ts';
import { putInOrder } from './in-order.ts';
import { isInbound, isSent, MAIL_READS, silenceCounts } from './mail.ts';
import { MEETING_READS, startOf, takesPlace } from './meetings.ts';
import { latest } from './once.ts';

/** What a signal must read to follow who got in touch with whom, over every channel. */
export const CONVERSATION_READS = {
  ...MAIL_READS,
  ...MEETING_READS,
  calls: ['hs_timestamp', 'hs_call_direction', 'hs_call_duration', 'hubspot_owner_id'],
  communications: ['hs_timestamp'],
} as const;

/** Without a duration no call of ours is known to have become a conversation, and without owners no silence counts by calls. */
export const CONVERSATION_SPARES = { calls: ['hs_call_duration', 'hubspot_owner_id'] } as const;

/** One time that somebody got in touch, or two sides met. */
export interface Touch<R extends KnownRecord = KnownRecord> {
  /** Ms since 1970 UTC; at or before the view's moment. */
  readonly at: number;
  readonly channel: 'email' | 'call' | 'talk' | 'meeting' | 'message';
  /** The account took part in it, rather than being written to or called. */
  readonly inbound: boolean;
  /** We did. */
  readonly outbound: boolean;
  readonly record: R;
}

export interface ConversationSettings {
  readonly heldOutcomes: readonly string[];
  /** A call of ours that lasted this long was a conversation. */
  readonly talkMinutes: number;
}

const MINUTE_MS = 60_000;

type ConversationView = AccountView<typeof CONVERSATION_READS>;
type Channel = 'emails' | 'calls' | 'meetings' | 'communications';

/** The view, whatever else of these records is read besides. */
type Conversations<E, C, M, X> = Pick<ConversationView, 'now'> & {
  readonly emails: readonly E[];
  readonly calls: readonly C[];
  readonly meetings: readonly M[];
  readonly communications: readonly X[];
};
type RecordOf<T extends Channel> = ConversationView[T][number];

/** By time, then by the record's type and id. */
const isBefore = (a: Touch, b: Touch): boolean => {
  if (a.at !== b.at) return a.at < b.at;
  const [one, other] = [a.record, b.record];
  return one.objectType === other.objectType ? one.id < other.id : one.objectType < other.objectType;
};

/** Two lists in order as one. */
function merged(some: readonly Touch[], others: readonly Touch[]): readonly Touch[] {
  if (others.length === 0) return some;
  const all: Touch[] = [];
  let place = 0;
  for (const touch of some) {
    for (let other = others[place]; other !== undefined && isBefore(other, touch); other = others[place]) {
      all.push(other);
      place += 1;
    }
    all.push(touch);
  }
  for (; place < others.length; place += 1) all.push(others[place] as Touch);
  return all;
}

/**
 * Every touch that the view knows, oldest first. Emails and calls go one way, but for a call of ours that lasted; meetings that
 * were held go both. So do messages (WhatsApp, LinkedIn, SMS), as HubSpot does not tell who wrote them.
 */
export function touches<
  E extends RecordOf<'emails'>,
  C extends RecordOf<'calls'>,
  M extends RecordOf<'meetings'>,
  X extends RecordOf<'communications'>,
>(
  { now, emails, calls, meetings, communications }: Conversations<E, C, M, X>,
  { heldOutcomes, talkMinutes }: ConversationSettings,
): readonly Touch<E | C | M | X>[] {
  const known = knownTouches(emails, calls, communications, meetings, heldOutcomes, talkMinutes);
  const { met } = known;
  let held = met.length;
  for (let last = met.at(-1); last !== undefined && !now.hasCome(last.at); last = met[held - 1]) held -= 1;
  return (held === met.length ? known.all : together(known.written, met, held)) as readonly Touch<E | C | M | X>[];
}

/** Several signals ask for them, of the same lists, moment after moment. */
const knownTouches = latest(
  (
    emails: readonly RecordOf<'emails'>[],
    calls: readonly RecordOf<'calls'>[],
    communications: readonly RecordOf<'communications'>[],
    meetings: readonly RecordOf<'meetings'>[],
    heldOutcomes: readonly string[],
    talkMinutes: number,
  ) => {
    const written = messagesOf(emails, calls, communications, talkMinutes);
    const met = meetingsOf(meetings, heldOutcomes);
    return { written, met, all: merged(written, met) };
  },
);

/** The meetings that are held, or will have been by their outcome, as soon as they began: by their beginning. */
const meetingsOf = latest(
  (meetings: readonly RecordOf<'meetings'>[], heldOutcomes: readonly string[]): readonly Touch[] =>
    putInOrder(
      meetings
        .filter((meeting) => takesPlace(meeting, heldOutcomes))
        .map((record): Touch => ({ at: startOf(record), channel: 'meeting', inbound: true, outbound: true, record })),
      isBefore,
    ),
);

/** Where some of the meetings are still to come. */
const together = latest((written: readonly Touch[], met: readonly Touch[], held: number): readonly Touch[] =>
  merged(written, met.slice(0, held)),
);

/** What went to and fro but meetings. */
function messagesOf(
  emails: readonly RecordOf<'emails'>[],
  calls: readonly RecordOf<'calls'>[],
  communications: readonly RecordOf<'communications'>[],
  talkMinutes: number,
): readonly Touch[] {
  const mail: Touch[] = [];
  for (const record of emails) {
    const inbound = isInbound(record);
    const outbound = isSent(record);
    if (inbound || outbound) mail.push({ at: record.bornAt, channel: 'email', inbound, outbound, record });
  }
  const talks: Touch[] = [];
  for (const record of calls) {
    const { hs_call_direction: direction, hs_call_duration: lastedMs } = record.values;
    const outbound = direction === 'OUTBOUND';
    const talked = outbound && (lastedMs ?? 0) >= talkMinutes * MINUTE_MS;
    const inbound = direction === 'INBOUND' || talked;
    if (inbound || outbound)
      talks.push({ at: record.bornAt, channel: talked ? 'talk' : 'call', inbound, outbound, record });
  }
  const messages = communications.map(
    (record): Touch => ({ at: record.bornAt, channel: 'message', inbound: true, outbound: true, record }),
  );
  return merged(merged(mail, talks), messages);
}

/**
 * Whether silence on every channel may count against the account (scoring.md, rule 4): its owner's mail or calls can be read and were
 * being logged in the last `days` days. Where the owner is not known, by whoever wrote last, or called.
 */
export function conversationSilenceCounts(account: ConversationView, days: number): boolean {
  if (silenceCounts(account, days)) return true;
  const { blocked, missingProperties } = account.portal.sources.calls;
  const told = ['hs_timestamp', 'hs_call_direction', 'hubspot_owner_id'];
  if (blocked !== null || told.some((property) => missingProperties.includes(property))) return false;
  const caller = account.calls.findLast(
    ({ values }) => values.hs_call_direction === 'OUTBOUND' && values.hubspot_owner_id,
  )?.values.hubspot_owner_id;
  const owner = account.company.values.hubspot_owner_id ?? caller;
  return typeof owner === 'string' && isLogged(account, 'calls', owner, days);
}
