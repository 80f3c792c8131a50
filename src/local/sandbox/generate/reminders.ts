import type { PortalRecord } from '../portal-data.ts';
import type { AccountStory } from './account-story.ts';
import { DAY, iso, officeMoment } from './moments.ts';
import { mailIsLogged, ownerId } from './owners.ts';
import type { Random } from './prng.ts';
import { type Person, personAt, type RecordMaker, type Setting } from './record-maker.ts';

const FIRST_AFTER = 9 * DAY;
const EVERY = 14 * DAY;
const MOST = 2;

/** Emails that remind of an invoice by its number, nine days after its due date and once more a fortnight later, unless it is paid. */
export const remindersOf: RecordMaker = (story, random, setting, people, made) => {
  if (people.length === 0 || !mailIsLogged(story.owner)) return [];
  return (made.invoices ?? []).flatMap((invoice) => {
    const { hs_invoice_status: status, hs_due_date: due, hs_payment_date: paid } = invoice.properties;
    if (status !== 'open' && status !== 'paid') return [];
    const until = Math.min(setting.lastDay, paid ? Date.parse(paid) : setting.lastDay);
    const reminders: PortalRecord[] = [];
    for (let sent = 0; sent < MOST; sent += 1) {
      // Never earlier than two days before, where that falls on a weekend.
      const at = officeMoment(random, Date.parse(due ?? '') + FIRST_AFTER + sent * EVERY);
      if (!(at < until)) break;
      reminders.push(reminderRecord(story, random, setting, people, invoice, at));
    }
    return reminders;
  });
};

function reminderRecord(
  story: AccountStory,
  random: Random,
  setting: Setting,
  people: readonly Person[],
  invoice: PortalRecord,
  at: number,
): PortalRecord {
  const companies = invoice.associations.companies ?? [];
  const id = setting.nextId();
  return {
    id,
    properties: {
      hs_timestamp: iso(at),
      hs_createdate: iso(at),
      hs_email_direction: 'EMAIL',
      hs_email_subject: `Payment reminder: invoice ${invoice.properties.hs_number}`,
      hs_email_thread_id: id,
      hs_email_status: 'SENT',
      hs_email_open_count: String(random.count(0.8)),
      hs_email_click_count: '0',
      hs_email_reply_count: '0',
      hubspot_owner_id: ownerId(story.owner),
    },
    associations: {
      companies: companies.length > 0 ? companies : [story.companyId],
      contacts: [personAt(random, people, at)],
    },
  };
}
