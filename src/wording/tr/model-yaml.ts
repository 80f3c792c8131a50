import type { modelYaml as english } from '../en/model-yaml.ts';
import type { Sentences } from '../sentences.ts';

export const modelYaml: Sentences<typeof english> = {
  'model.word.export': 'Dışa aktar',
  'model.word.exportOf': 'Hangi model',
  'model.word.exportHint': 'Kaydedilecek dosya adı: {file}',
  'model.word.copy': 'Kopyala',
  'model.word.copied': 'Kopyalandı',
  'model.word.copyFailed': 'Kopyalanamadı. Metni seçip elle kopyalayın.',
  'model.word.import': 'İçe aktar',
  'model.word.importText': 'YAML olarak model',
  'model.word.importHint': 'Buraya yapıştırın. Önce denetlenir, ancak siz söyleyince taslağın yerine geçer.',
  'model.word.importMissing': 'Önce bir model yapıştırın.',
  'model.word.check': 'Denetle',
  'model.word.checking': 'Denetleniyor',
  'model.word.checkRight': 'Hata yok. Değiştireceği şeyler:',
  'model.word.useYaml': 'Taslak olarak kullan',
  'model.word.useYamlNew': 'Metin taslak olur.',
  'model.word.useYamlReplaces': 'Metin taslağın yerine geçer. Yayımlanmamış değişiklikler kaybolur.',
  'model.word.useYamlPublish': 'Henüz bir şey yayımlanmaz.',
  'model.word.used': 'Artık taslak bu.',
};
