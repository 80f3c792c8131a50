import type { modelDraft as english } from '../en/model-draft.ts';
import type { Sentences } from '../sentences.ts';

export const modelDraft: Sentences<typeof english> = {
  'model.word.activeDefault': 'Il modello fornito con l’app',
  'model.word.activeSince': 'Pubblicato: {day}. Da: {by}',
  'model.word.somebody': 'non noto',
  'model.word.status_saved': 'Bozza salvata',
  'model.word.status_waiting': 'Non ancora salvata',
  'model.word.status_saving': 'Salvataggio in corso',
  'model.word.status_not_saved': 'Non salvata, nuovo tentativo',
  'model.word.status_conflict': 'Modificata da altri',
  'model.word.changesCount': 'Modifiche: {count}',
  'model.word.noDraft':
    'Nessuna modifica in corso. Ciò che modifichi qui diventa una bozza e vale solo dopo la pubblicazione.',
  'model.word.pendingCycle':
    'La prossima esecuzione calcola con questa versione; fino ad allora valgono i punteggi di quella precedente.',
  'model.word.draftBy': 'Bozza iniziata dalla versione {version}. Ultima modifica: {moment}. Da: {by}',
  'model.word.preview': 'Anteprima',
  'model.word.publish': 'Pubblica',
  'model.word.publishSays': 'La bozza diventa la versione {version}.',
  'model.word.publishScores': 'Dalla prossima esecuzione tutti i clienti vengono valutati con questa versione.',
  'model.word.publishBack': 'Puoi tornare in qualsiasi momento alla versione attuale, in Versioni.',
  'model.word.publishConfirm': 'Pubblica la versione {version}',
  'model.word.discard': 'Elimina bozza',
  'model.word.discardSays': 'Tutte le modifiche della bozza vanno perse. Ciò che è pubblicato resta com’è.',
  'model.word.discardConfirm': 'Elimina le modifiche',
  'model.word.notSavedTitle': 'Le ultime modifiche non sono ancora salvate',
  'model.word.notSavedText':
    'Restano in questa pagina e vengono inviate di nuovo da sole. Lascia aperta la pagina finché non sono salvate.',
  'model.word.saveNow': 'Salva ora',
  'model.word.dropMine': 'Annulla queste modifiche',
  'model.word.conflictTitle': 'Nel frattempo altri hanno modificato il modello',
  'model.word.conflictText': 'Ultima modifica: {moment}. Da: {by}. La loro bozza differisce dal modello in uso in:',
  'model.word.conflictPublished': 'La bozza non c’è più. Ora in uso: versione {version}. Pubblicata da: {by}',
  'model.word.changeLine': '{what}: {before} → {after}',
  'model.word.conflictMine': 'Tue modifiche non salvate: {count}. Sono ancora nei campi.',
  'model.word.keepMine': 'Aggiungi le mie modifiche',
  'model.word.takeTheirs': 'Tieni le loro, elimina le mie',
};
