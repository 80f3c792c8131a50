import type { adoption as english } from '../en/adoption.ts';
import type { Sentences } from '../sentences.ts';

export const adoption: Sentences<typeof english> = {
  'signal.product_usage.label': '제품 사용',
  'signal.product_usage.evidence.compared':
    '최근 {windowDays, number}일간: {metric} {total, number}(사용한 날 {days, number}일). 평소: {usualTotal, number}(사용한 날 {usualDays, number}일).',
  'signal.product_usage.evidence.ended':
    '{windowDays, number}일 동안 제품을 사용하지 않았습니다. 평소에는 같은 기간 중 {usualDays, number}일 사용합니다.',
  'signal.product_usage.remedy': '사용하지 못하는 이유를 묻고 도움이나 교육을 제안하세요.',
};
