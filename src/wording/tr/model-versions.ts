import type { modelVersions as english } from '../en/model-versions.ts';
import type { Sentences } from '../sentences.ts';

export const modelVersions: Sentences<typeof english> = {
  'model.word.noVersions': 'Henüz yayımlanmış sürüm yok.',
  'model.word.version': 'Sürüm',
  'model.word.publishedOn': 'Yayımlandı',
  'model.word.publishedBy': 'Yayımlayan',
  'model.word.state': 'Durum',
  'model.word.withApp': 'Uygulamayla gelir',
  'model.word.isActive': 'Kullanımda',
  'model.word.rollBack': 'Dönülecek sürüm: {version}',
  'model.word.rollBackSays': 'Şu sürüm olduğu gibi yeniden kullanılır: {version}.',
  'model.word.rollBackDraft': 'Taslak olduğu gibi kalır.',
  'model.word.rollBackConfirm': 'Kullanılacak sürüm: {version}',
  'model.word.compare': 'Karşılaştır',
  'model.word.compareFrom': 'Şundan',
  'model.word.compareTo': 'Şuna',
};
