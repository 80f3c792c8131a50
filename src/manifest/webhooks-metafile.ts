import type { StandardType } from '../scoring/object-types.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';
import type { AppDescriptor } from './app-descriptor.ts';

/** HubSpot's docs on generic subscriptions name a type so, and every subscription "object.*". */
const SINGULARS: Readonly<Record<StandardType, string>> = {
  companies: 'company',
  contacts: 'contact',
  deals: 'deal',
  tickets: 'ticket',
  emails: 'email',
  invoices: 'invoice',
  meetings: 'meeting_event',
  calls: 'call',
  communications: 'communication',
  notes: 'note',
  feedback_submissions: 'feedback_submission',
  subscriptions: 'subscription',
  commerce_payments: 'commerce_payment',
  quotes: 'quote',
};

/** All that may happen to a record besides a change of its properties. */
const ACTIONS = ['creation', 'deletion', 'merge', 'restore', 'associationChange'];

/** HubSpot's docs: it does not tell of these. An email's subject does not change once it is sent or received. */
const UNTOLD: ReadonlySet<string> = new Set(['emails.hs_email_subject']);

/** HubSpot's docs: it must be greater than five. Each request is answered within milliseconds. */
const CONCURRENT_REQUESTS = 10;

/**
 * What HubSpot tells us of, as its metafile: all that may happen to a record that is read, and the changes of the properties that are
 * read of it. Custom objects have ids of each portal's own, so the app cannot subscribe to them.
 */
export function webhooksMetafile({ uid, urls }: AppDescriptor, plan: ReadPlan) {
  const crmObjects = plan.flatMap(({ objectType, properties }) => {
    const singular = SINGULARS[objectType as StandardType];
    if (singular === undefined) return [];
    const told = properties.filter((name) => !UNTOLD.has(`${objectType}.${name}`));
    return [
      ...ACTIONS.map((action) => ({ subscriptionType: `object.${action}`, objectType: singular, active: true })),
      ...told.map((propertyName) => ({
        subscriptionType: 'object.propertyChange',
        objectType: singular,
        propertyName,
        active: true,
      })),
    ];
  });
  return {
    uid: `${uid}_webhooks`,
    type: 'webhooks',
    config: {
      settings: { targetUrl: urls.webhooks, maxConcurrentRequests: CONCURRENT_REQUESTS },
      subscriptions: {
        crmObjects,
        legacyCrmObjects: [],
        hubEvents: [{ subscriptionType: 'contact.privacyDeletion', active: true }],
      },
    },
  };
}
