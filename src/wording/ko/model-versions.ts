import type { modelVersions as english } from '../en/model-versions.ts';
import type { Sentences } from '../sentences.ts';

export const modelVersions: Sentences<typeof english> = {
  'model.word.noVersions': '아직 게시된 버전이 없습니다.',
  'model.word.version': '버전',
  'model.word.publishedOn': '게시됨',
  'model.word.publishedBy': '게시한 사람',
  'model.word.state': '상태',
  'model.word.withApp': '앱에 포함',
  'model.word.isActive': '사용 중',
  'model.word.rollBack': '되돌릴 버전: {version}',
  'model.word.rollBackSays': '다음 버전을 예전 그대로 다시 사용합니다: {version}.',
  'model.word.rollBackDraft': '초안은 그대로 남습니다.',
  'model.word.rollBackConfirm': '사용할 버전: {version}',
  'model.word.compare': '비교',
  'model.word.compareFrom': '기준',
  'model.word.compareTo': '대상',
};
