import type { modelVersions as english } from '../en/model-versions.ts';
import type { Sentences } from '../sentences.ts';

export const modelVersions: Sentences<typeof english> = {
  'model.word.noVersions': 'Nu s-a publicat încă nicio versiune.',
  'model.word.version': 'Versiune',
  'model.word.publishedOn': 'Publicată',
  'model.word.publishedBy': 'De către',
  'model.word.state': 'Stare',
  'model.word.withApp': 'Livrată cu aplicația',
  'model.word.isActive': 'În uz',
  'model.word.rollBack': 'Înapoi la versiunea {version}',
  'model.word.rollBackSays': 'Versiunea {version} se folosește din nou, exact cum a fost.',
  'model.word.rollBackDraft': 'O schiță rămâne neschimbată.',
  'model.word.rollBackConfirm': 'Folosiți versiunea {version}',
  'model.word.compare': 'Comparați',
  'model.word.compareFrom': 'De la',
  'model.word.compareTo': 'La',
};
