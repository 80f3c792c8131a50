/** The sentences of the billing signals. */
export const billing = {
  'signal.overdue_balance.label': 'Overdue invoices',
  'signal.overdue_balance.evidence.one':
    'Invoice {number} ({balance}) is {days, plural, one {# day} other {# days}} overdue.',
  'signal.overdue_balance.evidence.several':
    '{invoices, number} invoices ({total}) are overdue, the oldest, {number}, for {days, plural, one {# day} other {# days}}.',
  'signal.overdue_balance.evidence.one_usually_early':
    'Invoice {number} ({balance}) is {days, plural, one {# day} other {# days}} overdue; this account usually pays {usual, plural, =0 {on time} one {# day early} other {# days early}}.',
  'signal.overdue_balance.evidence.one_usually_late':
    'Invoice {number} ({balance}) is {days, plural, one {# day} other {# days}} overdue; this account usually pays {usual, plural, one {# day} other {# days}} late.',
  'signal.overdue_balance.evidence.several_usually_early':
    '{invoices, number} invoices ({total}) are overdue, the oldest, {number}, for {days, plural, one {# day} other {# days}}; this account usually pays {usual, plural, =0 {on time} one {# day early} other {# days early}}.',
  'signal.overdue_balance.evidence.several_usually_late':
    '{invoices, number} invoices ({total}) are overdue, the oldest, {number}, for {days, plural, one {# day} other {# days}}; this account usually pays {usual, plural, one {# day} other {# days}} late.',
  'signal.overdue_balance.evidence.several_currencies':
    '{invoices, number} invoices are overdue, the oldest, {number} ({balance}), for {days, plural, one {# day} other {# days}}.',
  'signal.overdue_balance.evidence.none': 'No invoice is overdue.',
  'signal.overdue_balance.evidence.silent': 'No invoice is overdue, but none was issued in {days, number} days.',
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

  'signal.paid_early.label': 'Paid early',
  'signal.paid_early.evidence.share':
    '{early, number} of {invoices, number} invoices of the last {days, number} days were paid before they were due ({share}).',
  'signal.paid_early.evidence.never':
    'None of the {invoices, number} invoices of the last {days, number} days was paid before it was due.',
  'signal.paid_early.remedy': 'Make paying early worth it: a small discount, or a plan that suits them better.',

  'signal.paid_after_reminder.label': 'Paid after reminders',
  'signal.paid_after_reminder.evidence.reminded':
    '{reminded, number} of {invoices, number} invoices of the last {days, number} days took a reminder ({share}), such as “{subject}” on {sent}.',
  'signal.paid_after_reminder.evidence.none':
    'No reminder is among the emails logged, though {late, number} of {invoices, number} invoices of the last {days, number} days were late.',
  'signal.paid_after_reminder.evidence.on_time':
    'All {invoices, number} invoices of the last {days, number} days were paid by their due date; none needed a reminder.',
  'signal.paid_after_reminder.remedy': 'Agree on a payment method or date that needs no reminder.',

  'signal.recurring_revenue.label': 'Recurring revenue',
  'signal.recurring_revenue.evidence.growing': 'Subscriptions bring {now} a month, up from {before} on {since}.',
  'signal.recurring_revenue.evidence.constant':
    'Subscriptions bring {now} a month, about as much as on {since} ({before}).',
  'signal.recurring_revenue.evidence.shrinking': 'Subscriptions bring {now} a month, down from {before} on {since}.',
  'signal.recurring_revenue.evidence.ended':
    'No subscription is active any more; on {since} they brought {before} a month.',
  'signal.recurring_revenue.evidence.past_due':
    '{subscriptions, plural, one {# subscription is} other {# subscriptions are}} past due ({unpaid} a month); others bring {now} a month.',
  'signal.recurring_revenue.evidence.past_due_all':
    '{subscriptions, plural, one {The subscription is} other {All # subscriptions are}} past due ({unpaid} a month).',
  'signal.recurring_revenue.evidence.deals_growing':
    'Deals won in the last {days, number} days bring {now} a month, up from {before} in the {days, number} days before.',
  'signal.recurring_revenue.evidence.deals_constant':
    'Deals won in the last {days, number} days bring {now} a month, about as much as in the {days, number} days before ({before}).',
  'signal.recurring_revenue.evidence.deals_shrinking':
    'Deals won in the last {days, number} days bring {now} a month, down from {before} in the {days, number} days before.',
  'signal.recurring_revenue.evidence.deals_ended':
    'No deal with recurring revenue was won in the last {days, number} days, after {before} a month in the {days, number} days before.',
  'signal.recurring_revenue.remedy': 'Ask what they no longer need, and agree on a plan that they will keep.',
  'signal.recurring_revenue.remedy.past_due': 'Get the payment through: the card or account on file may have changed.',
  'signal.recurring_revenue.remedy.past_due_all':
    'Get the payment through: the card or account on file may have changed.',

  'signal.failed_payments.label': 'Failed payments',
  'signal.failed_payments.evidence.failed':
    '{payments, plural, one {The payment of {amount} on {last} failed or is disputed, and none since has made it good.} other {# payments failed or are disputed and were not made good since, the last of them ({amount}) on {last}.}}',
  'signal.failed_payments.evidence.made_good':
    '{payments, plural, one {# payment} other {# payments}} of the last {days, number} days failed, and later ones made up for it.',
  'signal.failed_payments.evidence.none': 'No payment of the last {days, number} days failed.',
  'signal.failed_payments.evidence.silent': 'No payment failed, but none went through in {days, number} days.',
  'signal.failed_payments.remedy': 'Ask for another card or account; a payment that goes through wins this back.',
  'signal.failed_payments.remedy.silent': 'A new payment would show that paying still works.',
};
