import type { modelTest as english } from '../en/model-test.ts';
import type { Sentences } from '../sentences.ts';

export const modelTest: Sentences<typeof english> = {
  'model.word.testHint': 'Guarda come nasce il punteggio di un’azienda, fino alla regola.',
  'model.word.testRefused': 'Solo chi può modificare il modello può provarlo su un’azienda.',
  'model.word.testCompany': 'Azienda',
  'model.word.testType': 'Scrivi una parte del nome',
  'model.word.testNone': 'Nessuna azienda trovata: {text}',
  'model.word.testOf': 'Calcolato con',
  'model.word.testMistakes': 'La bozza ha errori: questo potrebbe essere il risultato precedente.',
  'model.word.unnamed': 'Azienda senza nome',
  'model.word.scoreIs': 'Punteggio: {score}',
  'model.word.computedBy': 'Calcolato con {name}, versione {version}. Situazione: {moment}',
  'model.word.computedDimension': '{name}: {score} punti, {share} del punteggio',
  'model.word.forAll': 'Che cosa vale per ogni azienda',
  'model.word.unknownSignal': 'Non noto',
  'model.word.pointsOf': '{points} su 100',
  'model.word.rawIs': 'Valore: {raw}',
  'model.word.counts': 'Peso: {weight}. Quota del punteggio: {share}. Punti persi: {lost}',
};
