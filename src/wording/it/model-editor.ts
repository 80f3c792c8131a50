import type { modelEditor as english } from '../en/model-editor.ts';
import type { Sentences } from '../sentences.ts';

export const modelEditor: Sentences<typeof english> = {
  'model.word.template': 'Inizia da un modello fornito con l’app',
  'model.word.templateUse': 'Inizia da {name}',
  'model.word.templateSays': 'La bozza viene sostituita da {name}. Le modifiche non pubblicate vanno perse.',
  'model.word.templateConfirm': 'Sostituisci bozza',
  'model.word.dimensions': 'Che cosa conta, e quanto',
  'model.word.weightsHint':
    'I pesi sono relativi: un peso doppio conta il doppio. Ciò che non si sa di un cliente non conta, a meno che tu lo indichi.',
  'model.word.unreadable': 'La bozza non è leggibile come modello',
  'model.word.unreadableText': 'Correggi gli errori qui sopra nel file YAML, oppure elimina la bozza.',
  'model.word.bands': 'Fasce',
  'model.word.bandsBy': 'Come si dividono le fasce',
  'model.word.bandsBy_fixed': 'A punteggi fissi',
  'model.word.bandsBy_quartiles': 'Un quarto a ciascun estremo',
  'model.word.bandsBy_alarm_budget': 'In base alle chiamate possibili',
  'model.word.bandsHint_fixed':
    'Il cerchio del punteggio di HubSpot cambia colore a 33 e 66; con altri valori la scheda mostra una barra.',
  'model.word.bandsHint_quartiles':
    'Il quarto migliore dei clienti è in salute, il peggiore critico. Con pochi clienti valgono i punteggi fissi qui sotto.',
  'model.word.bandsHint_alarm_budget':
    'Non ci sono più clienti critici di quanti il team possa chiamare in una settimana.',
  'model.word.callsAWeek': 'Clienti che il team può chiamare in una settimana',
  'model.word.atRiskFrom': 'A rischio da questo punteggio',
  'model.word.healthyFrom': 'In salute da questo punteggio',
  'model.word.margin': 'Punti oltre il confine prima che sia un passaggio',
  'model.word.marginHint': 'Evita che i punteggi al confine vadano avanti e indietro. Vuoto: 2 punti.',
  'model.word.caps': 'Limiti che tengono basso il punteggio',
  'model.word.capsHint': 'Una media può nascondere un incendio: questi limiti valgono comunque.',
  'model.word.capSignal': 'Limite {row}: segnale',
  'model.word.capFrom': 'Vale da questo valore, verso il peggio',
  'model.word.capScore': 'Punteggio massimo',
  'model.word.removeCap': 'Rimuovi limite {row}',
  'model.word.addCap': 'Aggiungi limite',
  'model.word.knowledge': 'Quanto bisogna sapere',
  'model.word.minimumCoverage': 'Quota che deve essere nota, in percento',
  'model.word.minimumCoverageHint': 'Con meno non c’è punteggio e lo stato è sconosciuto.',
  'model.word.minimumDimensions': 'Aree che devono essere note',
  'model.word.silencePoints': 'Punti per il silenzio, al massimo',
  'model.word.silencePointsHint':
    'Nessuna cattiva notizia da un canale che il cliente non usa non è una buona notizia.',
  'model.word.written': 'Che cos’altro viene scritto e mostrato',
  'model.word.write': 'Scritto inoltre nelle aziende in HubSpot',
  'model.word.writeHint':
    'Punteggio e stato vengono sempre scritti. Ciò che scegli qui può servire a liste e report in HubSpot. Se in HubSpot non c’è posto per tutte le proprietà, le ultime restano fuori.',
  'model.word.write_status_since': 'Stato dal',
  'model.word.write_revenue_at_risk': 'Ricavi a rischio',
  'model.word.write_next_renewal': 'Prossimo rinnovo',
  'model.word.write_overdue_amount': 'Importo scaduto',
  'model.word.write_checked_on': 'Giorno dell’ultimo controllo',
  'model.word.write_dimension_scores': 'Punteggio di ogni area',
  'model.word.rollUp': 'Mostra le aziende figlie nella scheda',
  'model.word.rollUpHint':
    'La scheda di un’azienda madre mostra allora come vanno le sue aziende figlie. Il suo punteggio non cambia.',
};
