import type { support as english } from '../en/support.ts';
import type { Sentences } from '../sentences.ts';

export const support: Sentences<typeof english> = {
  'signal.open_tickets.label': '미해결 티켓',
  'signal.open_tickets.evidence.open':
    '진행 중인 티켓이 {open, number}건 있습니다. 이 고객의 평소 수준은 {norm, number}건입니다.',
  'signal.open_tickets.evidence.none': '진행 중인 티켓이 없습니다.',
  'signal.open_tickets.evidence.silent':
    '진행 중인 티켓이 없고, 최근 {windowDays, number}일간의 티켓 중 지원이 어땠는지 알려 주는 것도 없습니다.',
  'signal.open_tickets.remedy': '진행 중인 티켓을 오래된 것부터 종료하세요.',
  'signal.open_tickets.remedy.silent': '안부를 물어보세요. 연락이 없다고 해서 문제가 없는 것은 아닙니다.',

  'signal.unresolved_complaints.label': '해결되지 않은 불만',
  'signal.unresolved_complaints.evidence.open':
    '해결되지 않은 불만이 {complaints, number}건 있으며, 가장 오래된 불만은 {days, number}일째입니다.',
  'signal.unresolved_complaints.evidence.none': '해결되지 않은 불만이 없습니다.',
  'signal.unresolved_complaints.evidence.silent':
    '해결되지 않은 불만이 없고, 최근 {windowDays, number}일간의 티켓 중 지원이 어땠는지 알려 주는 것도 없습니다.',
  'signal.unresolved_complaints.remedy': '불만을 해결하고 고객에게 알리세요.',
  'signal.unresolved_complaints.remedy.silent': '안부를 물어보세요. 연락이 없다고 해서 문제가 없는 것은 아닙니다.',

  'signal.first_contact_resolution.label': '첫 문의에서 해결',
  'signal.first_contact_resolution.evidence.rate':
    '해결된 티켓 {solved, number}건 중 {first, number}건이 첫 문의에서 해결되었습니다({share}).',
  'signal.first_contact_resolution.evidence.none':
    '해결된 티켓 {solved, number}건 중 첫 문의에서 해결된 것이 없습니다.',
  'signal.first_contact_resolution.evidence.all': '해결된 티켓 {solved, number}건이 모두 첫 문의에서 해결되었습니다.',
  'signal.first_contact_resolution.remedy': '티켓이 다시 열린 이유를 찾아 원인을 해결하세요.',

  'signal.time_to_resolution.label': '해결 시간',
  'signal.time_to_resolution.evidence.compared':
    '해결된 티켓 {tickets, number}건의 일반적인 해결 시간: {own}. 전체 고객의 일반적인 시간: {usual}.',
  'signal.time_to_resolution.remedy': '티켓이 지연된 이유를 찾고, 이 고객의 다음 티켓에는 처리 예정일을 알려 주세요.',

  'signal.time_to_first_reply.label': '첫 답변 시간',
  'signal.time_to_first_reply.evidence.compared':
    '해결된 티켓 {tickets, number}건의 일반적인 첫 답변 시간: {own}. 전체 고객의 일반적인 시간: {usual}.',
  'signal.time_to_first_reply.remedy':
    '이 고객의 다음 티켓에 먼저 답하세요. 언제 도움을 줄 수 있는지만 알려도 좋습니다.',

  'signal.ticket_topics.label': '티켓 주제',
  'signal.ticket_topics.evidence.growing':
    '늘어나는 주제: “{topic}”. 최근 30일간 티켓 {now, number}건이며, 이 고객의 평소 수준은 월 {norm, number}건입니다.{others, plural, =0 {} other { 그 밖에 늘어나거나 반복되는 주제가 #개 더 있습니다.}}',
  'signal.ticket_topics.evidence.recurring':
    '반복되는 주제: “{topic}”. 최근 {months, number}개월 중 {came, number}개월에 나타났습니다.{others, plural, =0 {} other { 그 밖에 늘어나거나 반복되는 주제가 #개 더 있습니다.}}',
  'signal.ticket_topics.evidence.every_month':
    '반복되는 주제: “{topic}”. 최근 {months, number}개월 동안 매달 나타났습니다.{others, plural, =0 {} other { 그 밖에 늘어나거나 반복되는 주제가 #개 더 있습니다.}}',
  'signal.ticket_topics.evidence.steady': '늘어나거나 반복되는 티켓 주제가 없습니다.',
  'signal.ticket_topics.evidence.silent':
    '눈에 띄는 티켓 주제가 없고, 최근 {days, number}일간의 티켓 중 지원이 어땠는지 알려 주는 것도 없습니다.',
  'signal.ticket_topics.remedy': '티켓의 원인을 근본적으로 해결하고 고객에게 알리세요.',
  'signal.ticket_topics.remedy.silent': '안부를 물어보세요. 연락이 없다고 해서 문제가 없는 것은 아닙니다.',

  'signal.sla_breaches.label': 'SLA 위반',
  'signal.sla_breaches.evidence.missed':
    '최근 {windowDays, number}일간 약속 시간이 있는 티켓 {promised, number}건 중 {missed, number}건이 시간을 넘겼습니다.{open, plural, =0 {} other { 그중 #건이 아직 진행 중입니다.}}',
  'signal.sla_breaches.evidence.missed_only':
    '최근 {windowDays, number}일간 약속 시간이 있는 유일한 티켓이 시간을 {open, plural, =0 {넘겼습니다} other {넘겼으며 아직 진행 중입니다}}.',
  'signal.sla_breaches.evidence.kept': '약속 시간이 있는 티켓 {promised, number}건이 모두 시간을 지켰습니다.',
  'signal.sla_breaches.evidence.silent':
    '약속 시간을 넘긴 티켓이 없고, 최근 {windowDays, number}일간의 티켓 중 지원이 어땠는지 알려 주는 것도 없습니다.',
  'signal.sla_breaches.remedy': '늦어진 티켓부터 답변하고 해결하며, 예상 시점을 고객에게 알리세요.',
  'signal.sla_breaches.remedy.silent': '안부를 물어보세요. 연락이 없다고 해서 문제가 없는 것은 아닙니다.',

  'signal.training.label': '교육',
  'signal.training.evidence.trained': '최근 {days, number}일간 교육을 {sessions, number}회 진행했습니다.',
  'signal.training.evidence.none': '최근 {days, number}일간 교육이 없었습니다.',
  'signal.training.remedy': '신규 사용자부터 교육을 제안하세요.',
};
