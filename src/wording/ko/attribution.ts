import type { attribution as english } from '../en/attribution.ts';
import type { Sentences } from '../sentences.ts';

export const attribution: Sentences<typeof english> = {
  'attribution.cause.model': '상태 모델이 변경됨',
  'attribution.cause.sources': '데이터 소스가 추가되거나 사라짐',
  'attribution.cause.late_data': '뒤늦게 들어온 이전 데이터',
  'attribution.cause.ageing': '시간의 경과',
  'attribution.cause.behaviour': '그동안 일어난 일',
  'attribution.sentence': '{days, plural, other {#일}} 동안 {points, number, ::sign-always}: {reasons}',
  'attribution.same': '{days, plural, other {#일}} 전과 같은 점수: {reasons}',
  'attribution.held':
    '{days, plural, other {#일}} 전과 같은 점수: 다른 변화가 있었지만 다음 항목이 점수를 붙잡고 있습니다: “{label}”',
  'attribution.unmoved': '{days, plural, other {#일}} 동안 변동 없음',
  'attribution.reason': '{text} ({points, number, ::sign-always})',
  'attribution.better': '이전: {before} 현재: {now}',
  'attribution.reweighed':
    '이 항목에는 새로운 것이 없습니다. 점수의 다른 부분이 생기거나 없어지거나 달라져 비중이 바뀌었습니다.',
  'attribution.model': '상태 모델이 이 항목을 이전과 다르게 계산합니다.',
  'attribution.lifted': '이전에는 점수를 낮추고 있었지만 이제는 그렇지 않습니다.',
  'attribution.moved':
    '점수를 그대로 묶어 두고 있습니다. 이 제한이 없을 때의 점수가 달라져서 깎는 점수도 달라졌습니다.',
  'attribution.recomputed.label': '다시 계산한 이전 점수',
  'attribution.recomputed': '현재 보유한 데이터로 계산하면 이전 점수가 게시된 점수와 다르게 나옵니다.',
};
