import { CONVERSATION_READS, CONVERSATION_SPARES, conversationSilenceCounts, touches } from '../conversations.ts';
import { evidence, refTo } from '../evidence.ts';
import { HELD_OUTCOMES } from '../meetings.ts';
import { defineSignal, unknown } from '../signal.ts';

/** So few are looked through before they are hashed. */
const FEW = 32;

/** Whether an id is among some. */
function memberOf(ids: readonly string[]): (id: string) => boolean {
  if (ids.length <= FEW) return (id) => ids.includes(id);
  const all = new Set(ids);
  return (id) => all.has(id);
}

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
    const { now, contacts, company } = account;
    if (contacts.length === 0) return unknown('no_data');
    // Somebody we merely write to is not in touch: only what they took part in counts.
    const named: string[] = [];
    let received = 0;
    const all = touches(account, settings);
    const before = all.findLastIndex(({ at }) => !now.isWithin(at, settings.windowDays));
    for (const { inbound, record } of all.slice(before + 1)) {
      if (!inbound) continue;
      received += 1;
      named.push(...(record.values.contacts ?? []));
    }
    const isNamed = memberOf(named);
    const people = contacts.filter(({ id }) => isNamed(id)).length;
    // They got in touch, and nobody knows who.
    if (people === 0 && received > 0) return unknown('no_data');
    if (people === 0 && !conversationSilenceCounts(account, settings.windowDays)) return unknown('not_logged');

    const employees = company.values.numberofemployees ?? Number.POSITIVE_INFINITY;
    const fewest = employees <= settings.tinyEmployees ? 1 : settings.fewestPeople;
    const ofContacts = Math.ceil(contacts.length / settings.contactsPerPerson);
    const expected = Math.max(1, fewest, Math.min(settings.enoughPeople, ofContacts));
    const silent = people === 0;
    const tell = () => {
      const records = contacts
        .filter(({ id }) => !isNamed(id))
        .map((contact) =>
          refTo(contact, [contact.values.firstname, contact.values.lastname].filter(Boolean).join(' ') || null),
        );
      const values = { people, contacts: contacts.length, expected, days: settings.windowDays };
      return evidence(silent ? 'nobody' : 'people', values, records);
    };
    return { kind: 'measured', raw: people / expected, silent, evidence: tell };
  },
});
