/** Dimensions, caps, why something is missing or not scored, and what people call a record. */
import { settingsPage } from './settings-page.ts';

export const score = {
  'dimension.deals': 'Deals & renewals',
  'dimension.support': 'Support',
  'dimension.engagement': 'Engagement',
  'dimension.billing': 'Billing',
  'dimension.sentiment': 'Sentiment',
  'dimension.advocacy': 'Advocacy',
  'dimension.adoption': 'Adoption',

  'cap.long_overdue.label': 'Long overdue invoice',
  'cap.long_overdue.remedy': 'The score stays down until the old invoice is paid.',
  'cap.many_complaints.label': 'Frequent unresolved complaints',
  'cap.many_complaints.remedy': 'The score stays down until the complaints are resolved.',
  'cap.other.label': 'Limit of the model',
  'cap.other.remedy': 'The score stays down for as long as this holds.',

  'change.source_lost.label': 'A source that cannot be read any more',
  'change.source_lost.evidence':
    '{sources}: cannot be read since {since}. By what was last known from there, this customer would not be healthy.',
  'change.source_lost.remedy':
    'An admin can give the app access again. Where the data is not coming back, take its signals out of the health model.',
  'change.source_gained.label': 'A source that is new',
  'change.source_gained.evidence':
    '{sources}: new since {since}. Without this data, the customer would not be healthy.',
  'change.source_gained.remedy':
    'For 30 days, a new source alone makes no customer healthy. After that it counts in full.',

  'history.seam':
    'From {since} on, the scores are as they were published. Those before were calculated later, from dated data.',
  'history.model': 'From {since} on, by version {version} of the health model.',
  'history.recomputed':
    'Recalculated with version {version} of the health model and what is known today. What was shown at the time may differ.',

  'source.contacts': 'Contacts',
  'source.deals': 'Deals',
  'source.tickets': 'Tickets',
  'source.emails': 'Emails',
  'source.meetings': 'Meetings',
  'source.calls': 'Calls',
  'source.communications': 'Messages',
  'source.notes': 'Notes',
  'source.feedback_submissions': 'Survey answers',
  'source.subscriptions': 'Subscriptions',
  'source.commerce_payments': 'Payments',
  'source.quotes': 'Quotes',
  'source.invoices': 'Invoices',
  'source.custom': 'A custom object',
  'source.usage': 'Product usage',

  'hidden.amount': '[amount hidden]',
  'hidden.subject': '[subject hidden]',

  'mapped.remedy': 'Look into “{name}” with the customer, then update it in HubSpot.',
  'mapped.evidence.number': '{name}: {value, number}.',
  'mapped.evidence.amount': '{name}: {value, number} {unit}.',
  'mapped.evidence.money': '{name}: {amount}.',
  'mapped.evidence.percent': '{name}: {share}.',
  'mapped.evidence.date': '{name}: {day} ({days, plural, =0 {today} one {# day ago} other {# days ago}}).',
  'mapped.evidence.yes': '{name}: yes.',
  'mapped.evidence.no': '{name}: no.',
  'mapped.evidence.count': '{name}: {count, number} in the last {days, plural, one {# day} other {# days}}.',
  'mapped.evidence.option': '{name}: “{value}”.',

  'missing.scope_missing': 'The app was not given access to this in HubSpot. An admin can grant it.',
  'missing.type_missing': 'This HubSpot account does not have these records.',
  'missing.property_missing': `This HubSpot account does not have the property that this is read from. The app’s settings name it, under “${settingsPage['settings.word.tabConnection']}”.`,
  'missing.not_connected': 'This HubSpot account holds no such data.',
  'missing.not_set_up': 'The health model does not say yet what to look at here.',
  'missing.not_set_up.product_feedback': 'The health model does not name the days of your releases yet.',
  'missing.not_set_up.referrals':
    'The health model does not say yet what a referral is: an association label, a deal type or a deal pipeline.',
  'missing.not_read_yet': 'Not read yet.',
  'missing.not_known_then': 'HubSpot tells only today’s value, and it had not been seen by then.',
  'missing.not_logged': 'The account’s owner logs no contact of this kind in HubSpot, so silence says nothing.',
  'missing.no_data': 'There is nothing on this account to judge by.',
  'missing.too_few': 'Too little to judge by: {count, number}, and it takes {minimum, number}.',
  'missing.no_norm':
    'Too few tickets of all customers to compare with: {count, number}, and it takes {minimum, number}.',
  'missing.too_new': 'The account is too young: this compares {days, number} days.',
  'missing.no_terms': 'Its invoices are paid when issued or carry no due date, so none can fall late.',
  'missing.mixed_currencies': 'It pays in several currencies, which are not added up.',
  'missing.unmapped_value': 'The health model does not know the option “{value}”.',
  'missing.expired': 'It was set more than {days, number} days ago.',
  'missing.too_old': 'What there is to judge by is more than {days, plural, one {# day} other {# days}} old.',
  'missing.stale': 'Nothing of the kind has come for any customer since {last}, so silence says nothing.',

  'state.no_facts':
    'Nothing is known about this customer: no deals, tickets, emails, invoices or other associated records were found.',
  'state.low_coverage': 'Too little is known about this customer for an honest score.',
  'state.few_dimensions': 'Only one side of this customer is known, which is too little for an honest score.',
  'state.no_purchase_or_stage':
    'Not a customer: its lifecycle stage does not say so, and it has bought nothing in the last {months, number} months.',
  'state.partner': 'Not scored: this company is a partner.',
  'state.vendor': 'Not scored: this company is a vendor.',
  'state.competitor': 'Not scored: this company is a competitor.',
  'state.test_company': 'Not scored: this is a test company.',
  'state.excluded': 'Not scored: the health model leaves this company out.',
  'state.not_named': 'Not a customer: the property that names the customers does not name this company.',
  'state.churned': 'Not a customer any more, since {left}. What cost it points before is kept below.',
  'state.own_company': 'Not scored: this is your own company.',
  'state.not_found': 'This company has not been read yet. New companies appear after the next sync.',
  'state.no_cycle': 'No health score has been computed yet. The first one appears after the first sync.',

  'mark.seasonal.label': 'Seasonal',
  'mark.seasonal.text':
    'It last bought {days, plural, one {# day ago} other {# days ago}} ({last}). In each of the last two years it was silent around this time too, and bought again. Once its season is a month late, the silence counts in full.',
  'mark.possibly_seasonal.label': 'Possibly seasonal',
  'mark.possibly_seasonal.text':
    'It has bought on {purchases, plural, one {# day} other {# days}}, all within the same {months, plural, one {month} other {# months}} of the year. Less than two years of purchases cannot tell a season from a loss, so the score makes no allowance for one.',

  'family.customers': 'Customers among the child companies: {customers, number} of {companies, number}.',
  'family.mean_revenue': 'Mean health, weighted by revenue of the last 12 months: {mean, number}.',
  'family.mean_equal': 'Mean health, all counted alike because revenue is not known for every one: {mean, number}.',
  'family.unscored': 'Without a score, and not in the mean: {count, number}.',
  'family.bounded': 'Looked at: the nearest {count, number} of {total, number} child companies.',

  'record.companies': 'This company',
  'record.contacts': 'A contact',
  'record.deals': 'A deal',
  'record.tickets': 'A ticket',
  'record.emails': 'Email of {day}',
  'record.meetings': 'Meeting of {day}',
  'record.calls': 'Call of {day}',
  'record.communications': 'Message of {day}',
  'record.notes': 'Note of {day}',
  'record.feedback_submissions': 'Survey answer of {day}',
  'record.subscriptions': 'A subscription',
  'record.commerce_payments': 'Payment of {day}',
  'record.quotes': 'A quote',
  'record.custom': 'Record of {day}',
  'record.invoices': 'Invoice {name}',
  'record.invoices.nameless': 'An invoice',
};
