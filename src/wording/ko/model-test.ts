import type { modelTest as english } from '../en/model-test.ts';
import type { Sentences } from '../sentences.ts';

export const modelTest: Sentences<typeof english> = {
  'model.word.testHint': '한 회사의 점수가 어떻게 나오는지 규칙까지 살펴보세요.',
  'model.word.testRefused': '모델을 변경할 수 있는 사람만 회사로 시험할 수 있습니다.',
  'model.word.testCompany': '회사',
  'model.word.testType': '이름 일부를 입력하세요',
  'model.word.testNone': '회사를 찾을 수 없음: {text}',
  'model.word.testOf': '계산에 쓸 모델',
  'model.word.testMistakes': '초안에 오류가 있어 오류 이전의 결과일 수 있습니다.',
  'model.word.unnamed': '이름 없는 회사',
  'model.word.scoreIs': '점수: {score}',
  'model.word.computedBy': '계산 모델: {name}, 버전 {version}, 기준 시점: {moment}',
  'model.word.computedDimension': '{name}: {score}점, 점수의 {share}',
  'model.word.forAll': '모든 회사에 적용되는 내용',
  'model.word.unknownSignal': '알 수 없음',
  'model.word.pointsOf': '100점 중 {points}',
  'model.word.rawIs': '값: {raw}',
  'model.word.counts': '가중치: {weight}. 점수 비율: {share}. 잃은 점수: {lost}',
};
