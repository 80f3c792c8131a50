import { enDoctor } from './en-doctor.ts';

/**
 * Every sentence in English, in ICU message format. Keys: `signal.<key>.label`, `.remedy`, `.evidence.<message>`;
 * `cap.<key>.label`, `.remedy`; `dimension.<key>`; `missing.<reason>`; `state.<reason>`; `record.<object type>`.
 */
export const en: Readonly<Record<string, string>> = {
  'dimension.deals': 'Deals & renewals',
  'dimension.support': 'Support',
  'dimension.engagement': 'Engagement',
  'dimension.billing': 'Billing',
  'dimension.sentiment': 'Sentiment',

  'signal.spend_trend.label': 'Spend trend',
  'signal.spend_trend.evidence.ended':
    'Bought nothing in the last {days} days, after {before} in the {days} days before.',
  'signal.spend_trend.evidence.ended_before': 'Bought nothing in the last {days} days, nor in the {days} days before.',
  'signal.spend_trend.evidence.falling':
    'Spent {now} in the last {days} days, down from {before} in the {days} days before.',
  'signal.spend_trend.evidence.constant':
    'Spent {now} in the last {days} days, about as much as in the {days} days before ({before}).',
  'signal.spend_trend.evidence.rising':
    'Spent {now} in the last {days} days, up from {before} in the {days} days before.',
  'signal.spend_trend.remedy': 'Ask what changed, and agree on the next order or plan.',

  'signal.renewal_outcome.label': 'Renewals & expansions',
  'signal.renewal_outcome.evidence.won': 'The last renewal or expansion, “{name}”, was won on {closed}.',
  'signal.renewal_outcome.evidence.lost': 'The last renewal or expansion, “{name}”, was lost on {closed}.',
  'signal.renewal_outcome.evidence.lost_because':
    'The last renewal or expansion, “{name}”, was lost on {closed}: {reason}.',
  'signal.renewal_outcome.evidence.due':
    'The renewal or expansion “{name}” is due on {due}, at stage {stage} ({chance} likely).',
  'signal.renewal_outcome.evidence.late':
    'The renewal or expansion “{name}” was due on {due} and is still open, {days, plural, one {# day} other {# days}} late.',
  'signal.renewal_outcome.remedy': 'Win the next one: agree on terms and date before it is due.',

  'signal.time_since_last_purchase.label': 'Last purchase',
  'signal.time_since_last_purchase.evidence.once':
    'Bought only once, {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}).',
  'signal.time_since_last_purchase.evidence.twice':
    'Bought on only two days, {gap, plural, one {one day} other {# days}} apart, the last {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}).',
  'signal.time_since_last_purchase.evidence.rhythm':
    'Last bought {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}); usually buys every {gap, plural, =0 {day} one {day} other {# days}}.',
  'signal.time_since_last_purchase.remedy': 'Win a new order; regular orders win back the rest.',

  'signal.open_tickets.label': 'Open tickets',
  'signal.open_tickets.evidence.open':
    '{open, plural, one {# ticket is} other {# tickets are}} open; {norm, number} is normal for this account.',
  'signal.open_tickets.evidence.none': 'No ticket is open.',
  'signal.open_tickets.evidence.silent':
    'No ticket is open, but the account has not used support for {windowDays} days.',
  'signal.open_tickets.remedy': 'Close the open tickets, oldest first.',
  'signal.open_tickets.remedy.silent': 'Ask how things are going: silence is no proof of health.',

  'signal.unresolved_complaints.label': 'Unresolved complaints',
  'signal.unresolved_complaints.evidence.open':
    '{complaints, plural, one {# complaint is} other {# complaints are}} unresolved, the oldest for {days, plural, one {# day} other {# days}}.',
  'signal.unresolved_complaints.evidence.none': 'No complaint is unresolved.',
  'signal.unresolved_complaints.evidence.silent':
    'No complaint is unresolved, but the account has not used support for {windowDays} days.',
  'signal.unresolved_complaints.remedy': 'Resolve the complaints, and tell the customer so.',
  'signal.unresolved_complaints.remedy.silent': 'Ask how things are going: silence is no proof of health.',

  'signal.first_contact_resolution.label': 'Solved at first contact',
  'signal.first_contact_resolution.evidence.rate':
    '{first, number} of {solved, number} solved tickets were solved at the first contact ({share}).',
  'signal.first_contact_resolution.remedy': 'Find out why these tickets came back, and mend the cause.',

  'signal.email_engagement.label': 'Email opens and clicks',
  'signal.email_engagement.evidence.personal':
    'Of {sent, number} emails sent in {days} days, {opened, plural, one {# was} other {# were}} opened, {clicked, number} clicked and {replied, number} answered.',
  'signal.email_engagement.evidence.marketing':
    'Of {delivered, number} marketing emails delivered, {opened, plural, one {# was} other {# were}} opened and {clicked, number} clicked.',
  'signal.email_engagement.remedy': 'Write about what matters to them now, or try another channel.',

  'signal.two_way_contact.label': 'Two-way contact',
  'signal.two_way_contact.evidence.last':
    'They last wrote {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}); in {windowDays} days we sent {sent, number} and received {received, number}.',
  'signal.two_way_contact.evidence.never':
    'They never wrote back; our first email went out {days, plural, =0 {today} one {# day ago} other {# days ago}} ({sent, number} emails in {windowDays} days).',
  'signal.two_way_contact.remedy': 'Get an answer: call, or ask one short question.',

  'signal.contact_breadth.label': 'People in touch',
  'signal.contact_breadth.evidence.people':
    '{people, number} of {contacts, plural, one {# contact} other {# contacts}} wrote to us in {days} days; {expected, number} would be safe.',
  'signal.contact_breadth.remedy': 'Get to know more people there: one lost champion is a risk.',

  'signal.overdue_balance.label': 'Overdue invoices',
  'signal.overdue_balance.evidence.one':
    'Invoice {number} ({balance}) is {days, plural, one {# day} other {# days}} overdue.',
  'signal.overdue_balance.evidence.several':
    '{invoices, number} invoices ({total}) are overdue, the oldest, {number}, for {days, plural, one {# day} other {# days}}.',
  'signal.overdue_balance.evidence.several_currencies':
    '{invoices, number} invoices are overdue, the oldest, {number} ({balance}), for {days, plural, one {# day} other {# days}}.',
  'signal.overdue_balance.evidence.none': 'No invoice is overdue.',
  'signal.overdue_balance.evidence.silent': 'No invoice is overdue, but none was issued in {days} days.',
  'signal.overdue_balance.remedy': 'Get the overdue invoices paid; ask what holds them up.',
  'signal.overdue_balance.remedy.silent': 'A new order would show how they pay today.',

  'signal.payment_habit.label': 'Payment habit',
  'signal.payment_habit.evidence.late_usually_late':
    'Lately it pays {now, plural, one {# day} other {# days}} late; it used to pay {before, plural, one {# day} other {# days}} late.',
  'signal.payment_habit.evidence.late_usually_early':
    'Lately it pays {now, plural, one {# day} other {# days}} late; it used to pay {before, plural, =0 {on time} one {# day early} other {# days early}}.',
  'signal.payment_habit.evidence.early_usually_late':
    'Lately it pays {now, plural, =0 {on time} one {# day early} other {# days early}}; it used to pay {before, plural, one {# day} other {# days}} late.',
  'signal.payment_habit.evidence.early_usually_early':
    'Lately it pays {now, plural, =0 {on time} one {# day early} other {# days early}}; it used to pay {before, plural, =0 {on time} one {# day early} other {# days early}}.',
  'signal.payment_habit.remedy': 'Ask what changed in how they pay; the next invoices paid on time win this back.',

  'signal.pulse.label': 'Pulse',
  'signal.pulse.evidence.said': 'The account’s sentiment is set to “{value}” (since {since} at the latest).',
  'signal.pulse.remedy': 'Talk to the customer, then set the sentiment anew.',

  'cap.long_overdue.label': 'Long overdue invoice',
  'cap.long_overdue.remedy': 'The score stays down until the old invoice is paid.',
  'cap.many_complaints.label': 'Frequent unresolved complaints',
  'cap.many_complaints.remedy': 'The score stays down until the complaints are resolved.',
  'cap.other.label': 'Limit of the model',
  'cap.other.remedy': 'The score stays down for as long as this holds.',

  'missing.scope_missing': 'The app was not given access to this in HubSpot. An admin can grant it.',
  'missing.type_missing': 'This HubSpot account does not have these records.',
  'missing.property_missing': 'This HubSpot account does not have the property that tells ({properties}).',
  'missing.not_connected': 'This HubSpot account holds no such data.',
  'missing.not_read_yet': 'Not read yet.',
  'missing.not_known_then': 'HubSpot tells only today’s value, and it had not been seen by then.',
  'missing.not_logged': 'No mail of the account’s owner is logged in HubSpot, so silence says nothing.',
  'missing.no_data': 'There is nothing on this account to judge by.',
  'missing.too_few': 'Too little to judge by: {count, number}, and it takes {minimum, number}.',
  'missing.too_new': 'The account is too young: this compares {days} days.',
  'missing.no_terms': 'Its invoices are paid when issued or carry no due date, so none can fall late.',
  'missing.mixed_currencies': 'It pays in several currencies, which are not added up.',
  'missing.unmapped_value': 'The health model does not know the option “{value}”.',
  'missing.expired': 'It was set more than {days} days ago.',

  'state.no_facts':
    'Nothing is known about this customer: no deals, tickets, emails or invoices are associated with it.',
  'state.low_coverage': 'Too little is known about this customer for an honest score.',
  'state.few_dimensions': 'Only one side of this customer is known, which is too little for an honest score.',
  'state.no_purchase_or_stage':
    'Not a customer: its lifecycle stage does not say so, and it has bought nothing in the last {months, number} months.',
  'state.partner': 'Not scored: this company is a partner.',
  'state.vendor': 'Not scored: this company is a vendor.',
  'state.competitor': 'Not scored: this company is a competitor.',
  'state.test_company': 'Not scored: this is a test company.',
  'state.excluded': 'Not scored: the health model leaves this company out.',
  'state.not_found': 'This company has not been read yet. New companies appear after the next sync.',
  'state.no_cycle': 'No health score has been computed yet. The first one appears after the first sync.',

  'record.companies': 'This company',
  'record.contacts': 'A contact',
  'record.deals': 'A deal',
  'record.tickets': 'A ticket',
  'record.emails': 'Email of {day}',
  'record.invoices': 'Invoice {name}',
  'record.invoices.nameless': 'An invoice',

  ...enDoctor,
};
