import type { deals as english } from '../en/deals.ts';
import type { Sentences } from '../sentences.ts';

export const deals: Sentences<typeof english> = {
  'signal.spend_trend.label': '지출 추이',
  'signal.spend_trend.evidence.ended':
    '최근 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}간 {by, select, invoices {결제한 청구서가} other {구매가}} 없습니다. 그 이전 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}간 {by, select, invoices {결제 금액} other {지출}}: {before}.',
  'signal.spend_trend.evidence.ended_before':
    '최근 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}은 물론 그 이전 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}에도 {by, select, invoices {결제한 청구서가} other {구매가}} 없습니다.',
  'signal.spend_trend.evidence.falling':
    '최근 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}간 {by, select, invoices {결제 금액} other {지출}}: {now}. 그 이전 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}({before})보다 줄었습니다.',
  'signal.spend_trend.evidence.constant':
    '최근 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}간 {by, select, invoices {결제 금액} other {지출}}: {now}. 그 이전 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}({before})과 비슷합니다.',
  'signal.spend_trend.evidence.rising':
    '최근 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}간 {by, select, invoices {결제 금액} other {지출}}: {now}. 그 이전 {days, plural, =365 {12개월} =182 {6개월} =91 {3개월} other {#일}}({before})보다 늘었습니다.',
  'signal.spend_trend.remedy': '무엇이 달라졌는지 묻고 다음 주문이나 플랜을 협의하세요.',

  'signal.renewal_outcome.label': '갱신 및 확장',
  'signal.renewal_outcome.evidence.won': '최근 갱신 또는 확장 거래(“{name}”)가 {closed}에 성사되었습니다.',
  'signal.renewal_outcome.evidence.lost': '최근 갱신 또는 확장 거래(“{name}”)가 {closed}에 실패했습니다.',
  'signal.renewal_outcome.evidence.lost_because':
    '최근 갱신 또는 확장 거래(“{name}”)가 {closed}에 실패했습니다. 사유: {reason}.',
  'signal.renewal_outcome.evidence.due':
    '갱신 또는 확장 거래(“{name}”)의 예정일: {due}. 현재 단계: {stage}(가능성 {chance}).',
  'signal.renewal_outcome.evidence.late':
    '갱신 또는 확장 거래(“{name}”)의 예정일({due})이 {days, number}일 지났지만 아직 진행 중입니다.',
  'signal.renewal_outcome.remedy': '다음 거래를 성사시키세요. 예정일 전에 조건과 날짜를 합의하세요.',

  'signal.time_since_last_purchase.label': '최근 구매',
  'signal.time_since_last_purchase.evidence.once':
    '{by, select, invoices {청구서를 결제한 것은} other {구매는}} {days, plural, =0 {오늘} other {#일 전}} 한 번뿐입니다({last}).',
  'signal.time_since_last_purchase.evidence.twice':
    '{by, select, invoices {청구서 결제일은} other {구매일은}} {gap, number}일 간격으로 이틀뿐이며, {by, select, invoices {마지막 결제는} other {마지막 구매는}} {days, plural, =0 {오늘} other {#일 전}}입니다({last}).',
  'signal.time_since_last_purchase.evidence.rhythm':
    '{by, select, invoices {마지막 청구서 결제는} other {마지막 구매는}} {days, plural, =0 {오늘} other {#일 전}}입니다({last}). 평소에는 {gap, plural, =0 {매일} =1 {매일} other {#일마다}} {by, select, invoices {결제합니다} other {구매합니다}}.',
  'signal.time_since_last_purchase.evidence.seldom':
    '{by, select, invoices {결제한 청구서로 보면, 구매는} other {구매는}} 약 {gap, number}일에 한 번뿐입니다. {by, select, invoices {마지막 청구서 결제는} other {마지막 구매는}} {days, plural, =0 {오늘} other {#일 전}}입니다({last}).',
  'signal.time_since_last_purchase.evidence.season':
    '{by, select, invoices {마지막 청구서 결제는} other {마지막 구매는}} {days, number}일 전입니다({last}). 지난 2년에 비추어 보면 그중 {season, number}일은 비수기입니다.',
  'signal.time_since_last_purchase.remedy': '새 주문을 확보하세요. 꾸준한 주문이 나머지 점수를 회복시킵니다.',

  'signal.growth.label': '성장',
  'signal.growth.evidence.expansion': '확장 거래(“{name}”)가 진행 중입니다. 예정일: {due}(가능성 {chance}).',
  'signal.growth.evidence.talk':
    '{days, number}일간 향후 계획이 {talks, number}회 언급되었습니다. 마지막: {last}(“{word}”).',
  'signal.growth.evidence.expansion_and_talk':
    '확장 거래(“{name}”)가 진행 중입니다. 예정일: {due}(가능성 {chance}). {days, number}일간 향후 계획이 {talks, number}회 언급되었습니다. 마지막: {last}(“{word}”).',
  'signal.growth.evidence.none': '진행 중인 확장 거래가 없고, {days, number}일간 향후 계획도 언급되지 않았습니다.',
  'signal.growth.remedy': '향후 계획을 묻고 성장에 도움이 되는 것을 제안하세요.',

  'signal.open_quotes.label': '미결 견적',
  'signal.open_quotes.evidence.expired':
    '{quotes, plural, =1 {응답 없이 만료된 견적이 있습니다: “{name}”({until}).} other {견적 #건이 응답 없이 만료되었습니다. 가장 먼저 만료된 견적: “{name}”({until}).}}',
  'signal.open_quotes.evidence.waiting':
    '{quotes, plural, =1 {견적(“{name}”)이 응답을 기다리고 있습니다. 유효 기한: {until}.} other {견적 #건이 응답을 기다리고 있습니다. 가장 먼저 만료되는 견적: “{name}”(유효 기한: {until}).}}',
  'signal.open_quotes.evidence.accepted': '응답을 기다리는 견적이 없습니다. 수락된 견적: “{name}”.',
  'signal.open_quotes.evidence.silent':
    '응답을 기다리는 견적이 없고, 최근 {days, number}일간의 견적 중 수락된 것도 없습니다.',
  'signal.open_quotes.remedy': '결정이 늦어지는 이유를 묻고, 견적을 갱신하거나 철회하세요.',
  'signal.open_quotes.remedy.silent': '견적이 수락되면 여전히 구매 의사가 있음을 알 수 있습니다.',

  'signal.lost_deals.label': '실패한 거래',
  'signal.lost_deals.evidence.none': '최근 {days, number}일간 결정된 거래 {deals, number}건 중 실패한 거래가 없습니다.',
  'signal.lost_deals.evidence.lost':
    '최근 {days, number}일간 결정된 거래 {deals, number}건 중 {lost, number}건({share})이 실패했습니다. 주요 거래: “{name}”({closed}).',
  'signal.lost_deals.evidence.lost_because':
    '최근 {days, number}일간 결정된 거래 {deals, number}건 중 {lost, number}건({share})이 실패했습니다. 주요 거래: “{name}”({closed}). 사유: {reasons}.',
  'signal.lost_deals.remedy':
    '다른 선택을 한 이유를 묻고 다음 거래를 성사시키세요. 새 거래가 성사될수록 실패 비율이 낮아집니다.',
};
