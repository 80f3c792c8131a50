import type { deals as english } from '../en/deals.ts';
import type { Sentences } from '../sentences.ts';

export const deals: Sentences<typeof english> = {
  'signal.spend_trend.label': 'Andamento della spesa',
  'signal.spend_trend.evidence.ended':
    '{by, select, invoices {Nessuna fattura pagata} other {Nessun acquisto}} negli ultimi {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}}, contro {before} nei {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}} precedenti.',
  'signal.spend_trend.evidence.ended_before':
    '{by, select, invoices {Nessuna fattura pagata} other {Nessun acquisto}} negli ultimi {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}}, né nei {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}} precedenti.',
  'signal.spend_trend.evidence.falling':
    '{by, select, invoices {Ha pagato} other {Ha speso}} {now} negli ultimi {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}}, in calo rispetto a {before} nei {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}} precedenti.',
  'signal.spend_trend.evidence.constant':
    '{by, select, invoices {Ha pagato} other {Ha speso}} {now} negli ultimi {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}}, in linea con i {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}} precedenti ({before}).',
  'signal.spend_trend.evidence.rising':
    '{by, select, invoices {Ha pagato} other {Ha speso}} {now} negli ultimi {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}}, in crescita rispetto a {before} nei {days, plural, =365 {12 mesi} =182 {6 mesi} =91 {3 mesi} one {# giorno} other {# giorni}} precedenti.',
  'signal.spend_trend.remedy': 'Chiedere che cosa è cambiato e concordare il prossimo ordine o un piano.',

  'signal.renewal_outcome.label': 'Rinnovi ed espansioni',
  'signal.renewal_outcome.evidence.won': 'L’ultimo rinnovo o espansione, «{name}», è stato vinto in data {closed}.',
  'signal.renewal_outcome.evidence.lost': 'L’ultimo rinnovo o espansione, «{name}», è stato perso in data {closed}.',
  'signal.renewal_outcome.evidence.lost_because':
    'L’ultimo rinnovo o espansione, «{name}», è stato perso in data {closed}: {reason}.',
  'signal.renewal_outcome.evidence.due':
    'Il rinnovo o espansione «{name}» è previsto in data {due}, nella fase {stage} (probabilità: {chance}).',
  'signal.renewal_outcome.evidence.late':
    'Il rinnovo o espansione «{name}» era previsto in data {due} ed è ancora aperto, con {days, plural, one {# giorno} other {# giorni}} di ritardo.',
  'signal.renewal_outcome.remedy': 'Vincere il prossimo: concordare condizioni e data prima della scadenza.',

  'signal.time_since_last_purchase.label': 'Ultimo acquisto',
  'signal.time_since_last_purchase.evidence.once':
    '{by, select, invoices {Ha pagato una fattura} other {Ha acquistato}} una sola volta, {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}).',
  'signal.time_since_last_purchase.evidence.twice':
    '{by, select, invoices {Ha pagato fatture} other {Ha acquistato}} solo in due giorni, a {gap, plural, one {un giorno} other {# giorni}} di distanza, l’ultima volta {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}).',
  'signal.time_since_last_purchase.evidence.rhythm':
    '{by, select, invoices {Ultima fattura pagata} other {Ultimo acquisto}} {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}); di solito {by, select, invoices {ne paga una} other {acquista}} ogni {gap, plural, =0 {giorno} one {giorno} other {# giorni}}.',
  'signal.time_since_last_purchase.evidence.seldom':
    '{by, select, invoices {In base alle fatture pagate, acquista} other {Acquista}} solo ogni {gap, plural, one {giorno} other {# giorni}} circa; {by, select, invoices {ultima fattura pagata} other {ultimo acquisto}} {days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}} ({last}).',
  'signal.time_since_last_purchase.evidence.season':
    '{by, select, invoices {Ultima fattura pagata} other {Ultimo acquisto}} {days, plural, one {# giorno fa} other {# giorni fa}} ({last}); in base agli ultimi due anni, {season, plural, one {# giorno rientra} other {# giorni rientrano}} nella sua bassa stagione.',
  'signal.time_since_last_purchase.remedy': 'Ottenere un nuovo ordine; gli ordini regolari fanno recuperare il resto.',

  'signal.growth.label': 'Crescita',
  'signal.growth.evidence.expansion': 'L’espansione «{name}» è aperta, prevista in data {due} (probabilità: {chance}).',
  'signal.growth.evidence.talk':
    'Si è parlato di progetti {talks, plural, one {# volta} other {# volte}} in {days, number} giorni, l’ultima in data {last} («{word}»).',
  'signal.growth.evidence.expansion_and_talk':
    'L’espansione «{name}» è aperta, prevista in data {due} (probabilità: {chance}); si è parlato di progetti {talks, plural, one {# volta} other {# volte}} in {days, number} giorni, l’ultima in data {last} («{word}»).',
  'signal.growth.evidence.none': 'Nessuna espansione aperta e non si è parlato di progetti in {days, number} giorni.',
  'signal.growth.remedy': 'Chiedere dei loro progetti e offrire ciò che li aiuta a crescere.',

  'signal.open_quotes.label': 'Preventivi aperti',
  'signal.open_quotes.evidence.expired':
    '{quotes, plural, one {Il preventivo «{name}» è scaduto in data {until} senza risposta.} other {# preventivi sono scaduti senza risposta, il primo («{name}») in data {until}.}}',
  'signal.open_quotes.evidence.waiting':
    '{quotes, plural, one {Il preventivo «{name}» attende risposta; scade in data {until}.} other {# preventivi attendono risposta; il primo a scadere è «{name}», in data {until}.}}',
  'signal.open_quotes.evidence.accepted': 'Nessun preventivo attende risposta; «{name}» è stato accettato.',
  'signal.open_quotes.evidence.silent':
    'Nessun preventivo attende risposta e nessuno degli ultimi {days, number} giorni è stato accettato.',
  'signal.open_quotes.remedy': 'Chiedere che cosa frena la decisione; rinnovare il preventivo oppure ritirarlo.',
  'signal.open_quotes.remedy.silent': 'Un preventivo accettato mostrerebbe che vogliono ancora acquistare.',

  'signal.lost_deals.label': 'Trattative perse',
  'signal.lost_deals.evidence.none':
    'Nessuna trattativa persa su {deals, number} chiuse negli ultimi {days, number} giorni.',
  'signal.lost_deals.evidence.lost':
    '{lost, plural, one {# trattativa persa} other {# trattative perse}} su {deals, number} chiuse negli ultimi {days, number} giorni ({share}){lost, plural, one {:} other {, tra cui}} «{name}», in data {closed}.',
  'signal.lost_deals.evidence.lost_because':
    '{lost, plural, one {# trattativa persa} other {# trattative perse}} su {deals, number} chiuse negli ultimi {days, number} giorni ({share}){lost, plural, one {:} other {, tra cui}} «{name}», in data {closed}. Motivi indicati: {reasons}.',
  'signal.lost_deals.remedy':
    'Chiedere perché hanno scelto diversamente e vincere la prossima trattativa; ogni vittoria riduce la quota di perse.',
};
