import type { publishPreview as english } from '../en/publish-preview.ts';
import type { Sentences } from '../sentences.ts';

export const publishPreview: Sentences<typeof english> = {
  'preview.failure.no_draft': 'Non si sta modificando nulla, quindi non c’è nulla da vedere in anteprima.',
  'preview.failure.mistakes': 'La bozza contiene errori. Correggili prima; poi se ne potrà vedere l’anteprima.',
  'preview.failure.no_cycle':
    'Non è stato ancora calcolato alcun punteggio. L’anteprima è possibile dopo la prima sincronizzazione.',
  'preview.failure.error': 'L’anteprima non è riuscita. L’errore è stato registrato: riprova.',
  'preview.stale': 'Nel frattempo la bozza è cambiata. Guardala com’è ora, poi chiedi di nuovo l’anteprima.',
  'preview.why.thresholds':
    'Nuove soglie: in salute da {healthyFrom, number} in su, a rischio da {atRiskFrom, number} in su',
  'preview.why.others':
    '{count, plural, one {# altra modifica} other {# altre modifiche}} ({points, number, ::sign-always})',
  'preview.why.was': 'Finora: {reason}',
  'preview.why.is': 'Con la bozza: {reason}',
  'preview.note.unread':
    'Non ancora letti, quindi non noti in questa anteprima: {signals}. Li legge il primo ciclo dopo la pubblicazione.',
  'preview.note.deciding':
    'Non ancora lette: {properties}. Decidono chi è cliente, chi se n’è andato e chi è in quale segmento solo dopo la pubblicazione.',
  'preview.note.thresholds':
    'Con la bozza, in base a tutti i punteggi: in salute da {healthyFrom, number} in su, a rischio da {atRiskFrom, number} in su.',
  'preview.note.revenue': 'Il fatturato annuo è noto per {known, number} clienti su {customers, number}.',
  'preview.note.shifted':
    'Nella loro fascia {companies, plural, one {cambia # punteggio} other {cambiano # punteggi}}, al massimo di {points, plural, one {# punto} other {# punti}}.',
  'preview.note.unmoved': 'Nessuna azienda cambia stato.',
  'preview.note.unnamed': 'Puoi vedere quante aziende si spostano, ma non quali.',
  'preview.nameless': 'Azienda senza nome',
};
