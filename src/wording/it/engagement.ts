import type { engagement as english } from '../en/engagement.ts';
import type { Sentences } from '../sentences.ts';

export const engagement: Sentences<typeof english> = {
  'signal.email_engagement.label': 'Aperture e clic delle e-mail',
  'signal.email_engagement.evidence.personal':
    'E-mail inviate in {days, number} giorni: {sent, number}, di cui {opened, plural, one {# aperta} other {# aperte}}, {clicked, number} con clic e {replied, number} con risposta.',
  'signal.email_engagement.evidence.marketing':
    'E-mail di marketing recapitate: {delivered, number}, di cui {opened, plural, one {# aperta} other {# aperte}} e {clicked, number} con clic.',
  'signal.email_engagement.remedy': 'Scrivere di ciò che oggi sta loro a cuore, o provare un altro canale.',

  'signal.two_way_contact.label': 'Contatto bidirezionale',
  'signal.two_way_contact.evidence.wrote':
    'Ultimo messaggio ricevuto {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}); interazioni in {windowDays, number} giorni: {sent, number} da parte nostra, {received, number} da parte loro.',
  'signal.two_way_contact.evidence.called':
    'Ultima telefonata ricevuta {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}); interazioni in {windowDays, number} giorni: {sent, number} da parte nostra, {received, number} da parte loro.',
  'signal.two_way_contact.evidence.talked':
    'Ultimo colloquio telefonico {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}); interazioni in {windowDays, number} giorni: {sent, number} da parte nostra, {received, number} da parte loro.',
  'signal.two_way_contact.evidence.met':
    'Ultimo incontro {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}); interazioni in {windowDays, number} giorni: {sent, number} da parte nostra, {received, number} da parte loro.',
  'signal.two_way_contact.evidence.messaged':
    'Ultimo messaggio scambiato {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}); interazioni in {windowDays, number} giorni: {sent, number} da parte nostra, {received, number} da parte loro.',
  'signal.two_way_contact.evidence.quiet':
    'Nessun contatto negli ultimi {windowDays, number} giorni, né da parte nostra né da parte loro; {channel, select, email {ultimo messaggio ricevuto} call {ultima telefonata ricevuta} talk {ultimo colloquio telefonico} meeting {ultimo incontro} other {ultimo messaggio scambiato}} {days, plural, one {# giorno fa} other {# giorni fa}} ({last}).',
  'signal.two_way_contact.evidence.never':
    'Nessun contatto da parte loro; nostro primo tentativo {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}), con {sent, plural, =0 {nessun tentativo} one {# tentativo} other {# tentativi}} negli ultimi {windowDays, number} giorni.',
  'signal.two_way_contact.remedy': 'Ottenere una risposta: telefonare o fare una sola breve domanda.',

  'signal.meetings_held.label': 'Riunioni tenute',
  'signal.meetings_held.evidence.booked':
    'Riunioni tenute in {days, number} giorni: {held, number}{missed, plural, =0 {} one { (# mancata)} other { (# mancate)}}; la prossima in data {next}.',
  'signal.meetings_held.evidence.unbooked':
    'Riunioni tenute in {days, number} giorni: {held, number}{missed, plural, =0 {} one { (# mancata)} other { (# mancate)}}; nessuna in programma.',
  'signal.meetings_held.evidence.none':
    'Nessuna riunione in {days, number} giorni e nessuna in programma; l’ultima in data {last}.',
  'signal.meetings_held.remedy': 'Fissare la prossima riunione e assicurarsi che si tenga.',

  'signal.contact_breadth.label': 'Persone in contatto',
  'signal.contact_breadth.evidence.people':
    'Negli ultimi {days, number} giorni {contacts, plural, one {si è fatto sentire il loro unico contatto} other {{people, plural, one {si è fatto sentire # contatto} other {si sono fatti sentire # contatti}} su {contacts, number}}}; obiettivo: almeno {expected, plural, one {# persona} other {# persone}}.',
  'signal.contact_breadth.evidence.nobody':
    'Negli ultimi {days, number} giorni {contacts, plural, one {il loro unico contatto non si è fatto sentire} other {nessuno dei loro # contatti si è fatto sentire}}; obiettivo: almeno {expected, plural, one {# persona} other {# persone}}.',
  'signal.contact_breadth.remedy': 'Conoscere più persone in azienda: perdere un solo referente è un rischio.',
};
