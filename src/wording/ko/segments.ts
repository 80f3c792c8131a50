import type { segments as english } from '../en/segments.ts';
import type { Sentences } from '../sentences.ts';

const WAY =
  '{way, select, installed {관리자가 ‘연결’에서 다시 동의한 뒤 다시 시도하세요.} other {HubSpot의 비공개 앱(설정 > 통합 > 비공개 앱 > 범위)에 추가한 뒤 다시 시도하세요.}}';

export const segments: Sentences<typeof english> = {
  'segment.unhealthy.name': '상태가 불량한 고객',
  'segment.unhealthy.description': '가장 먼저 살펴볼 고객입니다.',
  'segment.unhealthy.rules': '건강 상태가 불량입니다.',
  'segment.renewing.name': '위험하고 90일 이내에 갱신',
  'segment.renewing.description': '갱신이 가깝고 불확실한 고객입니다.',
  'segment.renewing.rules': '건강 상태가 위험 또는 불량이고, 다음 갱신이 앞으로 90일 이내입니다.',
  'segment.dropped.name': '30일 동안 15점 하락',
  'segment.dropped.description': '상태와 관계없이 최근 크게 나빠진 고객입니다.',
  'segment.dropped.rules': '건강 점수가 30일 동안 15점 이상 떨어졌습니다.',
  'segment.overdue_falling.name': '연체 중이고 하락 중',
  'segment.overdue_falling.description': '기한이 지난 금액이 있으면서 건강이 나빠지는 고객입니다.',
  'segment.overdue_falling.rules': '연체 금액이 0보다 크고, 건강 점수가 30일 동안 떨어졌습니다.',
  'segment.ask_review.name': '양호, 후기 요청',
  'segment.ask_review.description': '상태가 좋고 나빠지지 않는 고객입니다. 후기나 소개를 부탁하세요.',
  'segment.ask_review.rules': '건강 상태가 양호이고, 건강 점수가 30일 동안 떨어지지 않았습니다.',
  'segment.failure.unwritten':
    '만들지 못했습니다. 건강 모델이 회사에 쓰지 않는 속성: {properties}. 모델이 쓰는 항목에 추가하고 모델을 게시한 다음, 다음 점수를 기다렸다가 다시 시도하세요.',
  'segment.failure.absent':
    '만들지 못했습니다. HubSpot의 회사에 아직 없는 속성: {properties}. 기록을 시작하고 다음 점수를 기다렸다가 다시 시도하세요.',
  'segment.failure.names_taken':
    '만들지 못했습니다. 붙일 수 있는 이름을 모두 다른 세그먼트가 쓰고 있습니다. HubSpot에서 그중 하나의 이름을 바꾼 뒤 다시 시도하세요.',
  'segment.failure.refused':
    '만들지 못했습니다. HubSpot이 밝힌 이유: {reason}. 요금제의 세그먼트 한도 때문이라면 필요 없는 세그먼트를 삭제한 뒤 다시 시도하세요.',
  'segment.refused.scope': `앱이 세그먼트를 만들거나 볼 수 없습니다. 없는 범위: {scopes}. ${WAY}`,
  'portal.unreachable': '지금 HubSpot이 응답하지 않습니다. 잃은 것은 없으니 1분 뒤에 다시 시도하세요.',
  'portal.disconnected': 'HubSpot이 더 이상 앱의 접근을 허용하지 않습니다. 관리자가 다시 연결해야 합니다.',
  'connection.companies': '회사',
  'connection.remedy.wait':
    '앱이 다음에 계정을 읽을 때 저절로 해결됩니다. 하루가 지나도 그대로면 앱 지원팀에 문의하세요.',
  'connection.remedy.reconnect': '계정 관리자가 앱을 다시 연결해야 합니다.',
  'connection.remedy.model':
    '지금 보이는 점수는 이 모델이 마지막으로 낸 점수입니다. 관리자가 ‘건강 모델’에서 다른 버전을 게시해야 합니다.',
  'schedule.next': '다음 시작: {first}. 그다음: {second}.',
  'people.refused.scope': `앱이 사용자 정보를 읽을 수 없습니다. 없는 범위: {scopes}. ${WAY}`,
};
