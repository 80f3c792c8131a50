/** The sentences of the engagement signals. */
export const engagement = {
  'signal.email_engagement.label': 'Email opens and clicks',
  'signal.email_engagement.evidence.personal':
    'Of {sent, number} emails sent in {days, number} days, {opened, plural, one {# was} other {# were}} opened, {clicked, number} clicked and {replied, number} answered.',
  'signal.email_engagement.evidence.marketing':
    'Of {delivered, number} marketing emails delivered, {opened, plural, one {# was} other {# were}} opened and {clicked, number} clicked.',
  'signal.email_engagement.remedy': 'Write about what matters to them now, or try another channel.',

  'signal.two_way_contact.label': 'Two-way contact',
  'signal.two_way_contact.evidence.wrote':
    'They last wrote {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}); in {windowDays, number} days we got in touch {sent, plural, =0 {not once} one {once} other {# times}}, they {received, plural, =0 {not once} one {once} other {# times}}.',
  'signal.two_way_contact.evidence.called':
    'They last called {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}); in {windowDays, number} days we got in touch {sent, plural, =0 {not once} one {once} other {# times}}, they {received, plural, =0 {not once} one {once} other {# times}}.',
  'signal.two_way_contact.evidence.talked':
    'We last spoke on the phone {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}); in {windowDays, number} days we got in touch {sent, plural, =0 {not once} one {once} other {# times}}, they {received, plural, =0 {not once} one {once} other {# times}}.',
  'signal.two_way_contact.evidence.met':
    'We last met {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}); in {windowDays, number} days we got in touch {sent, plural, =0 {not once} one {once} other {# times}}, they {received, plural, =0 {not once} one {once} other {# times}}.',
  'signal.two_way_contact.evidence.messaged':
    'The last message was {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}); in {windowDays, number} days we got in touch {sent, plural, =0 {not once} one {once} other {# times}}, they {received, plural, =0 {not once} one {once} other {# times}}.',
  'signal.two_way_contact.evidence.quiet':
    'Nobody has been in touch in the last {windowDays, number} days; {channel, select, email {they last wrote} call {they last called} talk {we last spoke on the phone} meeting {we last met} other {the last message was}} {days, plural, one {# day ago} other {# days ago}} ({last}).',
  'signal.two_way_contact.evidence.never':
    'They never got in touch; we first tried {days, plural, =0 {today} one {# day ago} other {# days ago}} ({last}), and {sent, plural, =0 {not once} one {once} other {# times}} in the last {windowDays, number} days.',
  'signal.two_way_contact.remedy': 'Get an answer: call, or ask one short question.',

  'signal.meetings_held.label': 'Meetings held',
  'signal.meetings_held.evidence.booked':
    '{held, plural, =0 {No meeting was held} one {# meeting was held} other {# meetings were held}} in {days, number} days{missed, plural, =0 {} one { and # was missed} other { and # were missed}}; the next one is on {next}.',
  'signal.meetings_held.evidence.unbooked':
    '{held, plural, =0 {No meeting was held} one {# meeting was held} other {# meetings were held}} in {days, number} days{missed, plural, =0 {} one { and # was missed} other { and # were missed}}; none is booked.',
  'signal.meetings_held.evidence.none':
    'No meeting in {days, number} days, and none is booked; the last one was on {last}.',
  'signal.meetings_held.remedy': 'Book the next meeting, and see that it takes place.',

  'signal.contact_breadth.label': 'People in touch',
  'signal.contact_breadth.evidence.people':
    '{contacts, plural, one {Their only contact was} other {{people, plural, one {# of their {contacts, number} contacts was} other {# of their {contacts, number} contacts were}}}} in touch in the last {days, number} days; aim for at least {expected, plural, one {# person} other {# people}}.',
  'signal.contact_breadth.evidence.nobody':
    '{contacts, plural, one {Their only contact was not} other {None of their # contacts was}} in touch in the last {days, number} days; aim for at least {expected, plural, one {# person} other {# people}}.',
  'signal.contact_breadth.remedy': 'Get to know more people there: one lost champion is a risk.',
};
