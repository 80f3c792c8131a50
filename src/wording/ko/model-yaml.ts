import type { modelYaml as english } from '../en/model-yaml.ts';
import type { Sentences } from '../sentences.ts';

export const modelYaml: Sentences<typeof english> = {
  'model.word.export': '내보내기',
  'model.word.exportOf': '어떤 모델',
  'model.word.exportHint': '저장할 파일 이름: {file}',
  'model.word.copy': '복사',
  'model.word.copied': '복사됨',
  'model.word.copyFailed': '복사하지 못했습니다. 텍스트를 선택해 직접 복사하세요.',
  'model.word.import': '가져오기',
  'model.word.importText': 'YAML 모델',
  'model.word.importHint': '여기에 붙여 넣으세요. 먼저 검사하고, 확인해야만 초안을 바꿉니다.',
  'model.word.importMissing': '먼저 모델을 붙여 넣으세요.',
  'model.word.check': '검사',
  'model.word.checking': '검사 중',
  'model.word.checkRight': '오류가 없습니다. 바뀌는 내용:',
  'model.word.useYaml': '초안으로 사용',
  'model.word.useYamlNew': '이 텍스트가 초안이 됩니다.',
  'model.word.useYamlReplaces': '이 텍스트가 초안을 대신합니다. 게시하지 않은 변경은 사라집니다.',
  'model.word.useYamlPublish': '아직 아무것도 게시되지 않습니다.',
  'model.word.used': '이제 초안입니다.',
};
