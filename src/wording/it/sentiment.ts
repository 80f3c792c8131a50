import type { sentiment as english } from '../en/sentiment.ts';
import type { Sentences } from '../sentences.ts';

export const sentiment: Sentences<typeof english> = {
  'signal.pulse.label': 'Percezione',
  'signal.pulse.evidence.said':
    'La percezione del cliente è impostata su «{value}» (rilevata per la prima volta in data {since}).',
  'signal.pulse.evidence.given':
    'Percezione impostata su {value, select, positive {positiva} neutral {neutra} other {negativa}} in data {since}: «{reason}»',
  'signal.pulse.remedy': 'Parlare con il cliente, poi aggiornare la percezione.',

  'signal.nps.label': 'NPS',
  'signal.nps.evidence.one_round':
    'Alla domanda se ci consiglierebbero rispondono con {mean, number} su 10 ({answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.nps.evidence.rising':
    'Alla domanda se ci consiglierebbero rispondono ora con {now, number} su 10, in crescita da {before, number} (il punteggio segue la media ponderata, {mean, number}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.nps.evidence.steady':
    'Alla domanda se ci consiglierebbero rispondono ora con {now, number} su 10, più o meno come prima ({before, number}; il punteggio segue la media ponderata, {mean, number}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.nps.evidence.falling':
    'Alla domanda se ci consiglierebbero rispondono ora con {now, number} su 10, in calo da {before, number} (il punteggio segue la media ponderata, {mean, number}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.nps.remedy':
    'Chiedere a chi ha dato i voti più bassi che cosa cambierebbe il loro giudizio, agire e poi chiedere di nuovo.',

  'signal.csat.label': 'CSAT',
  'signal.csat.evidence.one_round':
    'Soddisfazione per ciò che abbiamo fatto: {mean} ({answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.csat.evidence.rising':
    'Soddisfazione per ciò che abbiamo fatto: ora {now}, in crescita da {before} (il punteggio segue la media ponderata, {mean}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.csat.evidence.steady':
    'Soddisfazione per ciò che abbiamo fatto: ora {now}, più o meno come prima ({before}; il punteggio segue la media ponderata, {mean}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.csat.evidence.falling':
    'Soddisfazione per ciò che abbiamo fatto: ora {now}, in calo da {before} (il punteggio segue la media ponderata, {mean}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.csat.remedy': 'Chiamare gli insoddisfatti e rimediare; risposte migliori fanno recuperare i punti.',

  'signal.ces.label': 'CES',
  'signal.ces.evidence.one_round':
    'Facilità nel lavorare con noi: {mean, number} su 7 ({answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.ces.evidence.rising':
    'Facilità nel lavorare con noi: ora {now, number} su 7, in crescita da {before, number} (il punteggio segue la media ponderata, {mean, number}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.ces.evidence.steady':
    'Facilità nel lavorare con noi: ora {now, number} su 7, più o meno come prima ({before, number}; il punteggio segue la media ponderata, {mean, number}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.ces.evidence.falling':
    'Facilità nel lavorare con noi: ora {now, number} su 7, in calo da {before, number} (il punteggio segue la media ponderata, {mean, number}; {answers, plural, one {# risposta} other {# risposte}}, l’ultima in data {last}).',
  'signal.ces.remedy': 'Scoprire che cosa costa loro fatica ed eliminarlo.',

  'signal.survey_trend.label': 'Andamento dei sondaggi',
  'signal.survey_trend.evidence.rising':
    'Le valutazioni su dieci salgono di {change, number} a trimestre ({answers, plural, one {# risposta} other {# risposte}} in {quarters, plural, one {# trimestre} other {# trimestri}}).',
  'signal.survey_trend.evidence.steady':
    'Le valutazioni su dieci restano stabili ({answers, plural, one {# risposta} other {# risposte}} in {quarters, plural, one {# trimestre} other {# trimestri}}).',
  'signal.survey_trend.evidence.falling':
    'Le valutazioni su dieci scendono di {change, number} a trimestre ({answers, plural, one {# risposta} other {# risposte}} in {quarters, plural, one {# trimestre} other {# trimestri}}).',
  'signal.survey_trend.remedy':
    'Chiedere che cosa è peggiorato rispetto alle risposte precedenti e dire che cosa si sta facendo.',

  'signal.contact_survey.label': 'Dopo l’assistenza',
  'signal.contact_survey.evidence.solved':
    'Ticket chiusi con sondaggio: {asked, number}; soddisfatti per {good, number} ({share}).',
  'signal.contact_survey.evidence.came_back':
    'Ticket chiusi con sondaggio: {asked, number}; soddisfatti, e con il problema risolto, per {good, number} ({share}); riaperti: {back, number}.',
  'signal.contact_survey.remedy': 'Riprendere i ticket che li hanno lasciati insoddisfatti e portarli a termine.',

  'signal.product_feedback.label': 'Reazione ai rilasci',
  'signal.product_feedback.evidence.after':
    'Nei {days, plural, one {# giorno} other {# giorni}} dopo il rilascio in data {release}: {after, plural, =0 {nessun ticket o giudizio negativo} one {# ticket o giudizio negativo} other {# tra ticket e giudizi negativi}}; in un periodo uguale il valore abituale è {usual, number}.',
  'signal.product_feedback.evidence.after_rare':
    'Nei {days, plural, one {# giorno} other {# giorni}} dopo il rilascio in data {release}: {after, plural, =0 {nessun ticket o giudizio negativo} one {# ticket o giudizio negativo} other {# tra ticket e giudizi negativi}}; in un periodo uguale, di solito meno di uno.',
  'signal.product_feedback.remedy':
    'Chiedere che cosa il rilascio ha guastato o cambiato per loro e aiutarli a superarlo.',

  'signal.referrals.label': 'Segnalazioni',
  'signal.referrals.evidence.referred':
    'Ci ha portato {deals, plural, one {# trattativa} other {# trattative}} in {days, number} giorni, di cui vinte: {won, number}; l’ultima in data {last}.',
  'signal.referrals.remedy': 'Ringraziarli e chiedere a chi altro ci consiglierebbero.',
};
