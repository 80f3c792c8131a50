import type { computation as english } from '../en/computation.ts';
import type { Sentences } from '../sentences.ts';

export const computation: Sentences<typeof english> = {
  'computation.step.customer': '고객 여부',
  'computation.step.segment': '그룹',
  'computation.step.known': '알려진 정보',
  'computation.step.cap': '한도: {cap}',
  'computation.step.score': '점수',
  'computation.step.band': '상태',
  'computation.step.override': '사람이 지정한 상태',
  'computation.customer.named': '예: 고객을 지정하는 속성에 그렇게 되어 있습니다.',
  'computation.customer.stage': '예: 라이프사이클 단계가 그렇습니다.',
  'computation.customer.became_customer': '예: 고객이 된 날짜가 HubSpot에 있습니다.',
  'computation.customer.purchase': '예: 최근 {months, plural, other {#개월}} 안에 구매한 적이 있습니다.',
  'computation.segment.named': '“{name}”: 이 그룹에 대한 모델의 규칙이 일반 규칙보다 먼저 적용됩니다.',
  'computation.segment.none': '모델의 어느 고객 그룹에도 속하지 않습니다. 일반 규칙이 적용됩니다.',
  'computation.known':
    '알 수 있는 정보 중 {share}, {dimensions, plural, other {#개 영역}}. 점수를 내려면 최소 {minimum}, {needed, plural, other {#개 영역}} 필요합니다.',
  'computation.cap.holds':
    '점수를 {most, number} 이하로 묶어 두며 {points, plural, other {#점 감점}}. {signal}: {raw}. 한도 적용 기준: {from}.',
  'computation.cap.idle':
    '한도에 닿았지만 감점은 없습니다. 한도가 없어도 점수는 {score, number}보다 높지 않습니다. {signal}: {raw}. 한도 적용 기준: {from}.',
  'computation.cap.free': '한도에 닿지 않았습니다. {signal}: {raw}. 한도 적용 기준: {from}.',
  'computation.cap.unknown': '알 수 없으므로 적용되지 않습니다. {signal}: 알 수 없음.',
  'computation.takes': '{points, plural, other {#점 감점}}.',
  'computation.score': '100 − {lost, number} = {score, number}. 감점은 각 신호와 한도에 표시되어 있습니다.',
  'computation.band':
    '{band}. {healthyFrom, number}점 이상은 양호, {atRiskFrom, number}점 이상은 위험, 그 미만은 불량입니다.',
  'computation.band.quartiles':
    '이 기준은 모든 고객의 점수에서 나옵니다. 상위 4분의 1은 양호, 하위 4분의 1은 불량입니다.',
  'computation.band.alarm_budget':
    '이 기준은 모든 고객의 점수에서 나옵니다. 불량 고객은 팀이 일주일에 전화할 수 있는 수({calls, number})를 넘지 않습니다.',
  'computation.band.later': '초안에서는 기준이 모든 점수로부터 새로 계산됩니다. 미리보기에서 볼 수 있습니다.',
  'computation.override': '{band}, {until}까지. 사유: “{reason}”. 점수는 계산된 그대로입니다.',
  'computation.raw.days': '{n, plural, other {#일}}',
  'computation.raw.ratio': '비율 {n, number}',
  'computation.raw.money': '금액 {amount}',
  'computation.raw.yes': '답: 예',
  'computation.raw.no': '답: 아니요',
  'computation.raw.option': '{n, plural, other {#점}}짜리 옵션',
  'computation.rule.up_to': '{raw}까지: {points, plural, other {#점}}.',
  'computation.rule.from': '{raw}부터: {points, plural, other {#점}}.',
  'computation.rule.between':
    '{from}({fromPoints, plural, other {#점}})에서 {to}({toPoints, plural, other {#점}}) 사이입니다.',
  'computation.rule.fixed': '모델이 이 답에 주는 점수: {points, plural, other {#점}}.',
  'computation.rule.silence':
    '나쁜 일은 없었지만 아무 일도 없었습니다. 이런 경우 최대 {points, plural, other {#점}}입니다.',
  'computation.rule.unknown': '이 모델에서는 알 수 없는 값을 {points, plural, other {#점}}으로 계산합니다.',
  'computation.general.points':
    '각 신호가 측정한 값은 모델의 곡선에 따라 0~100점이 됩니다. 곡선의 두 값 사이에서는 점수가 직선으로 변합니다.',
  'computation.general.weights':
    '점수에서 신호가 차지하는 몫은 영역 안의 알려진 신호들 가운데 그 신호의 가중치에, 알려진 영역들 가운데 그 영역의 가중치를 곱한 값입니다.',
  'computation.general.unknown':
    '알 수 없는 것은 모델이 점수를 주지 않는 한 계산되지 않습니다. 좋지도 나쁘지도 않지만, 그만큼 알려진 정보가 적습니다.',
  'computation.general.minimum':
    '알려진 정보가 {share} 미만이거나 알려진 영역이 {dimensions, plural, other {#개}} 미만이면 점수가 없습니다.',
  'computation.general.silence':
    '고객이 쓰지 않는 채널에서 나쁜 일이 없었다는 것만으로는 최대 {points, plural, other {#점}}입니다.',
  'computation.general.caps':
    '한도는 나머지가 어떻든 점수를 묶어 둡니다. 이 모델의 한도: {count, plural, other {#개}}. 가장 낮은 것이 적용됩니다.',
  'computation.general.receipt': '점수는 정수로 반올림됩니다. 감점도 정수이며, 합은 100에서 점수를 뺀 값입니다.',
  'computation.general.sources': '데이터 소스가 추가되거나 사라지는 것만으로 고객이 양호해지지는 않습니다.',
  'computation.general.override': '사람이 일정 기간 다른 상태를 지정할 수 있습니다. 점수는 계산된 그대로입니다.',
  'computation.draft.mistakes': '초안에 오류가 있습니다. 먼저 고친 다음 회사에 시험해 보세요.',
};
