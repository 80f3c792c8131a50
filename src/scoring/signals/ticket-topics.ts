import type { KnownRecord } from '../account-view.ts';
import { evidence, refTo } from '../evidence.ts';
import { defineSignal, unknown } from '../signal.ts';
import { TICKET_READS, tookWork } from '../tickets.ts';

const MONTH_DAYS = 30;

type Ticket = KnownRecord<'tickets', (typeof TICKET_READS)['tickets'][number] | 'hs_ticket_category'>;

interface Topic {
  readonly name: string;
  /** Newest first. */
  readonly tickets: readonly Ticket[];
  /** Tickets of the last month. */
  readonly now: number;
  /** Tickets a month in the months before. */
  readonly norm: number;
  /** Months, of those looked at, in which it came up. */
  readonly months: number;
  /** Tickets of the last month beyond the norm, over the norm and one; 0 where they are too few to speak of. */
  readonly growing: number;
  /** The share of the months in which it came up; 0 where they are too few to speak of. */
  readonly recurring: number;
}

/** As people write it: HubSpot's own categories are `PRODUCT_ISSUE` and the like. */
const spoken = (category: string): string => {
  const text = category.trim().replaceAll('_', ' ');
  return text === text.toUpperCase() ? text.toLowerCase() : text;
};

/**
 * The weight of the topics (ticket categories) that grow or keep coming back, for the size of the account: how far a topic's last
 * 30 days are beyond its own months before, and in how many of the months it came up. A topic that comes at a steady, low pace in
 * a large account weighs little; one that used to come and no longer does falls out by itself.
 */
export const ticketTopics = defineSignal({
  key: 'ticket_topics',
  unit: 'load',
  better: 'lower',
  reads: {
    tickets: [...TICKET_READS.tickets, 'hs_ticket_category'],
    companies: ['createdate'],
    contacts: ['createdate'],
  },
  // A company of unknown age counts as old, which makes its months before look the quieter; fewer contacts, as smaller.
  spares: { tickets: ['subject'], companies: ['createdate'], contacts: ['createdate'] },
  connectedBy: { tickets: ['hs_ticket_category'] },
  settings: { months: 6, recurringMonths: 3, growingTickets: 2, contactsPerTopic: 50 },
  measure(account, { months, recurringMonths, growingTickets, contactsPerTopic }) {
    const monthsAgo = (at: number) => Math.floor(account.now.daysSince(at) / MONTH_DAYS);
    const recent = account.tickets.filter((ticket) => tookWork(ticket) && monthsAgo(ticket.bornAt) < months);
    const silent = { days: months * MONTH_DAYS };
    if (recent.length === 0)
      return { kind: 'measured', raw: 0, silent: true, evidence: () => evidence('silent', silent) };
    if (recent.some(({ values }) => values.hs_ticket_category === undefined)) return unknown('not_known_then');

    // Before the portal had tickets, or the account was there, nothing could come up: those months are no norm.
    const portalSince = account.portal.sources.tickets.firstRecordAt ?? account.now.ms;
    const accountSince = Math.min(account.company.values.createdate ?? 0, account.tickets[0]?.bornAt ?? 0);
    const monthsBefore = Math.min(months, monthsAgo(Math.max(portalSince, accountSince))) - 1;
    if (monthsBefore < 1) return unknown('too_new', { days: 2 * MONTH_DAYS });

    const byName = new Map<string, Ticket[]>();
    for (const ticket of recent.toReversed())
      for (const name of new Set((ticket.values.hs_ticket_category ?? '').split(';').filter(Boolean)))
        byName.set(name, [...(byName.get(name) ?? []), ticket]);
    if (byName.size === 0) return unknown('no_data');
    const topics = [...byName].map(([name, tickets]): Topic => {
      const ages = tickets.map(({ bornAt }) => monthsAgo(bornAt));
      const now = ages.filter((age) => age === 0).length;
      const norm = (tickets.length - now) / monthsBefore;
      const came = new Set(ages).size;
      return {
        name,
        tickets,
        now,
        norm,
        months: came,
        growing: now < growingTickets ? 0 : Math.max(0, now - norm) / (1 + norm),
        recurring: came < recurringMonths ? 0 : came / months,
      };
    });
    const loadOf = (topic: Topic) => topic.growing + topic.recurring;
    const worstFirst = topics.toSorted((a, b) => loadOf(b) - loadOf(a) || (a.name < b.name ? -1 : 1));
    const load = worstFirst.reduce((total, topic) => total + loadOf(topic), 0);
    const worst = worstFirst[0];
    if (worst === undefined || load === 0) {
      const values = { topics: topics.length, months };
      return { kind: 'measured', raw: 0, evidence: () => evidence('steady', values) };
    }
    const values = {
      topic: spoken(worst.name),
      now: worst.now,
      norm: Math.round(worst.norm * 10) / 10,
      came: worst.months,
      months,
      others: worstFirst.filter((topic) => loadOf(topic) > 0).length - 1,
    };
    const recurring = worst.months === months ? 'every_month' : 'recurring';
    return {
      kind: 'measured',
      raw: load / (1 + account.contacts.length / contactsPerTopic),
      evidence: () =>
        evidence(
          worst.growing >= worst.recurring ? 'growing' : recurring,
          values,
          worst.tickets.map((ticket) => refTo(ticket, ticket.values.subject)),
        ),
    };
  },
});
