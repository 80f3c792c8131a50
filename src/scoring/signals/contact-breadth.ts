import { evidence, refTo } from '../evidence.ts';
import { isInbound, MAIL_READS, recentEmails, silenceCounts } from '../mail.ts';

import { defineSignal, unknown } from '../signal.ts';

/**
 * Distinct people in touch over how many an account of this size should have: one of `contactsPerPerson` of its contacts, at
 * least one and at most `enoughPeople`.
 */
export const contactBreadth = defineSignal({
  key: 'contact_breadth',
  unit: 'ratio',
  better: 'higher',
  reads: {
    ...MAIL_READS,
    emails: [...MAIL_READS.emails, 'contacts'],
    contacts: ['firstname', 'lastname', 'createdate'],
  },
  spares: { contacts: ['firstname', 'lastname'] },
  connectedBy: { emails: ['contacts'] },
  settings: { windowDays: 90, contactsPerPerson: 3, enoughPeople: 5 },
  measure(account, { windowDays, contactsPerPerson, enoughPeople }) {
    if (account.contacts.length === 0) return unknown('no_data');
    const own = new Set(account.contacts.map(({ id }) => id));
    // Somebody we merely write to is not in touch: only mail from them counts.
    const received = recentEmails(account, windowDays).filter(isInbound);
    const people = new Set(received.flatMap(({ values }) => values.contacts ?? []).filter((id) => own.has(id)));
    // They wrote, and nobody knows who.
    if (people.size === 0 && received.length > 0) return unknown('no_data');
    if (people.size === 0 && !silenceCounts(account, windowDays)) return unknown('not_logged');
    const expected = Math.min(enoughPeople, Math.max(1, Math.ceil(own.size / contactsPerPerson)));
    const silent = account.contacts.filter(({ id }) => !people.has(id));
    const records = silent.map((contact) =>
      refTo(contact, [contact.values.firstname, contact.values.lastname].filter(Boolean).join(' ') || null),
    );
    const values = { people: people.size, contacts: own.size, expected, days: windowDays };
    return { kind: 'measured', raw: people.size / expected, evidence: evidence('people', values, records) };
  },
});
