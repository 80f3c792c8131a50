import type { support as english } from '../en/support.ts';
import type { Sentences } from '../sentences.ts';

export const support: Sentences<typeof english> = {
  'signal.open_tickets.label': 'Ticket aperti',
  'signal.open_tickets.evidence.open':
    '{open, plural, one {# ticket aperto} other {# ticket aperti}}; il valore abituale per questo cliente è {norm, number}.',
  'signal.open_tickets.evidence.none': 'Nessun ticket aperto.',
  'signal.open_tickets.evidence.silent':
    'Nessun ticket aperto, e nessuno degli ultimi {windowDays, number} giorni mostra come è andata l’assistenza.',
  'signal.open_tickets.remedy': 'Chiudere i ticket aperti, a partire dai più vecchi.',
  'signal.open_tickets.remedy.silent': 'Chiedere come vanno le cose: il silenzio non è prova di salute.',

  'signal.unresolved_complaints.label': 'Reclami irrisolti',
  'signal.unresolved_complaints.evidence.open':
    '{complaints, plural, one {# reclamo irrisolto} other {# reclami irrisolti, il più vecchio}} da {days, plural, one {# giorno} other {# giorni}}.',
  'signal.unresolved_complaints.evidence.none': 'Nessun reclamo irrisolto.',
  'signal.unresolved_complaints.evidence.silent':
    'Nessun reclamo irrisolto, e nessun ticket degli ultimi {windowDays, number} giorni mostra come è andata l’assistenza.',
  'signal.unresolved_complaints.remedy': 'Risolvere i reclami e comunicarlo al cliente.',
  'signal.unresolved_complaints.remedy.silent': 'Chiedere come vanno le cose: il silenzio non è prova di salute.',

  'signal.first_contact_resolution.label': 'Risolti al primo contatto',
  'signal.first_contact_resolution.evidence.rate':
    'Ticket risolti al primo contatto: {first, number} su {solved, number} ({share}).',
  'signal.first_contact_resolution.evidence.none': 'Ticket risolti al primo contatto: nessuno su {solved, number}.',
  'signal.first_contact_resolution.evidence.all': 'Ticket risolti al primo contatto: tutti ({solved, number}).',
  'signal.first_contact_resolution.remedy': 'Scoprire perché questi ticket sono tornati ed eliminarne la causa.',

  'signal.time_to_resolution.label': 'Tempo di risoluzione',
  'signal.time_to_resolution.evidence.compared':
    'Tempo tipico di risoluzione {tickets, plural, one {del suo # ticket risolto} other {dei suoi # ticket risolti}}: {own}; il valore tipico tra tutti i clienti è {usual}.',
  'signal.time_to_resolution.remedy':
    'Scoprire che cosa ha rallentato questi ticket e dare una data ai prossimi del cliente.',

  'signal.time_to_first_reply.label': 'Tempo di prima risposta',
  'signal.time_to_first_reply.evidence.compared':
    'Tempo tipico di prima risposta {tickets, plural, one {al suo # ticket risolto} other {ai suoi # ticket risolti}}: {own}; il valore tipico tra tutti i clienti è {usual}.',
  'signal.time_to_first_reply.remedy':
    'Rispondere per primi ai prossimi ticket del cliente, anche solo per dire quando arriverà l’aiuto.',

  'signal.ticket_topics.label': 'Temi dei ticket',
  'signal.ticket_topics.evidence.growing':
    '«{topic}» è in aumento: {now, number} ticket negli ultimi 30 giorni; il valore mensile abituale per questo cliente è {norm, number}.{others, plural, =0 {} one { Un altro tema cresce o si ripresenta.} other { Altri # temi crescono o si ripresentano.}}',
  'signal.ticket_topics.evidence.recurring':
    '«{topic}» si presenta in {came, number} degli ultimi {months, plural, one {# mese} other {# mesi}}.{others, plural, =0 {} one { Un altro tema cresce o si ripresenta.} other { Altri # temi crescono o si ripresentano.}}',
  'signal.ticket_topics.evidence.every_month':
    '«{topic}» si presenta in ognuno degli ultimi {months, plural, one {# mese} other {# mesi}}.{others, plural, =0 {} one { Un altro tema cresce o si ripresenta.} other { Altri # temi crescono o si ripresentano.}}',
  'signal.ticket_topics.evidence.steady': 'Nessun tema dei ticket cresce o si ripresenta.',
  'signal.ticket_topics.evidence.silent':
    'Nessun tema ricorrente nei ticket, e nessun ticket degli ultimi {days, number} giorni mostra come è andata l’assistenza.',
  'signal.ticket_topics.remedy': 'Eliminare definitivamente la causa di questi ticket e comunicarlo al cliente.',
  'signal.ticket_topics.remedy.silent': 'Chiedere come vanno le cose: il silenzio non è prova di salute.',

  'signal.sla_breaches.label': 'Livelli di servizio mancati',
  'signal.sla_breaches.evidence.missed':
    'Ticket oltre il tempo promesso negli ultimi {windowDays, number} giorni: {missed, number} su {promised, number}{open, plural, =0 {} one {; # è ancora aperto} other {; # sono ancora aperti}}.',
  'signal.sla_breaches.evidence.missed_only':
    'L’unico ticket con un tempo promesso degli ultimi {windowDays, number} giorni lo ha superato{open, plural, =0 {} one { ed è ancora aperto} other { ed è ancora aperto}}.',
  'signal.sla_breaches.evidence.kept': 'Ticket con un tempo promesso: {promised, number}, tutti nei tempi.',
  'signal.sla_breaches.evidence.silent':
    'Nessun tempo promesso è stato superato, e nessun ticket degli ultimi {windowDays, number} giorni mostra come è andata l’assistenza.',
  'signal.sla_breaches.remedy': 'Dare la precedenza ai ticket in ritardo e comunicare i tempi al cliente.',
  'signal.sla_breaches.remedy.silent': 'Chiedere come vanno le cose: il silenzio non è prova di salute.',

  'signal.training.label': 'Formazione',
  'signal.training.evidence.trained':
    '{sessions, plural, one {# sessione} other {# sessioni}} di formazione negli ultimi {days, number} giorni.',
  'signal.training.evidence.none': 'Nessuna sessione di formazione negli ultimi {days, number} giorni.',
  'signal.training.remedy': 'Proporre una sessione di formazione, a partire dai nuovi utenti.',
};
