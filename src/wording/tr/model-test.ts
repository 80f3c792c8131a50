import type { modelTest as english } from '../en/model-test.ts';
import type { Sentences } from '../sentences.ts';

export const modelTest: Sentences<typeof english> = {
  'model.word.testHint': 'Bir şirketin puanının nasıl oluştuğunu kuralına kadar görün.',
  'model.word.testRefused': 'Modeli yalnızca değiştirebilenler bir şirkette deneyebilir.',
  'model.word.testCompany': 'Şirket',
  'model.word.testType': 'Adının bir kısmını yazın',
  'model.word.testNone': 'Şirket bulunamadı: {text}',
  'model.word.testOf': 'Şununla hesaplandı',
  'model.word.testMistakes': 'Taslakta hatalar var: bu, hatalardan önceki sonuç olabilir.',
  'model.word.unnamed': 'Adsız şirket',
  'model.word.scoreIs': 'Puan: {score}',
  'model.word.computedBy': 'Model: {name}, sürüm {version}, hesaplama anı: {moment}',
  'model.word.computedDimension': '{name}: {score} puan, puandaki payı {share}',
  'model.word.forAll': 'Her şirket için geçerli olan',
  'model.word.unknownSignal': 'Bilinmiyor',
  'model.word.pointsOf': '100 üzerinden {points}',
  'model.word.rawIs': 'Değer: {raw}',
  'model.word.counts': 'Ağırlık: {weight}. Puandaki payı: {share}. Kaybedilen puan: {lost}',
};
