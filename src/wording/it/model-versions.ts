import type { modelVersions as english } from '../en/model-versions.ts';
import type { Sentences } from '../sentences.ts';

export const modelVersions: Sentences<typeof english> = {
  'model.word.noVersions': 'Nessuna versione è stata ancora pubblicata.',
  'model.word.version': 'Versione',
  'model.word.publishedOn': 'Pubblicata',
  'model.word.publishedBy': 'Da',
  'model.word.state': 'Stato',
  'model.word.withApp': 'Fornita con l’app',
  'model.word.isActive': 'In uso',
  'model.word.rollBack': 'Torna alla versione {version}',
  'model.word.rollBackSays': 'La versione {version} torna in uso, esattamente com’era.',
  'model.word.rollBackDraft': 'Una bozza resta com’è.',
  'model.word.rollBackConfirm': 'Usa la versione {version}',
  'model.word.compare': 'Confronta',
  'model.word.compareFrom': 'Da',
  'model.word.compareTo': 'A',
};
