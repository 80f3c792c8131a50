import {
  CONVERSATION_READS,
  CONVERSATION_SPARES,
  conversationSilenceCounts,
  type Touch,
  touches,
} from '../conversations.ts';
import { dayOf, evidence, refTo } from '../evidence.ts';
import { HELD_OUTCOMES } from '../meetings.ts';
import { defineSignal, unknown } from '../signal.ts';

/** The sentence for the channel of their last sign of life. */
const MESSAGES: Readonly<Record<Touch['channel'], string>> = {
  email: 'wrote',
  call: 'called',
  talk: 'talked',
  meeting: 'met',
  message: 'messaged',
};

/**
 * Days since the account last got in touch with us, by mail, call, meeting or message; counted from our first try where it never
 * did, which is silence, however short.
 */
export const twoWayContact = defineSignal({
  key: 'two_way_contact',
  unit: 'days',
  better: 'lower',
  reads: CONVERSATION_READS,
  spares: CONVERSATION_SPARES,
  connectedBy: { emails: [], calls: [], meetings: [], communications: [] },
  settings: { windowDays: 90, silentAfterDays: 30, talkMinutes: 2, heldOutcomes: HELD_OUTCOMES },
  measure(account, { windowDays, silentAfterDays, talkMinutes, heldOutcomes }) {
    const all = touches(account, { talkMinutes, heldOutcomes });
    const last = all.findLast(({ inbound }) => inbound);
    const start = last ?? all[0];
    const days = start === undefined ? 0 : account.now.daysSince(start.at);
    const silent = last === undefined;
    if ((silent || days > silentAfterDays) && !conversationSilenceCounts(account, silentAfterDays))
      return unknown('not_logged');
    if (start === undefined) return unknown('no_data');

    const tell = () => {
      const recent = all.filter(({ at }) => account.now.isWithin(at, windowDays));
      const sent = recent.filter(({ outbound }) => outbound);
      const values = {
        days,
        last: dayOf(start.at),
        sent: sent.length,
        received: recent.filter(({ inbound }) => inbound).length,
        channel: start.channel,
        windowDays,
      };
      const unanswered = sent.filter(({ at }) => last === undefined || at > last.at).toReversed();
      const records = (unanswered.length > 0 ? unanswered : [start]).map(({ record, at }) => ({
        ...refTo(record, null),
        at,
      }));
      return evidence(silent ? 'never' : recent.length === 0 ? 'quiet' : MESSAGES[start.channel], values, records);
    };
    return { kind: 'measured', raw: days, silent, evidence: tell };
  },
});
