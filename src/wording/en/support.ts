/** The sentences of the support signals. */
export const support = {
  'signal.open_tickets.label': 'Open tickets',
  'signal.open_tickets.evidence.open':
    '{open, plural, one {# ticket is} other {# tickets are}} open; {norm, number} is normal for this account.',
  'signal.open_tickets.evidence.none': 'No ticket is open.',
  'signal.open_tickets.evidence.silent':
    'No ticket is open, and none of the last {windowDays, number} days tells how support went.',
  'signal.open_tickets.remedy': 'Close the open tickets, oldest first.',
  'signal.open_tickets.remedy.silent': 'Ask how things are going: silence is no proof of health.',

  'signal.unresolved_complaints.label': 'Unresolved complaints',
  'signal.unresolved_complaints.evidence.open':
    '{complaints, plural, one {# complaint has been unresolved for} other {# complaints are unresolved, the oldest for}} {days, plural, one {# day} other {# days}}.',
  'signal.unresolved_complaints.evidence.none': 'No complaint is unresolved.',
  'signal.unresolved_complaints.evidence.silent':
    'No complaint is unresolved, and no ticket of the last {windowDays, number} days tells how support went.',
  'signal.unresolved_complaints.remedy': 'Resolve the complaints, and tell the customer so.',
  'signal.unresolved_complaints.remedy.silent': 'Ask how things are going: silence is no proof of health.',

  'signal.first_contact_resolution.label': 'Solved at first contact',
  'signal.first_contact_resolution.evidence.rate':
    '{first, plural, one {# of {solved, number} solved tickets was} other {# of {solved, number} solved tickets were}} solved at the first contact ({share}).',
  'signal.first_contact_resolution.evidence.none':
    '{solved, plural, one {The only solved ticket was not} other {None of # solved tickets was}} solved at the first contact.',
  'signal.first_contact_resolution.evidence.all':
    '{solved, plural, one {The only solved ticket was} other {All # solved tickets were}} solved at the first contact.',
  'signal.first_contact_resolution.remedy': 'Find out why these tickets came back, and mend the cause.',

  'signal.time_to_resolution.label': 'Time to resolution',
  'signal.time_to_resolution.evidence.compared':
    'Its {tickets, plural, one {# solved ticket} other {# solved tickets}} typically took {own} to solve; {usual} is typical across all accounts.',
  'signal.time_to_resolution.remedy': 'Find out what held these tickets up, and give the account’s next ones a date.',

  'signal.time_to_first_reply.label': 'Time to first reply',
  'signal.time_to_first_reply.evidence.compared':
    'The first reply to its {tickets, plural, one {# solved ticket} other {# solved tickets}} typically took {own}; {usual} is typical across all accounts.',
  'signal.time_to_first_reply.remedy': 'Answer the account’s next tickets first, if only to say when help comes.',

  'signal.ticket_topics.label': 'Ticket topics',
  'signal.ticket_topics.evidence.growing':
    '“{topic}” is growing: {now, plural, one {# ticket} other {# tickets}} in the last 30 days; {norm, number} a month is normal for this account.{others, plural, =0 {} one { # more topic grows or keeps coming back.} other { # more topics grow or keep coming back.}}',
  'signal.ticket_topics.evidence.recurring':
    '“{topic}” came up in {came, number} of the last {months, plural, one {# month} other {# months}}.{others, plural, =0 {} one { # more topic grows or keeps coming back.} other { # more topics grow or keep coming back.}}',
  'signal.ticket_topics.evidence.every_month':
    '“{topic}” came up in each of the last {months, plural, one {# month} other {# months}}.{others, plural, =0 {} one { # more topic grows or keeps coming back.} other { # more topics grow or keep coming back.}}',
  'signal.ticket_topics.evidence.steady': 'No ticket topic grows or keeps coming back.',
  'signal.ticket_topics.evidence.silent':
    'No ticket topic comes up, and no ticket of the last {days, number} days tells how support went.',
  'signal.ticket_topics.remedy': 'Mend the cause of these tickets for good, and tell the customer so.',
  'signal.ticket_topics.remedy.silent': 'Ask how things are going: silence is no proof of health.',

  'signal.sla_breaches.label': 'Missed service levels',
  'signal.sla_breaches.evidence.missed':
    '{missed, number} of {promised, number} tickets with a promised time in the last {windowDays, number} days missed it{open, plural, =0 {} one {; # is still open} other {; # are still open}}.',
  'signal.sla_breaches.evidence.missed_only':
    'The only ticket with a promised time in the last {windowDays, number} days missed it{open, plural, =0 {} one { and is still open} other { and is still open}}.',
  'signal.sla_breaches.evidence.kept':
    '{promised, plural, one {The # ticket with a promised time has not missed it} other {None of the # tickets with a promised time missed it}}.',
  'signal.sla_breaches.evidence.silent':
    'No promised time was missed, and no ticket of the last {windowDays, number} days tells how support went.',
  'signal.sla_breaches.remedy': 'Answer and solve the late tickets first, and tell the customer when.',
  'signal.sla_breaches.remedy.silent': 'Ask how things are going: silence is no proof of health.',

  'signal.training.label': 'Training',
  'signal.training.evidence.trained':
    '{sessions, plural, one {# training session} other {# training sessions}} in the last {days, number} days.',
  'signal.training.evidence.none': 'No training session in the last {days, number} days.',
  'signal.training.remedy': 'Offer a training session, to new users first.',
};
