import type { publishPreview as english } from '../en/publish-preview.ts';
import type { Sentences } from '../sentences.ts';

export const publishPreview: Sentences<typeof english> = {
  'preview.failure.no_draft': '변경 중인 내용이 없어 미리 볼 것이 없습니다.',
  'preview.failure.mistakes': '초안에 오류가 있습니다. 먼저 고친 다음 미리 볼 수 있습니다.',
  'preview.failure.no_cycle': '아직 계산된 점수가 없습니다. 첫 동기화 후에 미리 볼 수 있습니다.',
  'preview.failure.error': '미리보기에 실패했습니다. 기록해 두었으니 다시 시도해 주세요.',
  'preview.stale': '그사이 초안이 바뀌었습니다. 현재 초안을 확인한 다음 다시 미리 보세요.',
  'preview.why.thresholds': '새 기준: {healthyFrom, number}점 이상 양호, {atRiskFrom, number}점 이상 위험',
  'preview.why.others': '그 밖의 변경 {count, plural, other {#건}} ({points, number, ::sign-always})',
  'preview.why.was': '지금까지: {reason}',
  'preview.why.is': '초안 적용 시: {reason}',
  'preview.note.unread': '아직 읽지 않아 이 미리보기에서는 알 수 없음: {signals}. 게시 후 첫 주기에 읽습니다.',
  'preview.note.deciding':
    '아직 읽지 않음: {properties}. 고객 여부, 이탈, 세그먼트는 게시한 다음에야 이 속성에 따라 정해집니다.',
  'preview.note.thresholds':
    '초안을 적용하면 전체 점수 기준: {healthyFrom, number}점 이상 양호, {atRiskFrom, number}점 이상 위험.',
  'preview.note.revenue': '고객 {customers, number}곳 중 {known, number}곳의 연 매출이 알려져 있습니다.',
  'preview.note.shifted':
    '같은 상태 안에서 점수가 바뀌는 회사: {companies, plural, other {#곳}}, 최대 {points, plural, other {#점}}.',
  'preview.note.unmoved': '상태가 바뀌는 회사가 없습니다.',
  'preview.note.unnamed': '몇 곳이 바뀌는지는 볼 수 있지만 어느 회사인지는 볼 수 없습니다.',
  'preview.nameless': '이름 없는 회사',
};
