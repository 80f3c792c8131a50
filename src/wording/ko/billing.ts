import type { billing as english } from '../en/billing.ts';
import type { Sentences } from '../sentences.ts';

export const billing: Sentences<typeof english> = {
  'signal.overdue_balance.label': '연체된 청구서',
  'signal.overdue_balance.evidence.one': '청구서 {number}({balance}): {days, number}일 연체되었습니다.',
  'signal.overdue_balance.evidence.several':
    '청구서 {invoices, number}건({total})이 연체되었습니다. 가장 오래된 청구서: {number}, {days, number}일 연체.',
  'signal.overdue_balance.evidence.one_usually_early':
    '청구서 {number}({balance}): {days, number}일 연체되었습니다. 이 고객은 평소 {usual, plural, =0 {제때} other {만기일보다 #일 일찍}} 결제합니다.',
  'signal.overdue_balance.evidence.one_usually_late':
    '청구서 {number}({balance}): {days, number}일 연체되었습니다. 이 고객은 평소 만기일보다 {usual, number}일 늦게 결제합니다.',
  'signal.overdue_balance.evidence.several_usually_early':
    '청구서 {invoices, number}건({total})이 연체되었습니다. 가장 오래된 청구서: {number}, {days, number}일 연체. 이 고객은 평소 {usual, plural, =0 {제때} other {만기일보다 #일 일찍}} 결제합니다.',
  'signal.overdue_balance.evidence.several_usually_late':
    '청구서 {invoices, number}건({total})이 연체되었습니다. 가장 오래된 청구서: {number}, {days, number}일 연체. 이 고객은 평소 만기일보다 {usual, number}일 늦게 결제합니다.',
  'signal.overdue_balance.evidence.several_currencies':
    '청구서 {invoices, number}건이 연체되었습니다. 가장 오래된 청구서: {number}({balance}), {days, number}일 연체.',
  'signal.overdue_balance.evidence.none': '연체된 청구서가 없습니다.',
  'signal.overdue_balance.evidence.silent': '연체된 청구서는 없지만, {days, number}일 동안 발행된 청구서도 없습니다.',
  'signal.overdue_balance.remedy': '연체된 청구서의 결제를 요청하고 지연 이유를 확인하세요.',
  'signal.overdue_balance.remedy.silent': '새 주문이 있으면 현재의 결제 방식을 알 수 있습니다.',

  'signal.payment_habit.label': '결제 습관',
  'signal.payment_habit.evidence.late_usually_late':
    '최근에는 만기일보다 {now, number}일 늦게 결제합니다. 이전에는 {before, number}일 늦게 결제했습니다.',
  'signal.payment_habit.evidence.late_usually_early':
    '최근에는 만기일보다 {now, number}일 늦게 결제합니다. 이전에는 {before, plural, =0 {제때} other {#일 일찍}} 결제했습니다.',
  'signal.payment_habit.evidence.early_usually_late':
    '최근에는 {now, plural, =0 {제때} other {만기일보다 #일 일찍}} 결제합니다. 이전에는 {before, number}일 늦게 결제했습니다.',
  'signal.payment_habit.evidence.early_usually_early':
    '최근에는 {now, plural, =0 {제때} other {만기일보다 #일 일찍}} 결제합니다. 이전에는 {before, plural, =0 {제때} other {#일 일찍}} 결제했습니다.',
  'signal.payment_habit.remedy': '결제 방식이 달라진 이유를 물어보세요. 다음 청구서를 제때 결제하면 점수가 회복됩니다.',

  'signal.paid_early.label': '조기 결제',
  'signal.paid_early.evidence.share':
    '최근 {days, number}일간의 청구서 {invoices, number}건 중 {early, number}건이 만기일 전에 결제되었습니다({share}).',
  'signal.paid_early.evidence.never':
    '최근 {days, number}일간의 청구서 {invoices, number}건 중 만기일 전에 결제된 것이 없습니다.',
  'signal.paid_early.remedy': '조기 결제에 혜택을 주세요. 소폭 할인이나 더 잘 맞는 플랜을 제안하세요.',

  'signal.paid_after_reminder.label': '안내 후 결제',
  'signal.paid_after_reminder.evidence.reminded':
    '최근 {days, number}일간의 청구서 {invoices, number}건 중 {reminded, number}건에 결제 안내가 필요했습니다({share}). 예: {sent}, “{subject}”.',
  'signal.paid_after_reminder.evidence.none':
    '기록된 이메일에 결제 안내가 없지만, 최근 {days, number}일간의 청구서 {invoices, number}건 중 {late, number}건이 늦었습니다.',
  'signal.paid_after_reminder.evidence.on_time':
    '최근 {days, number}일간의 청구서 {invoices, number}건이 모두 만기일까지 결제되어 결제 안내가 필요하지 않았습니다.',
  'signal.paid_after_reminder.remedy': '결제 안내가 필요 없는 결제 수단이나 날짜를 합의하세요.',

  'signal.recurring_revenue.label': '반복 매출',
  'signal.recurring_revenue.evidence.growing': '구독 매출: 월 {now}. {since} 당시({before})보다 늘었습니다.',
  'signal.recurring_revenue.evidence.constant': '구독 매출: 월 {now}. {since} 당시({before})와 비슷합니다.',
  'signal.recurring_revenue.evidence.shrinking': '구독 매출: 월 {now}. {since} 당시({before})보다 줄었습니다.',
  'signal.recurring_revenue.evidence.ended': '활성 구독이 더 이상 없습니다. {since} 당시 구독 매출: 월 {before}.',
  'signal.recurring_revenue.evidence.past_due':
    '구독 {subscriptions, number}건이 연체되었습니다(월 {unpaid}). 나머지 구독 매출: 월 {now}.',
  'signal.recurring_revenue.evidence.past_due_all':
    '{subscriptions, plural, =1 {구독이 연체되었습니다} other {구독 #건이 모두 연체되었습니다}}(월 {unpaid}).',
  'signal.recurring_revenue.evidence.deals_growing':
    '최근 {days, number}일간 성사된 거래의 매출: 월 {now}. 그 이전 {days, number}일({before})보다 늘었습니다.',
  'signal.recurring_revenue.evidence.deals_constant':
    '최근 {days, number}일간 성사된 거래의 매출: 월 {now}. 그 이전 {days, number}일({before})과 비슷합니다.',
  'signal.recurring_revenue.evidence.deals_shrinking':
    '최근 {days, number}일간 성사된 거래의 매출: 월 {now}. 그 이전 {days, number}일({before})보다 줄었습니다.',
  'signal.recurring_revenue.evidence.deals_ended':
    '최근 {days, number}일간 반복 매출이 있는 거래가 성사되지 않았습니다. 그 이전 {days, number}일간 매출: 월 {before}.',
  'signal.recurring_revenue.remedy': '더 이상 필요하지 않은 것이 무엇인지 묻고, 계속 유지할 플랜을 협의하세요.',
  'signal.recurring_revenue.remedy.past_due': '결제가 완료되도록 하세요. 등록된 카드나 계좌가 바뀌었을 수 있습니다.',
  'signal.recurring_revenue.remedy.past_due_all':
    '결제가 완료되도록 하세요. 등록된 카드나 계좌가 바뀌었을 수 있습니다.',

  'signal.failed_payments.label': '결제 실패',
  'signal.failed_payments.evidence.failed':
    '{payments, plural, =1 {{last} 결제({amount})가 실패했거나 분쟁 중이며, 이후 이를 대신한 결제가 없습니다.} other {결제 #건이 실패했거나 분쟁 중이며 이후 해결되지 않았습니다. 마지막: {last}({amount}).}}',
  'signal.failed_payments.evidence.made_good':
    '최근 {days, number}일간 결제 {payments, number}건이 실패했으나 이후 결제로 해결되었습니다.',
  'signal.failed_payments.evidence.none': '최근 {days, number}일간 실패한 결제가 없습니다.',
  'signal.failed_payments.evidence.silent': '실패한 결제는 없지만 {days, number}일간 완료된 결제도 없습니다.',
  'signal.failed_payments.remedy': '다른 카드나 계좌를 요청하세요. 결제가 완료되면 점수가 회복됩니다.',
  'signal.failed_payments.remedy.silent': '새 결제가 이루어지면 여전히 결제가 되는지 알 수 있습니다.',
};
