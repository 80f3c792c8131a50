import type { modelTest as english } from '../en/model-test.ts';
import type { Sentences } from '../sentences.ts';

export const modelTest: Sentences<typeof english> = {
  'model.word.testHint': 'Vedeți cum se obține scorul unei companii, până la regulă.',
  'model.word.testRefused': 'Doar cine poate modifica modelul îl poate testa pe o companie.',
  'model.word.testCompany': 'Companie',
  'model.word.testType': 'Scrieți o parte din nume',
  'model.word.testNone': 'Nicio companie găsită: {text}',
  'model.word.testOf': 'Calculat cu',
  'model.word.testMistakes': 'Schița are greșeli: acesta poate fi rezultatul dinaintea lor.',
  'model.word.unnamed': 'Companie fără nume',
  'model.word.scoreIs': 'Scor: {score}',
  'model.word.computedBy': 'Calculat cu {name}, versiunea {version}, la {moment}',
  'model.word.computedDimension': '{name}: puncte {score}, {share} din scor',
  'model.word.forAll': 'Ce se aplică fiecărei companii',
  'model.word.unknownSignal': 'Necunoscut',
  'model.word.pointsOf': '{points} din 100',
  'model.word.rawIs': 'Valoare: {raw}',
  'model.word.counts': 'Pondere: {weight}. Partea din scor: {share}. Puncte pierdute: {lost}',
};
