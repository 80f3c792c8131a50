/**
 * The settings page's segments, connection, schedule and people, as far as the server says it. Keys: `segment.<key>.name`, `.description`,
 * `.rules`; `segment.failure.<why it was not made>`; `<part>.refused.<why nothing can be done>`.
 */
const WAY =
  '{way, select, installed {Have an admin agree anew under Connection, then try again.} other {Add them to the private app in HubSpot (Settings > Integrations > Private apps > Scopes), then try again.}}';

export const segments = {
  'segment.unhealthy.name': 'Unhealthy customers',
  'segment.unhealthy.description': 'The customers to look at first.',
  'segment.unhealthy.rules': 'Health status is Unhealthy.',
  'segment.renewing.name': 'At risk and renewing within 90 days',
  'segment.renewing.description': 'Customers whose renewal is near and in doubt.',
  'segment.renewing.rules': 'Health status is At risk or Unhealthy, and the next renewal is within the coming 90 days.',
  'segment.dropped.name': 'Dropped 15 points in 30 days',
  'segment.dropped.description': 'Customers who got much worse lately, whatever their status.',
  'segment.dropped.rules': 'The health score fell by 15 points or more over 30 days.',
  'segment.overdue_falling.name': 'Overdue and falling',
  'segment.overdue_falling.description': 'Customers who owe money past the due date while their health gets worse.',
  'segment.overdue_falling.rules': 'The overdue amount is above 0, and the health score fell over 30 days.',
  'segment.ask_review.name': 'Healthy, ask for a review',
  'segment.ask_review.description':
    'Customers who are well and not on the way down: ask them for a review or a referral.',
  'segment.ask_review.rules': 'Health status is Healthy, and the health score did not fall over 30 days.',
  'segment.failure.unwritten':
    'Not made: the health model does not have this written to companies: {properties}. Add it to what the model writes, publish the model, wait for the next scores, then try again.',
  'segment.failure.absent':
    'Not made: companies in HubSpot do not have this yet: {properties}. Start writing, wait for the next scores, then try again.',
  'segment.failure.names_taken':
    'Not made: other segments have every name that we would give it. Rename one of them in HubSpot, then try again.',
  'segment.failure.refused':
    'Not made. HubSpot gives this reason: {reason}. Where it is your plan’s limit of segments, delete one that nobody needs, then try again.',
  'segment.refused.scope': `The app may not make and look at segments: it lacks the scopes {scopes}. ${WAY}`,
  'portal.unreachable': 'HubSpot does not answer at the moment. Nothing is lost: try again in a minute.',
  'portal.disconnected': 'HubSpot does not let the app in any more. Have an admin connect it again.',
  'connection.companies': 'Companies',
  'connection.remedy.wait':
    'This mends itself when the app next reads your account. If it stays so for a day, write to the app’s support.',
  'connection.remedy.reconnect': 'Have an admin of the account connect the app again.',
  'connection.remedy.model':
    'The scores shown are the last that it gave. Have an admin publish another version under “Health model”.',
  'schedule.next': 'Next: {first}. After that: {second}.',
  'people.refused.scope': `The app may not read who your users are: it lacks the scopes {scopes}. ${WAY}`,
};
