import type { attribution as english } from '../en/attribution.ts';
import type { Sentences } from '../sentences.ts';

export const attribution: Sentences<typeof english> = {
  'attribution.cause.model': 'Il modello di salute è stato modificato',
  'attribution.cause.sources': 'Fonti di dati aggiunte o perse',
  'attribution.cause.late_data': 'Dati precedenti arrivati in ritardo',
  'attribution.cause.ageing': 'Il solo passare del tempo',
  'attribution.cause.behaviour': 'Cosa è successo nel frattempo',
  'attribution.sentence':
    '{points, number, ::sign-always} in {days, plural, one {# giorno} other {# giorni}}: {reasons}',
  'attribution.same': 'Lo stesso punteggio di {days, plural, one {# giorno} other {# giorni}} fa: {reasons}',
  'attribution.held':
    'Lo stesso punteggio di {days, plural, one {# giorno} other {# giorni}} fa, qualunque altra cosa sia cambiata: lo trattiene “{label}”',
  'attribution.unmoved': 'Nessuna variazione in {days, plural, one {# giorno} other {# giorni}}',
  'attribution.reason': '{text} ({points, number, ::sign-always})',
  'attribution.better': 'Prima: {before} Ora: {now}',
  'attribution.reweighed':
    'Qui nulla di nuovo: conta di più o di meno perché altre parti del punteggio si sono aggiunte, sono venute meno o sono cambiate.',
  'attribution.model': 'Il modello di salute ne tiene conto in modo diverso da prima.',
  'attribution.lifted': 'Prima teneva basso il punteggio, ora non più.',
  'attribution.moved':
    'Tiene il punteggio dov’era; toglie più o meno punti perché è cambiato il punteggio che ci sarebbe senza.',
  'attribution.recomputed.label': 'Il punteggio precedente, ricalcolato',
  'attribution.recomputed':
    'Con i dati disponibili oggi, il punteggio precedente risulterebbe diverso da quello pubblicato.',
};
