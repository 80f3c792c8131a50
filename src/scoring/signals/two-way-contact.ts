import { daysBetween } from '../account-view.ts';
import { dayOf, evidence, refTo } from '../evidence.ts';
import { isInbound, isSent, MAIL_READS, recentEmails, silenceCounts } from '../mail.ts';

import { defineSignal, unknown } from '../signal.ts';

/**
 * Days since the account last wrote to us; counted from our first email where it never did, which is silence, however short.
 */
export const twoWayContact = defineSignal({
  key: 'two_way_contact',
  unit: 'days',
  better: 'lower',
  reads: MAIL_READS,
  connectedBy: { emails: [] },
  settings: { windowDays: 90, silentAfterDays: 30 },
  measure(account, { windowDays, silentAfterDays }) {
    const last = account.emails.findLast(isInbound);
    const start = last ?? account.emails.find(isSent);
    const days = daysBetween(account.calendar, start?.bornAt ?? account.asOf, account.asOf);
    const silent = last === undefined;
    if ((silent || days > silentAfterDays) && !silenceCounts(account, silentAfterDays)) return unknown('not_logged');
    if (start === undefined) return unknown('no_data');
    const recent = recentEmails(account, windowDays);
    const sent = recent.filter(isSent);
    const values = {
      days,
      last: dayOf(start.bornAt),
      sent: sent.length,
      received: recent.filter(isInbound).length,
      windowDays,
    };
    const unanswered = sent.filter((email) => last === undefined || email.bornAt > last.bornAt).toReversed();
    const records = (unanswered.length > 0 ? unanswered : [start]).map((email) => refTo(email, null));
    return { kind: 'measured', raw: days, silent, evidence: evidence(silent ? 'never' : 'last', values, records) };
  },
});
