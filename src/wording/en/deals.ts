/** The sentences of the deals & renewals signals. */
export const deals = {
  'signal.spend_trend.label': 'Spend trend',
  'signal.spend_trend.evidence.ended':
    '{by, select, invoices {Paid no invoice} other {Bought nothing}} in the last {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}}, after {before} in the {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}} before.',
  'signal.spend_trend.evidence.ended_before':
    '{by, select, invoices {Paid no invoice} other {Bought nothing}} in the last {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}}, nor in the {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}} before.',
  'signal.spend_trend.evidence.falling':
    '{by, select, invoices {Paid} other {Spent}} {now} in the last {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}}, down from {before} in the {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}} before.',
  'signal.spend_trend.evidence.constant':
    '{by, select, invoices {Paid} other {Spent}} {now} in the last {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}}, about as much as in the {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}} before ({before}).',
  'signal.spend_trend.evidence.rising':
    '{by, select, invoices {Paid} other {Spent}} {now} in the last {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}}, up from {before} in the {days, plural, =365 {12 months} =182 {6 months} =91 {3 months} one {# day} other {# days}} before.',
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
    '{by, select, invoices {Paid an invoice} other {Bought}} only once, {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}).',
  'signal.time_since_last_purchase.evidence.twice':
    '{by, select, invoices {Paid invoices} other {Bought}} on only two days, {gap, plural, one {one day} other {# days}} apart, the last {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}).',
  'signal.time_since_last_purchase.evidence.rhythm':
    '{by, select, invoices {Last paid an invoice} other {Last bought}} {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}); usually {by, select, invoices {pays one} other {buys}} every {gap, plural, =0 {day} one {day} other {# days}}.',
  'signal.time_since_last_purchase.evidence.seldom':
    '{by, select, invoices {Going by paid invoices, it buys} other {It buys}} only about every {gap, plural, one {day} other {# days}}; {by, select, invoices {the last one was paid} other {it last bought}} {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}).',
  'signal.time_since_last_purchase.evidence.season':
    '{by, select, invoices {Last paid an invoice} other {Last bought}} {days, plural, one {# day ago} other {# days ago}} ({last}); going by the last two years, {season, plural, one {# day of that is} other {# days of that are}} its off-season.',
  'signal.time_since_last_purchase.remedy': 'Win a new order; regular orders win back the rest.',

  'signal.growth.label': 'Growth',
  'signal.growth.evidence.expansion': 'The expansion “{name}” is open, due on {due} ({chance} likely).',
  'signal.growth.evidence.talk':
    'Plans came up {talks, plural, one {once} other {# times}} in {days, number} days, last on {last} (“{word}”).',
  'signal.growth.evidence.expansion_and_talk':
    'The expansion “{name}” is open, due on {due} ({chance} likely); plans came up {talks, plural, one {once} other {# times}} in {days, number} days, last on {last} (“{word}”).',
  'signal.growth.evidence.none': 'No expansion is open, and no plans came up in {days, number} days.',
  'signal.growth.remedy': 'Ask about their plans, and offer what helps them grow.',

  'signal.open_quotes.label': 'Open quotes',
  'signal.open_quotes.evidence.expired':
    '{quotes, plural, one {The quote “{name}” ran out on {until} without an answer.} other {# quotes ran out without an answer, the first of them, “{name}”, on {until}.}}',
  'signal.open_quotes.evidence.waiting':
    '{quotes, plural, one {The quote “{name}” waits for an answer; it holds until {until}.} other {# quotes wait for an answer; the first to run out, “{name}”, holds until {until}.}}',
  'signal.open_quotes.evidence.accepted': 'No quote waits for an answer; “{name}” was accepted.',
  'signal.open_quotes.evidence.silent':
    'No quote waits for an answer, and none of the last {days, number} days was accepted.',
  'signal.open_quotes.remedy': 'Ask what holds the decision up; renew the quote, or withdraw it.',
  'signal.open_quotes.remedy.silent': 'An accepted quote would show that they still want to buy.',

  'signal.lost_deals.label': 'Lost deals',
  'signal.lost_deals.evidence.none':
    'None of the {deals, number} deals decided in the last {days, number} days was lost.',
  'signal.lost_deals.evidence.lost':
    '{lost, number} of {deals, number} deals decided in the last {days, number} days {lost, plural, one {was lost ({share}): “{name}”} other {were lost ({share}), among them “{name}”}} on {closed}.',
  'signal.lost_deals.evidence.lost_because':
    '{lost, number} of {deals, number} deals decided in the last {days, number} days {lost, plural, one {was lost ({share}): “{name}”} other {were lost ({share}), among them “{name}”}} on {closed}. Reasons given: {reasons}.',
  'signal.lost_deals.remedy':
    'Ask why they chose otherwise, and win the next deal; as new ones are won, the share falls.',
};
