import type { engagement as english } from '../en/engagement.ts';
import type { Sentences } from '../sentences.ts';

export const engagement: Sentences<typeof english> = {
  'signal.email_engagement.label': '이메일 열람 및 클릭',
  'signal.email_engagement.evidence.personal':
    '{days, number}일간 보낸 이메일 {sent, number}건 중 열람 {opened, number}건, 클릭 {clicked, number}건, 회신 {replied, number}건입니다.',
  'signal.email_engagement.evidence.marketing':
    '전달된 마케팅 이메일 {delivered, number}건 중 열람 {opened, number}건, 클릭 {clicked, number}건입니다.',
  'signal.email_engagement.remedy': '고객이 지금 중요하게 여기는 주제로 연락하거나 다른 채널을 시도하세요.',

  'signal.two_way_contact.label': '양방향 소통',
  'signal.two_way_contact.evidence.wrote':
    '고객이 마지막으로 글을 보낸 때는 {days, plural, =0 {오늘} other {#일 전}}입니다({last}). {windowDays, number}일간 우리 쪽 연락 {sent, number}회, 고객 쪽 연락 {received, number}회.',
  'signal.two_way_contact.evidence.called':
    '고객이 마지막으로 전화한 때는 {days, plural, =0 {오늘} other {#일 전}}입니다({last}). {windowDays, number}일간 우리 쪽 연락 {sent, number}회, 고객 쪽 연락 {received, number}회.',
  'signal.two_way_contact.evidence.talked':
    '마지막 통화는 {days, plural, =0 {오늘} other {#일 전}}입니다({last}). {windowDays, number}일간 우리 쪽 연락 {sent, number}회, 고객 쪽 연락 {received, number}회.',
  'signal.two_way_contact.evidence.met':
    '마지막 회의는 {days, plural, =0 {오늘} other {#일 전}}입니다({last}). {windowDays, number}일간 우리 쪽 연락 {sent, number}회, 고객 쪽 연락 {received, number}회.',
  'signal.two_way_contact.evidence.messaged':
    '마지막 메시지는 {days, plural, =0 {오늘} other {#일 전}}입니다({last}). {windowDays, number}일간 우리 쪽 연락 {sent, number}회, 고객 쪽 연락 {received, number}회.',
  'signal.two_way_contact.evidence.quiet':
    '최근 {windowDays, number}일간 어느 쪽에서도 연락하지 않았습니다. {channel, select, email {고객이 마지막으로 글을 보낸 때는} call {고객이 마지막으로 전화한 때는} talk {마지막 통화는} meeting {마지막 회의는} other {마지막 메시지는}} {days, number}일 전입니다({last}).',
  'signal.two_way_contact.evidence.never':
    '고객이 연락해 온 적이 없습니다. 우리 쪽의 첫 시도는 {days, plural, =0 {오늘} other {#일 전}}이며({last}), 최근 {windowDays, number}일간 {sent, number}회 시도했습니다.',
  'signal.two_way_contact.remedy': '답변을 받으세요. 전화하거나 짧은 질문 하나를 보내세요.',

  'signal.meetings_held.label': '진행한 회의',
  'signal.meetings_held.evidence.booked':
    '{days, number}일간 진행한 회의 {held, number}회{missed, plural, =0 {} other {, 불참 #회}}. 다음 회의: {next}.',
  'signal.meetings_held.evidence.unbooked':
    '{days, number}일간 진행한 회의 {held, number}회{missed, plural, =0 {} other {, 불참 #회}}. 예정된 회의가 없습니다.',
  'signal.meetings_held.evidence.none': '{days, number}일간 회의가 없었고 예정된 회의도 없습니다. 마지막 회의: {last}.',
  'signal.meetings_held.remedy': '다음 회의를 잡고 실제로 진행되도록 챙기세요.',

  'signal.contact_breadth.label': '연락 중인 사람',
  'signal.contact_breadth.evidence.people':
    '최근 {days, number}일간 {contacts, plural, =1 {유일한 연락처와 연락이 오갔습니다} other {연락처 #명 중 {people, number}명과 연락이 오갔습니다}}. 목표는 {expected, number}명 이상입니다.',
  'signal.contact_breadth.evidence.nobody':
    '최근 {days, number}일간 {contacts, plural, =1 {유일한 연락처와 연락이 오가지 않았습니다} other {연락처 #명 중 연락이 오간 사람이 없습니다}}. 목표는 {expected, number}명 이상입니다.',
  'signal.contact_breadth.remedy':
    '고객사에서 더 많은 사람과 관계를 맺으세요. 핵심 담당자 한 명에게만 의존하면 위험합니다.',
};
