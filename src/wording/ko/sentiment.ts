import type { sentiment as english } from '../en/sentiment.ts';
import type { Sentences } from '../sentences.ts';

export const sentiment: Sentences<typeof english> = {
  'signal.pulse.label': '고객 평가',
  'signal.pulse.evidence.said': '설정된 고객 평가: “{value}”({since}에 처음 확인).',
  'signal.pulse.evidence.given':
    '{since}에 고객 평가가 {value, select, positive {긍정} neutral {중립} other {부정}}으로 설정되었습니다: “{reason}”',
  'signal.pulse.remedy': '고객과 대화한 뒤 고객 평가를 새로 설정하세요.',

  'signal.nps.label': 'NPS',
  'signal.nps.evidence.one_round':
    '추천 의향은 10점 만점에 {mean, number}점입니다(응답 {answers, number}건, 마지막 {last}).',
  'signal.nps.evidence.rising':
    '추천 의향은 현재 10점 만점에 {now, number}점으로, 이전 {before, number}점보다 올랐습니다(점수에 반영되는 가중 평균 {mean, number}점, 응답 {answers, number}건, 마지막 {last}).',
  'signal.nps.evidence.steady':
    '추천 의향은 현재 10점 만점에 {now, number}점으로, 이전 {before, number}점과 비슷합니다(점수에 반영되는 가중 평균 {mean, number}점, 응답 {answers, number}건, 마지막 {last}).',
  'signal.nps.evidence.falling':
    '추천 의향은 현재 10점 만점에 {now, number}점으로, 이전 {before, number}점보다 떨어졌습니다(점수에 반영되는 가중 평균 {mean, number}점, 응답 {answers, number}건, 마지막 {last}).',
  'signal.nps.remedy': '가장 낮은 점수를 준 사람에게 무엇이 바뀌면 좋을지 묻고, 조치한 뒤 다시 물어보세요.',

  'signal.csat.label': 'CSAT',
  'signal.csat.evidence.one_round': '대응에 대한 만족도: {mean}(응답 {answers, number}건, 마지막 {last}).',
  'signal.csat.evidence.rising':
    '대응에 대한 만족도: 현재 {now}, 이전({before})보다 올랐습니다(점수에 반영되는 가중 평균 {mean}, 응답 {answers, number}건, 마지막 {last}).',
  'signal.csat.evidence.steady':
    '대응에 대한 만족도: 현재 {now}, 이전({before})과 비슷합니다(점수에 반영되는 가중 평균 {mean}, 응답 {answers, number}건, 마지막 {last}).',
  'signal.csat.evidence.falling':
    '대응에 대한 만족도: 현재 {now}, 이전({before})보다 떨어졌습니다(점수에 반영되는 가중 평균 {mean}, 응답 {answers, number}건, 마지막 {last}).',
  'signal.csat.remedy': '불만족한 사람에게 전화해 바로잡으세요. 더 나은 응답이 점수를 회복시킵니다.',

  'signal.ces.label': 'CES',
  'signal.ces.evidence.one_round':
    '업무 편의성 평가는 7점 만점에 {mean, number}점입니다(응답 {answers, number}건, 마지막 {last}).',
  'signal.ces.evidence.rising':
    '업무 편의성 평가는 현재 7점 만점에 {now, number}점으로, 이전 {before, number}점보다 올랐습니다(점수에 반영되는 가중 평균 {mean, number}점, 응답 {answers, number}건, 마지막 {last}).',
  'signal.ces.evidence.steady':
    '업무 편의성 평가는 현재 7점 만점에 {now, number}점으로, 이전 {before, number}점과 비슷합니다(점수에 반영되는 가중 평균 {mean, number}점, 응답 {answers, number}건, 마지막 {last}).',
  'signal.ces.evidence.falling':
    '업무 편의성 평가는 현재 7점 만점에 {now, number}점으로, 이전 {before, number}점보다 떨어졌습니다(점수에 반영되는 가중 평균 {mean, number}점, 응답 {answers, number}건, 마지막 {last}).',
  'signal.ces.remedy': '고객을 힘들게 하는 것이 무엇인지 찾아 없애세요.',

  'signal.survey_trend.label': '설문 추이',
  'signal.survey_trend.evidence.rising':
    '10점 만점 평가가 분기마다 {change, number}점씩 오르고 있습니다({quarters, number}개 분기, 응답 {answers, number}건).',
  'signal.survey_trend.evidence.steady':
    '10점 만점 평가가 비슷하게 유지되고 있습니다({quarters, number}개 분기, 응답 {answers, number}건).',
  'signal.survey_trend.evidence.falling':
    '10점 만점 평가가 분기마다 {change, number}점씩 떨어지고 있습니다({quarters, number}개 분기, 응답 {answers, number}건).',
  'signal.survey_trend.remedy': '이전 응답 이후 무엇이 나빠졌는지 묻고, 어떻게 대응하고 있는지 알리세요.',

  'signal.contact_survey.label': '지원 후 설문',
  'signal.contact_survey.evidence.solved':
    '설문한 종료 티켓 {asked, number}건 중 {good, number}건에 만족했습니다({share}).',
  'signal.contact_survey.evidence.came_back':
    '설문한 종료 티켓 {asked, number}건 중 {good, number}건은 만족했고 다시 문제가 되지 않았습니다({share}). 다시 열린 티켓: {back, number}건.',
  'signal.contact_survey.remedy': '만족하지 못한 티켓을 다시 살펴 끝까지 해결하세요.',

  'signal.product_feedback.label': '출시 후 반응',
  'signal.product_feedback.evidence.after':
    '{release} 출시 후 {days, number}일간 {after, plural, =0 {티켓이나 부정적 응답이 없었습니다} other {티켓이나 부정적 응답이 #건 있었습니다}}. 같은 기간의 평소 수준은 {usual, number}건입니다.',
  'signal.product_feedback.evidence.after_rare':
    '{release} 출시 후 {days, number}일간 {after, plural, =0 {티켓이나 부정적 응답이 없었습니다} other {티켓이나 부정적 응답이 #건 있었습니다}}. 같은 기간의 평소 수준은 1건 미만입니다.',
  'signal.product_feedback.remedy': '이번 출시로 무엇이 안 되거나 달라졌는지 묻고 적응을 도와주세요.',

  'signal.referrals.label': '추천 소개',
  'signal.referrals.evidence.referred':
    '{days, number}일간 거래 {deals, number}건을 소개했고, 그중 {won, number}건이 성사되었습니다. 마지막: {last}.',
  'signal.referrals.remedy': '감사를 전하고, 또 누구에게 추천해 줄 수 있는지 물어보세요.',
};
