import type { support as english } from '../en/support.ts';
import type { Sentences } from '../sentences.ts';

export const support: Sentences<typeof english> = {
  'signal.open_tickets.label': 'Tichete deschise',
  'signal.open_tickets.evidence.open':
    '{open, plural, one {Un tichet deschis} few {# tichete deschise} other {# de tichete deschise}}; nivelul obișnuit pentru acest client: {norm, number}.',
  'signal.open_tickets.evidence.none': 'Niciun tichet deschis.',
  'signal.open_tickets.evidence.silent':
    'Niciun tichet deschis, iar niciunul din ultimele {windowDays, plural, one {# zi} few {# zile} other {# de zile}} nu arată cum a mers asistența.',
  'signal.open_tickets.remedy': 'Închideți tichetele deschise, începând cu cele mai vechi.',
  'signal.open_tickets.remedy.silent': 'Întrebați cum merg lucrurile: tăcerea nu dovedește că totul este în regulă.',

  'signal.unresolved_complaints.label': 'Reclamații nerezolvate',
  'signal.unresolved_complaints.evidence.open':
    '{complaints, plural, one {O reclamație nerezolvată} few {# reclamații nerezolvate, cea mai veche} other {# de reclamații nerezolvate, cea mai veche}} de {days, plural, one {o zi} few {# zile} other {# de zile}}.',
  'signal.unresolved_complaints.evidence.none': 'Nicio reclamație nerezolvată.',
  'signal.unresolved_complaints.evidence.silent':
    'Nicio reclamație nerezolvată, iar niciun tichet din ultimele {windowDays, plural, one {# zi} few {# zile} other {# de zile}} nu arată cum a mers asistența.',
  'signal.unresolved_complaints.remedy': 'Rezolvați reclamațiile și anunțați clientul.',
  'signal.unresolved_complaints.remedy.silent':
    'Întrebați cum merg lucrurile: tăcerea nu dovedește că totul este în regulă.',

  'signal.first_contact_resolution.label': 'Rezolvate la primul contact',
  'signal.first_contact_resolution.evidence.rate':
    'Tichete rezolvate la primul contact: {first, number} din {solved, number} ({share}).',
  'signal.first_contact_resolution.evidence.none':
    'Tichete rezolvate la primul contact: niciunul din {solved, number}.',
  'signal.first_contact_resolution.evidence.all': 'Tichete rezolvate la primul contact: toate ({solved, number}).',
  'signal.first_contact_resolution.remedy': 'Aflați de ce au revenit aceste tichete și eliminați cauza.',

  'signal.time_to_resolution.label': 'Timp de rezolvare',
  'signal.time_to_resolution.evidence.compared':
    'Durata tipică de rezolvare a {tickets, plural, one {tichetului său rezolvat} few {celor # tichete rezolvate ale sale} other {celor # de tichete rezolvate ale sale}}: {own}; valoarea tipică pentru toți clienții este {usual}.',
  'signal.time_to_resolution.remedy': 'Aflați ce a întârziat aceste tichete și stabiliți un termen pentru următoarele.',

  'signal.time_to_first_reply.label': 'Timp până la primul răspuns',
  'signal.time_to_first_reply.evidence.compared':
    'Durata tipică până la primul răspuns la {tickets, plural, one {tichetul său rezolvat} few {cele # tichete rezolvate ale sale} other {cele # de tichete rezolvate ale sale}}: {own}; valoarea tipică pentru toți clienții este {usual}.',
  'signal.time_to_first_reply.remedy':
    'Răspundeți cu prioritate la următoarele tichete ale clientului, fie și doar pentru a spune când vine ajutorul.',

  'signal.ticket_topics.label': 'Subiectele tichetelor',
  'signal.ticket_topics.evidence.growing':
    '„{topic}” este în creștere: {now, plural, one {un tichet} few {# tichete} other {# de tichete}} în ultimele 30 de zile; nivelul lunar obișnuit pentru acest client: {norm, number}.{others, plural, =0 {} one { Încă un subiect crește sau revine.} few { Încă # subiecte cresc sau revin.} other { Încă # de subiecte cresc sau revin.}}',
  'signal.ticket_topics.evidence.recurring':
    '„{topic}” a apărut în {came, number} din ultimele {months, plural, one {# lună} few {# luni} other {# de luni}}.{others, plural, =0 {} one { Încă un subiect crește sau revine.} few { Încă # subiecte cresc sau revin.} other { Încă # de subiecte cresc sau revin.}}',
  'signal.ticket_topics.evidence.every_month':
    '„{topic}” a apărut în fiecare dintre ultimele {months, plural, one {# lună} few {# luni} other {# de luni}}.{others, plural, =0 {} one { Încă un subiect crește sau revine.} few { Încă # subiecte cresc sau revin.} other { Încă # de subiecte cresc sau revin.}}',
  'signal.ticket_topics.evidence.steady': 'Niciun subiect al tichetelor nu crește și nu revine.',
  'signal.ticket_topics.evidence.silent':
    'Niciun subiect nu iese în evidență, iar niciun tichet din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} nu arată cum a mers asistența.',
  'signal.ticket_topics.remedy': 'Eliminați definitiv cauza acestor tichete și anunțați clientul.',
  'signal.ticket_topics.remedy.silent': 'Întrebați cum merg lucrurile: tăcerea nu dovedește că totul este în regulă.',

  'signal.sla_breaches.label': 'Termene de servicii depășite',
  'signal.sla_breaches.evidence.missed':
    'Tichete cu termenul promis depășit în ultimele {windowDays, plural, one {# zi} few {# zile} other {# de zile}}: {missed, number} din {promised, number}{open, plural, =0 {} one {; unul este încă deschis} few {; # sunt încă deschise} other {; # sunt încă deschise}}.',
  'signal.sla_breaches.evidence.missed_only':
    'Singurul tichet cu termen promis din ultimele {windowDays, plural, one {# zi} few {# zile} other {# de zile}} l-a depășit{open, plural, =0 {} one { și este încă deschis} few { și este încă deschis} other { și este încă deschis}}.',
  'signal.sla_breaches.evidence.kept': 'Tichete cu termen promis: {promised, number}, toate la timp.',
  'signal.sla_breaches.evidence.silent':
    'Niciun termen promis nu a fost depășit, iar niciun tichet din ultimele {windowDays, plural, one {# zi} few {# zile} other {# de zile}} nu arată cum a mers asistența.',
  'signal.sla_breaches.remedy':
    'Răspundeți mai întâi la tichetele întârziate, rezolvați-le și spuneți clientului când.',
  'signal.sla_breaches.remedy.silent': 'Întrebați cum merg lucrurile: tăcerea nu dovedește că totul este în regulă.',

  'signal.training.label': 'Instruire',
  'signal.training.evidence.trained':
    '{sessions, plural, one {O sesiune} few {# sesiuni} other {# de sesiuni}} de instruire în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.training.evidence.none':
    'Nicio sesiune de instruire în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.training.remedy': 'Propuneți o sesiune de instruire, mai întâi pentru utilizatorii noi.',
};
