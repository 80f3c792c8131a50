/** How a score is computed, step by step. */
export const computation = {
  'computation.step.customer': 'Customer',
  'computation.step.segment': 'Group',
  'computation.step.known': 'What is known',
  'computation.step.cap': 'Limit: {cap}',
  'computation.step.score': 'Score',
  'computation.step.band': 'Status',
  'computation.step.override': 'Set by a person',
  'computation.customer.named': 'Yes: the property that names the customers says so.',
  'computation.customer.stage': 'Yes: its lifecycle stage says so.',
  'computation.customer.became_customer': 'Yes: HubSpot holds the day on which it became a customer.',
  'computation.customer.purchase':
    'Yes: it bought something in the last {months, plural, one {# month} other {# months}}.',
  'computation.segment.named': '“{name}”: what the model says of this group counts before its general rules.',
  'computation.segment.none': 'It is in none of the model’s groups of customers: the general rules count.',
  'computation.known':
    '{share} of what there is to know, in {dimensions, plural, one {# dimension} other {# dimensions}}. A score takes at least {minimum}, in {needed, plural, one {# dimension} other {# dimensions}}.',
  'computation.cap.holds':
    'It holds the score at {most, number} or below, and takes {points, plural, one {# point} other {# points}}. {signal}: {raw}. The limit counts from here on: {from}.',
  'computation.cap.idle':
    'It is reached, but takes nothing: the score would not be higher than {score, number} without it. {signal}: {raw}. The limit counts from here on: {from}.',
  'computation.cap.free': 'It is not reached. {signal}: {raw}. The limit counts from here on: {from}.',
  'computation.cap.unknown': 'It cannot be told, so it does not count. {signal}: unknown.',
  'computation.takes': 'It takes {points, plural, one {# point} other {# points}}.',
  'computation.score':
    '100 − {lost, number} = {score, number}. The points lost are listed with each signal, and with the limits.',
  'computation.band':
    '{band}. Healthy from {healthyFrom, number} on, at risk from {atRiskFrom, number} on, unhealthy below.',
  'computation.band.quartiles':
    'These thresholds come from the scores of all customers: the best quarter is healthy, the worst is unhealthy.',
  'computation.band.alarm_budget':
    'These thresholds come from the scores of all customers: no more are unhealthy than the team can call in a week ({calls, number}).',
  'computation.band.later': 'With the draft, the thresholds are computed anew from all scores. The preview shows them.',
  'computation.override': '{band}, until {until}. Reason: “{reason}”. The score stays as computed.',
  'computation.raw.days': '{n, plural, one {# day} other {# days}}',
  'computation.raw.ratio': 'ratio {n, number}',
  'computation.raw.money': 'amount {amount}',
  'computation.raw.yes': 'answer: yes',
  'computation.raw.no': 'answer: no',
  'computation.raw.option': 'option worth {n, plural, one {# point} other {# points}}',
  'computation.rule.up_to': 'Up to {raw}: {points, plural, one {# point} other {# points}}.',
  'computation.rule.from': 'From {raw} on: {points, plural, one {# point} other {# points}}.',
  'computation.rule.between':
    'Between {from} ({fromPoints, plural, one {# point} other {# points}}) and {to} ({toPoints, plural, one {# point} other {# points}}).',
  'computation.rule.fixed': 'The model gives this answer {points, plural, one {# point} other {# points}}.',
  'computation.rule.silence':
    'Nothing bad happened, but nothing happened at all: that gives at most {points, plural, one {# point} other {# points}}.',
  'computation.rule.unknown': 'Unknown counts as {points, plural, one {# point} other {# points}} in this model.',
  'computation.general.points':
    'What each signal measures becomes 0 to 100 points, along a curve of the model. Between two values of the curve the points run straight.',
  'computation.general.weights':
    'A signal’s share of the score is its weight among the known signals of its dimension, times the weight of that dimension among the known dimensions.',
  'computation.general.unknown':
    'What is unknown does not count, unless the model gives it points: it is neither good nor bad, but less is known then.',
  'computation.general.minimum':
    'Where less than {share} is known, or fewer than {dimensions, plural, one {# dimension} other {# dimensions}}, there is no score.',
  'computation.general.silence':
    'That nothing bad happened in a channel which the customer does not use gives at most {points, plural, one {# point} other {# points}}.',
  'computation.general.caps':
    'Limits hold the score down whatever the rest says: {count, plural, one {this model has #} other {this model has #}}. The lowest one counts.',
  'computation.general.receipt':
    'The score is rounded to a whole number. The points lost are whole numbers too, and add up to 100 less the score.',
  'computation.general.sources': 'A source of data that comes or goes makes no customer healthy by itself.',
  'computation.general.override': 'A person may set another status for a time. The score stays as computed.',
  'computation.draft.mistakes': 'The draft has mistakes. Mend them first; then it can be tried on a company.',
};
