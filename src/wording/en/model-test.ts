/** The model tried on one company, and how its score is computed. */
export const modelTest = {
  'model.word.testHint': 'See how the score of one company is computed, rule by rule.',
  'model.word.testRefused': 'Only those who may change the model can test it on a company.',
  'model.word.testCompany': 'Company',
  'model.word.testType': 'Type part of its name',
  'model.word.testNone': 'No company found: {text}',
  'model.word.testOf': 'Computed with',
  'model.word.testMistakes': 'The draft has mistakes: this may show it as it was before them.',
  'model.word.unnamed': 'Company without a name',
  'model.word.scoreIs': 'Score: {score}',
  'model.word.computedBy': 'Computed with {name}, version {version}, as of {moment}',
  'model.word.computedDimension': '{name}: {score} points, {share} of the score',
  'model.word.forAll': 'What holds for every company',
  'model.word.unknownSignal': 'Not known',
  'model.word.pointsOf': '{points} of 100',
  'model.word.rawIs': 'Value: {raw}',
  'model.word.counts': 'Weight: {weight}. Share of the score: {share}. Points lost: {lost}',
};
