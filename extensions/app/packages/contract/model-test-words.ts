/** The model tried on one company, and how its score is computed. */
export const MODEL_TEST_WORDS = [
  'testHint',
  'testRefused',
  'testCompany',
  'testType',
  'testNone',
  'testOf',
  'testMistakes',
  'unnamed',
  'scoreIs',
  'computedBy',
  'computedDimension',
  'forAll',
  'unknownSignal',
  'pointsOf',
  'rawIs',
  'counts',
] as const;
