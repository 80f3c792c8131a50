import type { Labels } from './labels.ts';

export const it: Labels = {
  loading: 'Caricamento del punteggio di salute',
  statuses: { healthy: 'In salute', at_risk: 'A rischio', unhealthy: 'Critico', unknown: 'Sconosciuto' },
  score: 'Punteggio',
  change: (points) => `${points} in 30 giorni`,
  noChange: 'Nessuna variazione in 30 giorni',
  noComparison: 'Nessun punteggio 30 giorni fa',
  pointsLost: (points) => `Punti persi: ${points}`,
  nothingLost: 'Nulla toglie punti a questo cliente.',
  remedy: (sentence) => `Cosa aiuta: ${sentence}`,
  more: (count) => `e altri ${count}`,
  showAll: (count) => `Mostra tutti (${count})`,
  showFewer: 'Mostra meno',
  dimensions: 'Per area',
  noData: 'Nessun dato',
  missing: 'Non leggibili',
  history: 'Ultimi 12 mesi',
  date: 'Data',
  replayed: 'Calcolato in seguito',
  published: 'Come pubblicato',
  coverage: (percent) => `È noto il ${percent} dei dati su cui si basa il punteggio`,
  asOf: (moment) => `Aggiornato al ${moment}`,
  noScoreYet: 'Ancora nessun punteggio',
  noScoreYetHint: 'I primi punteggi compaiono al termine della prima sincronizzazione.',
  notCustomer: 'Non è un cliente',
  notFound: 'Azienda non trovata',
  failed: 'Impossibile caricare il punteggio di salute',
  failures: {
    unreachable: 'Il server non ha dato una risposta utilizzabile. Riprova tra un minuto.',
    refused:
      "Il server non ha accettato la richiesta. Chiedi a un amministratore di controllare la configurazione dell'app.",
    not_set_up:
      "La scheda non conosce il proprio server. Chiedi a un amministratore di controllare la configurazione dell'app.",
  },
  retry: 'Riprova',
};
