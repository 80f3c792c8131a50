import { CONVERSATION_READS, CONVERSATION_SPARES, conversationSilenceCounts, touches } from '../conversations.ts';
import { evidence, refTo } from '../evidence.ts';
import { HELD_OUTCOMES } from '../meetings.ts';
import { latest } from '../once.ts';
import { defineSignal, unknown } from '../signal.ts';

const idsOf = latest((records: readonly { readonly id: string }[]) => new Set(records.map(({ id }) => id)));

/**
 * Distinct people in touch over how many an account of this size should have: one of `contactsPerPerson` of its contacts, at
 * most `enoughPeople`, and at least `fewestPeople`, as one lost champion is a risk; but one is enough where the company is known
 * to have no more than `tinyEmployees`.
 */
export const contactBreadth = defineSignal({
  key: 'contact_breadth',
  unit: 'ratio',
  better: 'higher',
  reads: {
    ...CONVERSATION_READS,
    companies: [...CONVERSATION_READS.companies, 'numberofemployees'],
    emails: [...CONVERSATION_READS.emails, 'contacts'],
    calls: [...CONVERSATION_READS.calls, 'contacts'],
    meetings: [...CONVERSATION_READS.meetings, 'contacts'],
    communications: [...CONVERSATION_READS.communications, 'contacts'],
    contacts: ['firstname', 'lastname', 'createdate'],
  },
  spares: { ...CONVERSATION_SPARES, companies: ['numberofemployees'], contacts: ['firstname', 'lastname'] },
  connectedBy: { emails: ['contacts'], calls: ['contacts'], meetings: ['contacts'], communications: ['contacts'] },
  settings: {
    windowDays: 90,
    contactsPerPerson: 3,
    fewestPeople: 2,
    enoughPeople: 5,
    tinyEmployees: 3,
    talkMinutes: 2,
    heldOutcomes: HELD_OUTCOMES,
  },
  measure(account, settings) {
    const { asOf, calendar, contacts, company } = account;
    if (contacts.length === 0) return unknown('no_data');
    const own = idsOf(contacts);
    // Somebody we merely write to is not in touch: only what they took part in counts.
    const from = calendar.daysAgo(asOf, settings.windowDays);
    const people = new Set<string>();
    let received = 0;
    const all = touches(account, settings);
    for (let place = all.findLastIndex(({ at }) => at < from) + 1; place < all.length; place += 1) {
      const touch = all[place];
      if (!touch?.inbound) continue;
      received += 1;
      for (const id of touch.record.values.contacts ?? []) if (own.has(id)) people.add(id);
    }
    // They got in touch, and nobody knows who.
    if (people.size === 0 && received > 0) return unknown('no_data');
    if (people.size === 0 && !conversationSilenceCounts(account, settings.windowDays)) return unknown('not_logged');

    const employees = company.values.numberofemployees ?? Number.POSITIVE_INFINITY;
    const fewest = employees <= settings.tinyEmployees ? 1 : settings.fewestPeople;
    const ofContacts = Math.ceil(own.size / settings.contactsPerPerson);
    const expected = Math.max(1, fewest, Math.min(settings.enoughPeople, ofContacts));
    const silent = people.size === 0;
    const tell = () => {
      const records = contacts
        .filter(({ id }) => !people.has(id))
        .map((contact) =>
          refTo(contact, [contact.values.firstname, contact.values.lastname].filter(Boolean).join(' ') || null),
        );
      const values = { people: people.size, contacts: own.size, expected, days: settings.windowDays };
      return evidence(silent ? 'nobody' : 'people', values, records);
    };
    return { kind: 'measured', raw: people.size / expected, silent, evidence: tell };
  },
});
