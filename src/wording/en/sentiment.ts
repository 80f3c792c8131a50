/** The sentences of the sentiment signals. */
export const sentiment = {
  'signal.pulse.label': 'Pulse',
  'signal.pulse.evidence.said': 'The account’s sentiment is set to “{value}” (first seen on {since}).',
  'signal.pulse.evidence.given':
    'The pulse was set to {value, select, positive {positive} neutral {neutral} other {negative}} on {since}: “{reason}”',
  'signal.pulse.remedy': 'Talk to the customer, then set the pulse anew.',

  'signal.nps.label': 'NPS',
  'signal.nps.evidence.one_round':
    'Asked whether they would recommend us, they say {mean, number} of 10 ({answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.nps.evidence.rising':
    'Asked whether they would recommend us, they now say {now, number} of 10, up from {before, number} (the score goes by the weighted mean, {mean, number}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.nps.evidence.steady':
    'Asked whether they would recommend us, they now say {now, number} of 10, about as before ({before, number}; the score goes by the weighted mean, {mean, number}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.nps.evidence.falling':
    'Asked whether they would recommend us, they now say {now, number} of 10, down from {before, number} (the score goes by the weighted mean, {mean, number}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.nps.remedy': 'Ask those who rated lowest what would change their mind, act on it, then ask again.',

  'signal.csat.label': 'CSAT',
  'signal.csat.evidence.one_round':
    'Satisfaction with what we did is {mean} ({answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.csat.evidence.rising':
    'Satisfaction with what we did is now {now}, up from {before} (the score goes by the weighted mean, {mean}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.csat.evidence.steady':
    'Satisfaction with what we did is now {now}, about as before ({before}; the score goes by the weighted mean, {mean}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.csat.evidence.falling':
    'Satisfaction with what we did is now {now}, down from {before} (the score goes by the weighted mean, {mean}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.csat.remedy': 'Call those who were unhappy and put it right; better answers win this back.',

  'signal.ces.label': 'CES',
  'signal.ces.evidence.one_round':
    'They rate how easy it is to get things done with us {mean, number} of 7 ({answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.ces.evidence.rising':
    'They now rate how easy it is to get things done with us {now, number} of 7, up from {before, number} (the score goes by the weighted mean, {mean, number}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.ces.evidence.steady':
    'They now rate how easy it is to get things done with us {now, number} of 7, about as before ({before, number}; the score goes by the weighted mean, {mean, number}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.ces.evidence.falling':
    'They now rate how easy it is to get things done with us {now, number} of 7, down from {before, number} (the score goes by the weighted mean, {mean, number}; {answers, plural, one {# answer} other {# answers}}, the last on {last}).',
  'signal.ces.remedy': 'Find out what costs them effort, and remove it.',

  'signal.survey_trend.label': 'Survey trend',
  'signal.survey_trend.evidence.rising':
    'Ratings out of ten are rising by {change, number} a quarter ({answers, plural, one {# answer} other {# answers}} in {quarters, plural, one {# quarter} other {# quarters}}).',
  'signal.survey_trend.evidence.steady':
    'Ratings out of ten hold steady ({answers, plural, one {# answer} other {# answers}} in {quarters, plural, one {# quarter} other {# quarters}}).',
  'signal.survey_trend.evidence.falling':
    'Ratings out of ten are falling by {change, number} a quarter ({answers, plural, one {# answer} other {# answers}} in {quarters, plural, one {# quarter} other {# quarters}}).',
  'signal.survey_trend.remedy': 'Ask what got worse since the earlier answers, and tell them what you do about it.',

  'signal.contact_survey.label': 'After support',
  'signal.contact_survey.evidence.solved':
    'Asked after {asked, plural, one {# closed ticket} other {# closed tickets}}, they were satisfied with {good, number} ({share}).',
  'signal.contact_survey.evidence.came_back':
    'Asked after {asked, plural, one {# closed ticket} other {# closed tickets}}, they were satisfied, and the matter stayed solved, with {good, number} ({share}); {back, number} came back.',
  'signal.contact_survey.remedy': 'Go back to the tickets that left them dissatisfied, and finish the job.',

  'signal.product_feedback.label': 'Reaction to releases',
  'signal.product_feedback.evidence.after':
    'In {days, plural, one {# day} other {# days}} after the release of {release}, {after, plural, =0 {no ticket or bad answer came in} one {# ticket or bad answer came in} other {# tickets and bad answers came in}}; usually {usual, number} in that time.',
  'signal.product_feedback.evidence.after_rare':
    'In {days, plural, one {# day} other {# days}} after the release of {release}, {after, plural, =0 {no ticket or bad answer came in} one {# ticket or bad answer came in} other {# tickets and bad answers came in}}; usually fewer than one in that time.',
  'signal.product_feedback.remedy': 'Ask what the release broke or changed for them, and help them over it.',

  'signal.referrals.label': 'Referrals',
  'signal.referrals.evidence.referred':
    'Referred {deals, plural, one {# deal} other {# deals}} to us in {days, number} days, {won, number} of them won; the last on {last}.',
  'signal.referrals.remedy': 'Thank them, and ask whom else they would recommend us to.',
};
