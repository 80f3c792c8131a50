import type { modelDraft as english } from '../en/model-draft.ts';
import type { Sentences } from '../sentences.ts';

export const modelDraft: Sentences<typeof english> = {
  'model.word.activeDefault': 'Modelul livrat cu aplicația',
  'model.word.activeSince': 'Publicat: {day}. De: {by}',
  'model.word.somebody': 'nu se știe',
  'model.word.status_saved': 'Schiță salvată',
  'model.word.status_waiting': 'Încă nesalvată',
  'model.word.status_saving': 'Se salvează',
  'model.word.status_not_saved': 'Nesalvată, se reîncearcă',
  'model.word.status_conflict': 'Modificată de altcineva',
  'model.word.changesCount': 'Modificări: {count}',
  'model.word.noDraft': 'Nu se modifică nimic. Ce schimbați aici devine o schiță și contează abia după publicare.',
  'model.word.pendingCycle':
    'Următoarea rulare calculează după această versiune; până atunci scorurile sunt ale celei dinainte.',
  'model.word.draftBy': 'Schiță pornită de la versiunea {version}. Ultima modificare: {moment}. De: {by}',
  'model.word.preview': 'Previzualizați',
  'model.word.publish': 'Publicați',
  'model.word.publishSays': 'Schița devine versiunea {version}.',
  'model.word.publishScores': 'De la următoarea rulare, toți clienții sunt evaluați după ea.',
  'model.word.publishBack': 'Puteți reveni oricând la versiunea de acum, la Versiuni.',
  'model.word.publishConfirm': 'Publicați versiunea {version}',
  'model.word.discard': 'Renunțați la schiță',
  'model.word.discardSays': 'Toate modificările schiței se pierd. Ce este publicat rămâne neschimbat.',
  'model.word.discardConfirm': 'Renunțați la modificări',
  'model.word.notSavedTitle': 'Ultimele modificări nu sunt încă salvate',
  'model.word.notSavedText':
    'Rămân pe această pagină și se trimit din nou singure. Lăsați pagina deschisă până se salvează.',
  'model.word.saveNow': 'Salvați acum',
  'model.word.dropMine': 'Anulați aceste modificări',
  'model.word.conflictTitle': 'Între timp altcineva a modificat modelul',
  'model.word.conflictText': 'Ultima modificare: {moment}. De: {by}. Schița diferă de modelul în uz prin:',
  'model.word.conflictPublished': 'Schița nu mai există. Acum în uz: versiunea {version}. Publicată de: {by}',
  'model.word.changeLine': '{what}: {before} → {after}',
  'model.word.conflictMine': 'Modificările dvs. nesalvate: {count}. Sunt încă în câmpuri.',
  'model.word.keepMine': 'Aplicați modificările mele peste',
  'model.word.takeTheirs': 'Păstrați-le pe ale lor, renunțați la ale mele',
};
