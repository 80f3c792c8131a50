/** The sentences of the deals & renewals signals. */
export const deals = {
  'signal.spend_trend.label': 'Spend trend',
  'signal.spend_trend.evidence.ended':
    'Bought nothing in the last {days, number} days, after {before} in the {days, number} days before.',
  'signal.spend_trend.evidence.ended_before':
    'Bought nothing in the last {days, number} days, nor in the {days, number} days before.',
  'signal.spend_trend.evidence.falling':
    'Spent {now} in the last {days, number} days, down from {before} in the {days, number} days before.',
  'signal.spend_trend.evidence.constant':
    'Spent {now} in the last {days, number} days, about as much as in the {days, number} days before ({before}).',
  'signal.spend_trend.evidence.rising':
    'Spent {now} in the last {days, number} days, up from {before} in the {days, number} days before.',
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
  'signal.time_since_last_purchase.evidence.season':
    'Last bought {days, plural, one {# day ago} other {# days ago}} ({last}); going by the last two years, {season, plural, one {# day of that is} other {# days of that are}} its off-season.',
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
};
