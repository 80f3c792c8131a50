/**
 * What `doctor` says. Keys: `doctor.<finding>`, and `doctor.<finding>.remedy` where there is something to do about
 * it; `scope.<scope>`: what the scope buys.
 */
import { modelSetUp } from './model-set-up.ts';
import { settingsPage } from './settings-page.ts';

const GRANT =
  '{way, select, installed {by having an admin of the portal install the app again} other {to the private app in HubSpot (Settings > Integrations > Private apps > Scopes)}}';
/** Where on the settings page it is said who is no customer, by that page's own words. */
const CUSTOMERS = `“${settingsPage['settings.word.tabSetUp']}”, “${modelSetUp['model.word.step_customers']}”`;
const EXCLUDED = `${CUSTOMERS}, “${modelSetUp['model.word.exclude']}”`;
const AUTOMATIC = `“${modelSetUp['model.word.ownCompany']}”`;

export const doctor = {
  'doctor.section.connection': 'Connection',
  'doctor.section.granted': 'Granted',
  'doctor.section.missing': 'Missing',
  'doctor.section.stale': 'Up to date',
  'doctor.section.todo': 'What to do',
  'doctor.nothing': 'Nothing: all is well.',
  'doctor.none': 'none',

  'doctor.model': 'The health model {file} is valid: {name}, version {version}.',
  'doctor.model_own':
    'The portal’s own health model counts, as published on the settings page: {name}, version {version}.',
  'doctor.model_unusable': 'The health model cannot be used.',
  'doctor.model_unusable.remedy': '{reason}',
  'doctor.schedule_unusable': 'The schedule of the service cannot be used.',
  'doctor.schedule_unusable.remedy': '{reason}',
  'doctor.service': 'The settings of the service (npm start) are complete; HubSpot calls it at {url}.',
  'doctor.service_unset': 'The service (npm start) could not start with the settings here; single cycles can run.',
  'doctor.service_unset.remedy': '{reason}',
  'doctor.service_http': 'HubSpot is to call the service at {url}, but it calls only addresses with https.',
  'doctor.service_http.remedy': 'Put a proxy with TLS before the service, and set PUBLIC_URL to its https address.',
  'doctor.database':
    'The database is open and its tables are up to date: {at}; PostgreSQL {version}, {megabytes, number} MB.',
  'doctor.database_new': 'Nothing is stored yet ({at}): the first cycle makes the database.',
  'doctor.database_bypassed':
    'The user in DATABASE_URL passes over row-level security, as superusers and users with BYPASSRLS do: the database’s own second lock between portals does not hold.',
  'doctor.database_bypassed.remedy':
    'Connect as a user who owns the database and is neither a superuser nor has BYPASSRLS.',
  'doctor.database_in_use':
    'The embedded database at {at} is open in another process, most likely the service, and only one can open it: what it holds cannot be shown.',
  'doctor.database_in_use.remedy':
    'To see what is stored, stop the service and run doctor again, or move to PostgreSQL (DATABASE_URL), which both can open.',
  'doctor.database_unusable': 'The database cannot be used.',
  'doctor.database_unusable.remedy': '{reason}',

  'doctor.hubspot': 'HubSpot answers at {host}: portal {portal}, time zone {zone}, currency {currency}.',
  'doctor.hubspot_refused': 'HubSpot at {host} does not accept the access token.',
  'doctor.hubspot_refused.remedy':
    'Set HUBSPOT_ACCESS_TOKEN to the token of the portal’s private app (HubSpot: Settings > Integrations > Private apps).',
  'doctor.hubspot_forbidden': 'The access token may not read the account itself: {reason}.',
  'doctor.hubspot_forbidden.remedy': `Grant the scopes that app.json lists ${GRANT}.`,
  'doctor.hubspot_silent': 'HubSpot does not answer at {host}: {reason}.',
  'doctor.hubspot_silent.remedy': 'Check the network and HUBSPOT_API_URL, then run doctor again.',
  'doctor.hubspot_odd': 'What answers at {host} does not answer as HubSpot does: {reason}.',
  'doctor.hubspot_odd.remedy': 'Check HUBSPOT_API_URL: HubSpot’s own is https://api.hubapi.com.',

  'doctor.portal_unreached': 'It is not told which portal is to be examined.',
  'doctor.portal_unreached.remedy': '{reason}',
  'doctor.installed_writing':
    'Installed since {since}, {told, select, yes {by the user {by}} other {by whom HubSpot did not tell}}. Scores are written into HubSpot since {writing}.',
  'doctor.installed_preview':
    'Installed since {since}, {told, select, yes {by the user {by}} other {by whom HubSpot did not tell}}. Preview: nothing is written into HubSpot yet.',
  'doctor.installed_preview.remedy':
    'When the scores look right, an admin of the portal opens the app’s install link and chooses “Start writing” on the page with the preview.',
  'doctor.installation_gone':
    'Portal {portal} has the app no more since {since}: HubSpot refused its tokens, and it is not called any more.',
  'doctor.installation_gone.remedy':
    'Ask an admin of the portal to install the app again. If the portal left on purpose, delete what is held of it: npm run cli -- erase --portal {portal}.',
  'doctor.installation_disconnected':
    'Portal {portal} was disconnected by an admin, {since}: it is not called any more.',
  'doctor.installation_disconnected.remedy':
    'If it is to be scored again, ask an admin of the portal to install the app again. If not, what is held of it can be deleted: npm run cli -- erase --portal {portal}.',
  'doctor.tokens_unusable': 'The portal’s tokens cannot be used.',
  'doctor.tokens_unusable.remedy': '{reason}',

  'doctor.counted': '{type} ({records, number})',
  'doctor.readable': 'Can be read, with so many records in HubSpot: {counted}.',
  'doctor.companies_refused': 'companies: cannot be read, so nobody can be scored; the token lacks {scopes}.',
  'doctor.companies_refused.remedy': `Grant {scopes} ${GRANT}: {buys}.`,
  'doctor.refused': '{types}: cannot be read, the token lacks {scopes}. Unknown for that reason: {signals}.',
  'doctor.refused.remedy': `Grant {scopes} ${GRANT}: {buys}.`,
  'doctor.absent': '{types}: this HubSpot account does not have them. Unknown for that reason: {signals}.',
  'doctor.untried': '{types}: could not be tried. {reason}.',
  'doctor.untried.remedy': 'Run doctor again in some minutes: HubSpot did not answer every question.',
  'doctor.writable': 'Scores may be written to companies, and the properties for them created.',
  'doctor.unwritable':
    'Scores cannot be written to companies: the token lacks {scopes}. The card shows them all the same.',
  'doctor.unwritable.remedy': `Grant {scopes} ${GRANT}: {buys}.`,
  'doctor.uncreatable': 'Properties cannot be created: the token lacks {scopes}.',
  'doctor.uncreatable.remedy': `Grant {scopes} ${GRANT}: {buys}.`,
  'doctor.tasks_refused': 'Playbooks are on, but no task can be made: the token lacks {scopes}.',
  'doctor.tasks_refused.remedy': `Grant {scopes} ${GRANT}: {buys}. Or switch playbooks off in the app’s settings.`,
  'doctor.users_unread':
    'Who is a super admin in HubSpot cannot be told: the token lacks {scopes}. {way, select, installed {Only the user who installed the app may start the writing, and only users named in its settings may do what else admins may.} other {Only users named in the app’s settings may do what admins may.}}',
  'doctor.users_unread.remedy': `Grant {scopes} ${GRANT}: {buys}.`,
  'doctor.scopes_untold':
    'HubSpot does not tell what this token may write (it tells of private apps alone); the next cycle will.',
  'doctor.pipelines_refused':
    'Deal pipelines cannot be read: the token lacks {scopes}. Unknown for that reason: {signals}.',
  'doctor.pipelines_refused.remedy': `Grant {scopes} ${GRANT}: {buys}.`,
  'doctor.own_company': `Your own company is the one with the domain {domain}, which most users’ addresses have: it is not scored. If that is a customer, switch off ${AUTOMATIC} in the app’s settings, under ${CUSTOMERS}.`,
  'doctor.own_company_named': 'Which company is your own is told by the health model alone.',
  'doctor.own_company_untold':
    'Which company is your own cannot be told: the users’ addresses do not agree on one domain.',
  'doctor.own_company_untold.remedy': `If your own company is in HubSpot, add a rule with its domain in the app’s settings, under ${EXCLUDED}.`,
  'doctor.own_company_refused': 'Which company is your own cannot be told: the token lacks {scopes}.',
  'doctor.own_company_refused.remedy': `Grant {scopes} ${GRANT}: {buys}. Or add a rule with its domain in the app’s settings, under ${EXCLUDED}.`,

  'scope.oauth': 'what the account is, its time zone and currency',
  'scope.crm.objects.companies.read': 'the companies themselves',
  'scope.crm.objects.companies.write': 'the score on the company record, for lists and reports',
  'scope.crm.schemas.companies.read': 'which properties companies have',
  'scope.crm.schemas.companies.write': 'the properties that hold the score',
  'scope.crm.objects.contacts.read': 'the people in touch, and the company of what went to a person alone',
  'scope.crm.objects.contacts.write': 'tasks for whoever looks after an account',
  'scope.crm.objects.deals.read': 'purchases, renewals and expansions',
  'scope.tickets': 'open tickets, complaints, and how they were solved',
  'scope.sales-email-read': 'whether they write back, how many of them, and what they open',
  'scope.crm.objects.invoices.read': 'overdue invoices, how they pay, and what they really spent',
  'scope.crm.objects.feedback_submissions.read': 'what they answer in surveys',
  'scope.crm.objects.subscriptions.read': 'recurring revenue, and what is past due or cancelled',
  'scope.crm.objects.commercepayments.read': 'payments that failed or are disputed',
  'scope.crm.objects.quotes.read': 'quotes that wait for an answer',
  'scope.crm.objects.custom.read': 'what the health model reads of custom objects',
  'scope.settings.currencies.read': 'exchange rates, so that accounts in other currencies can be compared',
  'scope.crm.objects.owners.read': 'who your users are, by which your own company is told and left out',
  'scope.settings.users.read': 'who is a super admin and in which team, for what only some may see and change',
  'scope.crm.lists.read': 'whether the starter segments are still there, and how many companies are in them',
  'scope.crm.lists.write': 'making the starter segments, where somebody asks for them',

  'doctor.properties': 'Every property that the signals read is there.',
  'doctor.properties_missing': '{type} have no {properties} here. Unknown for that reason: {signals}.',
  'doctor.properties_missing.remedy':
    'If somebody archived {properties} of {type}, restore them in HubSpot (Settings > Properties). Where the account’s plan does not have them, leave it: those signals stay unknown.',
  'doctor.no_records': 'No records to go by: {types}. Unknown for everybody: {signals}.',
  'doctor.no_data': '{types}: no record says what these go by. Unknown for everybody: {signals}.',
  'doctor.own': 'Our company properties are all there.',
  'doctor.own_absent': 'Not in the portal yet: {properties}.',
  'doctor.own_absent.remedy': 'Run a cycle (npm run cycle): it creates the missing properties and fills them.',
  'doctor.own_type':
    'The company property {property} is of type {is}, but Account Health writes it as {must}: no cycle can run.',
  'doctor.own_type.remedy':
    'Delete {property} in HubSpot (Settings > Properties > Company properties): the next cycle makes it anew.',
  'doctor.own_options':
    'The company property {property} lacks its options {options}: companies with these values are refused.',
  'doctor.own_options.remedy': 'Add the options {options} to {property} again in HubSpot (Settings > Properties).',
  'doctor.own_no_room': 'The portal has no room for {properties}.',
  'doctor.own_no_room.remedy': 'Delete custom properties that nobody uses, then run a cycle.',
  'doctor.own_left_over': 'The health model does not ask for {properties} (any more): they are kept blank.',
  'doctor.own_left_over.remedy':
    'Delete {properties} in HubSpot (Settings > Properties > Company properties) to make room, or name them in the model under write.',
  'doctor.room': '{used, number} of {limit, number} custom properties are used.',

  'doctor.portal_unknown': 'The database holds {portals}; which of them is meant is known when HubSpot answers.',
  'doctor.no_cycle': 'No cycle has finished yet.',
  'doctor.no_cycle.remedy': 'Run a first cycle: npm run cycle.',
  'doctor.cycle':
    'The last cycle ended {when}, with the model {name} {version}: {changed, number} companies written, {unchanged, number} unchanged, {failed, number} refused.',
  'doctor.cycle_old': 'The last cycle ended {when}, with the model {name} {version}. What the card shows is of then.',
  'doctor.cycle_old.remedy':
    'See why no cycle ends: start the service (npm start), which runs them on its schedule, or run npm run cycle and read what it says.',
  'doctor.cycle_refused': 'HubSpot refused company {company}: {reason}',
  'doctor.cycle_refused.remedy':
    'Mend company {company} in HubSpot so that its own rules hold ({reason}); it is tried again in every cycle.',
  'doctor.cycle_other_model':
    'The model file is now {name} {version}; the scores shown are by {before}. The next cycle changes that.',
  'doctor.schedule': 'The service, while it runs, starts a cycle by the schedule {schedule}; the next would be {when}.',
  'doctor.type_unread': '{types}: not read to the end yet.',
  'doctor.type_unread.remedy': 'Run a cycle (npm run cycle) and let it end: it goes on where the last one stopped.',
  'doctor.type':
    'Complete to {when}, with so many records held: {counted}. Deletions looked through to {archived}; weekly re-read {round}.',
  'doctor.type_old':
    'Complete only to {when}, with so many records held: {counted}. Deletions looked through to {archived}; weekly re-read {round}.',
  'doctor.type_old.remedy':
    'Run a cycle (npm run cycle): some records have not been brought up to date for more than a day.',
  'doctor.round_none': 'not begun',
  'doctor.round_done': 'done',
  'doctor.round_part': '{share} through',
  'doctor.pass_full':
    'A reading of all records is under way since {when}; read so far: {passed}. The next cycle goes on with it.',
  'doctor.pass_changes':
    'A reading of what changed is under way since {when}; read so far: {passed}. The next cycle goes on with it.',
  'doctor.passed': '{type} ({read, number}{counted, select, yes { of {expected, number}} other {}})',
  'doctor.queue_empty': 'No webhook event waits.',
  'doctor.queue':
    '{count, plural, one {# record} other {# records}} that webhooks told of {count, plural, one {waits} other {wait}} to be read, the oldest since {when}.',
  'doctor.queue_old':
    '{count, plural, one {# record} other {# records}} that webhooks told of {count, plural, one {waits} other {wait}} to be read, the oldest since {when}.',
  'doctor.queue_old.remedy':
    'Start the service (npm start), or restart it: what webhooks tell is read within a minute while it runs.',
  'doctor.purge':
    '{count, plural, one {# contact} other {# contacts}} deleted for privacy {count, plural, one {waits} other {wait}} to be purged here too.',
  'doctor.purge.remedy':
    'Start the service (npm start): it purges within a minute what HubSpot’s users deleted for privacy.',
};
