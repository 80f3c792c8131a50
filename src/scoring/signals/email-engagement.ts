import { evidence, refTo } from '../evidence.ts';
import { isSent, recentEmails } from '../mail.ts';

import { defineSignal, unknown } from '../signal.ts';

const filled = (count: number | null | undefined): number => ((count ?? 0) > 0 ? 1 : 0);

/**
 * How much of our mail is answered: per email sent, 1 for a reply, else a part of it for a click, less for an open, which mail
 * privacy makes unsure. Marketing mail to the account's contacts stands in where there are too few personal emails. Where the counts
 * of some of it were not known, the rest would be no share of it: unknown.
 */
export const emailEngagement = defineSignal({
  key: 'email_engagement',
  unit: 'share',
  better: 'higher',
  reads: {
    emails: [
      'hs_timestamp',
      'hs_email_direction',
      'hs_email_status',
      'hs_email_open_count',
      'hs_email_click_count',
      'hs_email_reply_count',
    ],
    contacts: ['createdate', 'hs_email_delivered', 'hs_email_open', 'hs_email_click'],
  },
  spares: { emails: ['hs_email_open_count', 'hs_email_click_count', 'hs_email_reply_count'] },
  connectedBy: {
    emails: ['hs_email_open_count', 'hs_email_click_count', 'hs_email_reply_count'],
    contacts: ['hs_email_delivered'],
  },
  settings: { windowDays: 90, minimumEmails: 3, clickWorth: 0.6, openWorth: 0.25 },
  measure(account, { windowDays, minimumEmails, clickWorth, openWorth }) {
    const sent = recentEmails(account, windowDays).filter(isSent);
    const counted = sent.filter(({ values }) => values.hs_email_open_count !== undefined);
    const isCounting = !account.portal.sources.emails.missingProperties.includes('hs_email_open_count');
    if (isCounting && sent.length >= minimumEmails && counted.length < sent.length) return unknown('not_known_then');
    if (counted.length >= minimumEmails) {
      const worth = ({ values }: (typeof counted)[number]) =>
        Math.max(
          filled(values.hs_email_reply_count),
          clickWorth * filled(values.hs_email_click_count),
          openWorth * filled(values.hs_email_open_count),
        );
      const raw = counted.reduce((total, email) => total + worth(email), 0) / counted.length;
      const tell = () => {
        const count = (property: 'hs_email_open_count' | 'hs_email_click_count' | 'hs_email_reply_count') =>
          counted.filter(({ values }) => filled(values[property])).length;
        const values = {
          sent: counted.length,
          opened: count('hs_email_open_count'),
          clicked: count('hs_email_click_count'),
          replied: count('hs_email_reply_count'),
          days: windowDays,
        };
        const ignored = counted.filter((email) => worth(email) === 0).toReversed();
        return evidence(
          'personal',
          values,
          ignored.map((email) => refTo(email, null)),
        );
      };
      return { kind: 'measured', raw, evidence: tell };
    }
    if (account.contacts.some(({ values }) => values.hs_email_delivered === undefined))
      return unknown('not_known_then');
    const total = (property: 'hs_email_delivered' | 'hs_email_open' | 'hs_email_click') =>
      account.contacts.reduce((sum, { values }) => sum + (values[property] ?? 0), 0);
    const delivered = total('hs_email_delivered');
    if (delivered >= minimumEmails) {
      const opened = total('hs_email_open');
      const clicked = total('hs_email_click');
      const raw = Math.min(1, Math.max(clickWorth * clicked, openWorth * opened) / delivered);
      return { kind: 'measured', raw, evidence: () => evidence('marketing', { delivered, opened, clicked }) };
    }
    if (sent.length >= minimumEmails) return unknown('not_known_then');
    return unknown('too_few', { count: sent.length, minimum: minimumEmails });
  },
});
