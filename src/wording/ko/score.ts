import type { score as english } from '../en/score.ts';
import type { Sentences } from '../sentences.ts';
import { settingsPage } from './settings-page.ts';

export const score: Sentences<typeof english> = {
  'dimension.deals': '거래 및 갱신',
  'dimension.support': '고객 지원',
  'dimension.engagement': '참여도',
  'dimension.billing': '청구 및 결제',
  'dimension.sentiment': '고객 만족도',
  'dimension.advocacy': '추천',
  'dimension.adoption': '사용 정착',

  'cap.long_overdue.label': '장기 연체 청구서',
  'cap.long_overdue.remedy': '오래된 청구서가 결제될 때까지 점수가 낮게 유지됩니다.',
  'cap.many_complaints.label': '해결되지 않은 불만 다수',
  'cap.many_complaints.remedy': '불만이 해결될 때까지 점수가 낮게 유지됩니다.',
  'cap.other.label': '모델의 상한',
  'cap.other.remedy': '이 상태가 계속되는 동안 점수가 낮게 유지됩니다.',

  'change.source_lost.label': '더 이상 읽을 수 없는 데이터',
  'change.source_lost.evidence':
    '{sources}: {since}부터 읽을 수 없습니다. 마지막으로 알려진 내용대로라면 이 고객은 양호 상태가 아닙니다.',
  'change.source_lost.remedy':
    '관리자가 앱에 접근 권한을 다시 부여할 수 있습니다. 데이터가 돌아오지 않는다면 해당 신호를 건강도 모델에서 빼세요.',
  'change.source_gained.label': '새로 연결된 데이터',
  'change.source_gained.evidence':
    '{sources}: {since}부터 새로 읽고 있습니다. 이 데이터가 없다면 이 고객은 양호 상태가 아닙니다.',
  'change.source_gained.remedy':
    '처음 30일 동안은 새 데이터만으로는 양호 상태가 되지 않습니다. 그 뒤에는 온전히 반영됩니다.',

  'history.seam': '{since}부터는 게시된 점수입니다. 그 이전은 날짜가 있는 데이터로 나중에 계산한 점수입니다.',
  'history.model': '{since}부터는 건강도 모델 버전 {version} 기준입니다.',
  'history.recomputed':
    '건강도 모델 버전 {version} 기준으로, 현재 알려진 데이터를 사용해 다시 계산했습니다. 당시에 표시된 점수와 다를 수 있습니다.',

  'source.contacts': '연락처',
  'source.deals': '거래',
  'source.tickets': '티켓',
  'source.emails': '이메일',
  'source.meetings': '회의',
  'source.calls': '통화',
  'source.communications': '메시지',
  'source.notes': '메모',
  'source.feedback_submissions': '설문 응답',
  'source.subscriptions': '구독',
  'source.commerce_payments': '결제',
  'source.quotes': '견적',
  'source.invoices': '청구서',
  'source.custom': '사용자 지정 개체',
  'source.usage': '제품 사용량',

  'hidden.amount': '[금액 비공개]',
  'hidden.subject': '[제목 비공개]',

  'mapped.remedy': '고객과 “{name}” 항목을 살펴본 뒤 HubSpot에서 업데이트하세요.',
  'mapped.evidence.number': '{name}: {value, number}.',
  'mapped.evidence.amount': '{name}: {value, number} {unit}.',
  'mapped.evidence.money': '{name}: {amount}.',
  'mapped.evidence.percent': '{name}: {share}.',
  'mapped.evidence.date': '{name}: {day} ({days, plural, =0 {오늘} other {#일 전}}).',
  'mapped.evidence.yes': '{name}: 예.',
  'mapped.evidence.no': '{name}: 아니요.',
  'mapped.evidence.count': '{name}: 최근 {days, number}일 동안 {count, number}건.',
  'mapped.evidence.option': '{name}: “{value}”.',

  'missing.scope_missing':
    'HubSpot에서 앱에 이 데이터에 대한 액세스 권한이 부여되지 않았습니다. 관리자가 부여할 수 있습니다.',
  'missing.type_missing': '이 HubSpot 계정에는 이 유형의 레코드가 없습니다.',
  'missing.property_missing': `이 HubSpot 계정에는 이 항목을 읽을 속성이 없습니다. 어떤 속성인지는 앱 설정의 “${settingsPage['settings.word.tabConnection']}” 탭에 나와 있습니다.`,
  'missing.not_connected': '이 HubSpot 계정에는 이러한 데이터가 없습니다.',
  'missing.not_set_up': '건강도 모델에 여기서 무엇을 볼지 아직 지정되어 있지 않습니다.',
  'missing.not_set_up.product_feedback': '건강도 모델에 제품 출시일이 아직 지정되어 있지 않습니다.',
  'missing.not_set_up.referrals':
    '건강도 모델에 무엇을 추천 소개로 볼지(연결 레이블, 거래 유형 또는 거래 파이프라인) 아직 지정되어 있지 않습니다.',
  'missing.not_read_yet': '아직 읽지 않았습니다.',
  'missing.not_known_then': 'HubSpot은 현재 값만 알려 주며, 당시에는 아직 확인되지 않은 값입니다.',
  'missing.not_logged':
    '회사 담당자가 이런 연락을 HubSpot에 기록하지 않아, 연락이 없다는 사실만으로는 판단할 수 없습니다.',
  'missing.no_data': '이 고객에 대해 판단할 근거가 없습니다.',
  'missing.too_few': '판단하기에 데이터가 부족합니다: {count, number}건(최소 {minimum, number}건 필요).',
  'missing.no_norm': '비교할 전체 고객의 티켓이 부족합니다: {count, number}건(최소 {minimum, number}건 필요).',
  'missing.too_new': '고객이 된 지 얼마 되지 않았습니다. 비교하려면 {days, number}일이 필요합니다.',
  'missing.no_terms': '청구서가 발행 즉시 결제되거나 만기일이 없어 연체될 수 없습니다.',
  'missing.mixed_currencies': '여러 통화로 결제하며, 서로 다른 통화는 합산하지 않습니다.',
  'missing.unmapped_value': '건강도 모델에 없는 옵션입니다: “{value}”.',
  'missing.expired': '설정한 지 {days, number}일이 넘었습니다.',
  'missing.too_old': '마지막 응답이 {days, number}일보다 오래되었습니다.',
  'missing.stale':
    '어떤 고객에게서도 이러한 데이터가 들어오지 않아(마지막: {last}), 데이터가 없다는 사실만으로는 판단할 수 없습니다.',

  'state.no_facts':
    '이 고객에 대해 알려진 것이 없습니다. 거래, 티켓, 이메일, 청구서 등 연결된 레코드를 찾지 못했습니다.',
  'state.low_coverage': '이 고객에 대한 정보가 부족하여 신뢰할 수 있는 점수를 낼 수 없습니다.',
  'state.few_dimensions': '이 고객의 한 가지 측면만 알려져 있어 신뢰할 수 있는 점수를 낼 수 없습니다.',
  'state.no_purchase_or_stage':
    '고객이 아닙니다. 수명 주기 단계가 고객이 아니며, 최근 {months, number}개월간 구매가 없습니다.',
  'state.partner': '점수 대상이 아닙니다. 이 회사는 파트너입니다.',
  'state.vendor': '점수 대상이 아닙니다. 이 회사는 공급업체입니다.',
  'state.competitor': '점수 대상이 아닙니다. 이 회사는 경쟁사입니다.',
  'state.test_company': '점수 대상이 아닙니다. 테스트용 회사입니다.',
  'state.excluded': '점수 대상이 아닙니다. 건강도 모델에서 이 회사를 제외합니다.',
  'state.not_named': '고객이 아닙니다. 고객을 지정하는 속성에 이 회사가 지정되어 있지 않습니다.',
  'state.churned': '{left}부터 더 이상 고객이 아닙니다. 그 전에 감점된 이유는 아래에 남아 있습니다.',
  'state.own_company': '점수를 매기지 않습니다. 귀사 자신의 회사입니다.',
  'state.not_found': '아직 이 회사를 읽지 않았습니다. 새 회사는 다음 동기화 후에 표시됩니다.',
  'state.no_cycle': '아직 건강 점수가 계산되지 않았습니다. 첫 점수는 첫 동기화 후에 표시됩니다.',

  'mark.seasonal.label': '계절성',
  'mark.seasonal.text':
    '마지막 구매는 {days, number}일 전입니다({last}). 지난 2년간 매년 이맘때에도 구매가 없다가 다시 구매했습니다. 시즌이 한 달 넘게 늦어지면 공백 기간 전체가 점수에 반영됩니다.',
  'mark.possibly_seasonal.label': '계절성 가능성',
  'mark.possibly_seasonal.text':
    '지금까지의 구매일 {purchases, number}일이 모두 1년 중 같은 {months, number}개월 안에 있습니다. 구매 기록이 2년 미만이면 계절성인지 이탈인지 구분할 수 없으므로, 점수에는 감안하지 않습니다.',

  'family.customers': '하위 회사 중 고객: {companies, number}개 중 {customers, number}개.',
  'family.mean_revenue': '평균 건강도(최근 12개월 매출로 가중): {mean, number}.',
  'family.mean_equal': '평균 건강도(매출을 모두 알 수는 없어 똑같이 반영): {mean, number}.',
  'family.unscored': '점수가 없어 평균에서 빠진 회사: {count, number}개.',
  'family.bounded': '살펴본 하위 회사: 가까운 순으로 {total, number}개 중 {count, number}개.',

  'record.companies': '이 회사',
  'record.contacts': '연락처',
  'record.deals': '거래',
  'record.tickets': '티켓',
  'record.emails': '{day} 이메일',
  'record.meetings': '{day} 회의',
  'record.calls': '{day} 통화',
  'record.communications': '{day} 메시지',
  'record.notes': '{day} 메모',
  'record.feedback_submissions': '{day} 설문 응답',
  'record.subscriptions': '구독',
  'record.commerce_payments': '{day} 결제',
  'record.quotes': '견적',
  'record.custom': '{day} 레코드',
  'record.invoices': '청구서 {name}',
  'record.invoices.nameless': '청구서',
};
