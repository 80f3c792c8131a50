import type { modelDraft as english } from '../en/model-draft.ts';
import type { Sentences } from '../sentences.ts';

export const modelDraft: Sentences<typeof english> = {
  'model.word.activeDefault': 'Uygulamayla gelen model',
  'model.word.activeSince': 'Yayımlanma: {day}. Yayımlayan: {by}',
  'model.word.somebody': 'bilinmiyor',
  'model.word.status_saved': 'Taslak kaydedildi',
  'model.word.status_waiting': 'Henüz kaydedilmedi',
  'model.word.status_saving': 'Kaydediliyor',
  'model.word.status_not_saved': 'Kaydedilmedi, yeniden deneniyor',
  'model.word.status_conflict': 'Başkası değiştirdi',
  'model.word.changesCount': 'Değişiklikler: {count}',
  'model.word.noDraft':
    'Değiştirilen bir şey yok. Burada yaptığınız değişiklikler taslak olur ve ancak yayımlanınca geçerli olur.',
  'model.word.pendingCycle': 'Bir sonraki çalıştırma bu sürümle puanlar; o zamana kadar puanlar önceki sürüme aittir.',
  'model.word.draftBy': 'Taslağın başladığı sürüm: {version}. Son değişiklik: {moment}. Değiştiren: {by}',
  'model.word.preview': 'Önizle',
  'model.word.publish': 'Yayımla',
  'model.word.publishSays': 'Taslağın alacağı sürüm: {version}.',
  'model.word.publishScores': 'Bir sonraki çalıştırmadan itibaren bütün müşteriler bununla puanlanır.',
  'model.word.publishBack': 'Sürümler bölümünden şimdiki sürüme istediğiniz zaman dönebilirsiniz.',
  'model.word.publishConfirm': 'Yayımlanacak sürüm: {version}',
  'model.word.discard': 'Taslağı sil',
  'model.word.discardSays': 'Taslaktaki bütün değişiklikler silinir. Yayımlanan model olduğu gibi kalır.',
  'model.word.discardConfirm': 'Değişiklikleri sil',
  'model.word.notSavedTitle': 'Son değişiklikleriniz henüz kaydedilmedi',
  'model.word.notSavedText':
    'Bu sayfada duruyorlar ve kendiliğinden yeniden gönderiliyorlar. Kaydedilene kadar sayfayı açık bırakın.',
  'model.word.saveNow': 'Şimdi kaydet',
  'model.word.dropMine': 'Bu değişiklikleri geri al',
  'model.word.conflictTitle': 'Bu arada modeli başkası değiştirdi',
  'model.word.conflictText': 'Son değişiklik: {moment}. Değiştiren: {by}. Taslağın kullanılan modelden farkları:',
  'model.word.conflictPublished': 'Taslak artık yok. Şimdi kullanılan sürüm: {version}. Yayımlayan: {by}',
  'model.word.changeLine': '{what}: {before} → {after}',
  'model.word.conflictMine': 'Kaydedilmemiş değişiklikleriniz: {count}. Hâlâ alanlarda duruyorlar.',
  'model.word.keepMine': 'Değişikliklerimi üstüne ekle',
  'model.word.takeTheirs': 'Onlarınkini al, benimkini sil',
};
