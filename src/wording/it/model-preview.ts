import type { modelPreview as english } from '../en/model-preview.ts';
import type { Sentences } from '../sentences.ts';

export const modelPreview: Sentences<typeof english> = {
  'model.word.previewRunning': 'Ogni azienda viene valutata con la bozza. Nel frattempo puoi lasciare questa pagina.',
  'model.word.previewDone': 'Aziende valutate: {done} di {of}',
  'model.word.previewFailed': 'L’anteprima non è riuscita',
  'model.word.previewAgain': 'Avviala di nuovo con Anteprima.',
  'model.word.previewNone': 'Ancora nessuna anteprima',
  'model.word.previewNoneText':
    'L’anteprima mostra chi cambierebbe fascia e perché, prima di pubblicare qualsiasi cosa.',
  'model.word.previewOld': 'La bozza è cambiata dopo questa anteprima',
  'model.word.previewOldText': 'Premi Anteprima per averne una della bozza attuale.',
  'model.word.previewOf': 'Aziende: {count}. Situazione: {moment}',
  'model.word.worsened': 'Scendono di fascia',
  'model.word.recovered': 'Salgono di fascia',
  'model.word.otherMoves': 'Altri passaggi',
  'model.word.notes': 'Da sapere',
  'model.word.customersByBand': 'Clienti per fascia',
  'model.word.customersByScore': 'Clienti per punteggio',
  'model.word.band': 'Fascia',
  'model.word.customers': 'Clienti',
  'model.word.score': 'Punteggio',
  'model.word.difference': 'Differenza',
  'model.word.revenueByBand': 'Ricavi annui per fascia',
  'model.word.noRevenue': 'I ricavi non sono mostrati: se ne conosce troppo poco, o non puoi vedere gli importi.',
  'model.word.moves': 'Chi si sposta, e perché',
  'model.word.noMoves': 'Nessuno passa a un’altra fascia.',
  'model.word.company': 'Azienda',
  'model.word.why': 'Perché',
  'model.word.revenue': 'Ricavi annui',
  'model.word.notKnown': 'Non noto',
};
