import type { sentiment as english } from '../en/sentiment.ts';
import type { Sentences } from '../sentences.ts';

export const sentiment: Sentences<typeof english> = {
  'signal.pulse.label': 'Pulsul clientului',
  'signal.pulse.evidence.said': 'Pulsul clientului este setat la „{value}” (observat prima dată pe {since}).',
  'signal.pulse.evidence.given':
    'Pulsul clientului a fost setat la {value, select, positive {pozitiv} neutral {neutru} other {negativ}} pe {since}: „{reason}”',
  'signal.pulse.remedy': 'Discutați cu clientul, apoi setați din nou pulsul.',

  'signal.nps.label': 'NPS',
  'signal.nps.evidence.one_round':
    'La întrebarea dacă ne-ar recomanda răspund cu {mean, number} din 10 ({answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.nps.evidence.rising':
    'La întrebarea dacă ne-ar recomanda răspund acum cu {now, number} din 10, în creștere de la {before, number} (scorul folosește media ponderată, {mean, number}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.nps.evidence.steady':
    'La întrebarea dacă ne-ar recomanda răspund acum cu {now, number} din 10, cam la fel ca înainte ({before, number}; scorul folosește media ponderată, {mean, number}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.nps.evidence.falling':
    'La întrebarea dacă ne-ar recomanda răspund acum cu {now, number} din 10, în scădere de la {before, number} (scorul folosește media ponderată, {mean, number}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.nps.remedy':
    'Întrebați-i pe cei cu notele cele mai mici ce i-ar face să se răzgândească, acționați, apoi întrebați din nou.',

  'signal.csat.label': 'CSAT',
  'signal.csat.evidence.one_round':
    'Satisfacția față de ce am făcut: {mean} ({answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.csat.evidence.rising':
    'Satisfacția față de ce am făcut: acum {now}, în creștere de la {before} (scorul folosește media ponderată, {mean}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.csat.evidence.steady':
    'Satisfacția față de ce am făcut: acum {now}, cam la fel ca înainte ({before}; scorul folosește media ponderată, {mean}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.csat.evidence.falling':
    'Satisfacția față de ce am făcut: acum {now}, în scădere de la {before} (scorul folosește media ponderată, {mean}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.csat.remedy':
    'Sunați-i pe cei nemulțumiți și remediați problema; răspunsurile mai bune recuperează punctele.',

  'signal.ces.label': 'CES',
  'signal.ces.evidence.one_round':
    'Cât de ușor le este să lucreze cu noi: {mean, number} din 7 ({answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.ces.evidence.rising':
    'Cât de ușor le este să lucreze cu noi: acum {now, number} din 7, în creștere de la {before, number} (scorul folosește media ponderată, {mean, number}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.ces.evidence.steady':
    'Cât de ușor le este să lucreze cu noi: acum {now, number} din 7, cam la fel ca înainte ({before, number}; scorul folosește media ponderată, {mean, number}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.ces.evidence.falling':
    'Cât de ușor le este să lucreze cu noi: acum {now, number} din 7, în scădere de la {before, number} (scorul folosește media ponderată, {mean, number}; {answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}}, ultimul pe {last}).',
  'signal.ces.remedy': 'Aflați ce le cere efort și eliminați cauza.',

  'signal.survey_trend.label': 'Evoluția sondajelor',
  'signal.survey_trend.evidence.rising':
    'Notele din zece cresc cu {change, number} pe trimestru ({answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}} în {quarters, plural, one {# trimestru} few {# trimestre} other {# de trimestre}}).',
  'signal.survey_trend.evidence.steady':
    'Notele din zece rămân stabile ({answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}} în {quarters, plural, one {# trimestru} few {# trimestre} other {# de trimestre}}).',
  'signal.survey_trend.evidence.falling':
    'Notele din zece scad cu {change, number} pe trimestru ({answers, plural, one {un răspuns} few {# răspunsuri} other {# de răspunsuri}} în {quarters, plural, one {# trimestru} few {# trimestre} other {# de trimestre}}).',
  'signal.survey_trend.remedy':
    'Întrebați ce s-a înrăutățit față de răspunsurile anterioare și spuneți-le ce faceți în privința asta.',

  'signal.contact_survey.label': 'După asistență',
  'signal.contact_survey.evidence.solved':
    'Tichete închise cu sondaj: {asked, number}; mulțumiți la {good, number} ({share}).',
  'signal.contact_survey.evidence.came_back':
    'Tichete închise cu sondaj: {asked, number}; mulțumiți și cu problema rezolvată la {good, number} ({share}); redeschise: {back, number}.',
  'signal.contact_survey.remedy': 'Reveniți la tichetele care i-au lăsat nemulțumiți și duceți-le la bun sfârșit.',

  'signal.product_feedback.label': 'Reacția la lansări',
  'signal.product_feedback.evidence.after':
    'În {days, plural, one {# zi} few {# zile} other {# de zile}} de la lansarea din {release}: {after, plural, =0 {niciun tichet sau răspuns negativ} one {un tichet sau răspuns negativ} few {# tichete și răspunsuri negative} other {# de tichete și răspunsuri negative}}; nivelul obișnuit pe aceeași durată: {usual, number}.',
  'signal.product_feedback.evidence.after_rare':
    'În {days, plural, one {# zi} few {# zile} other {# de zile}} de la lansarea din {release}: {after, plural, =0 {niciun tichet sau răspuns negativ} one {un tichet sau răspuns negativ} few {# tichete și răspunsuri negative} other {# de tichete și răspunsuri negative}}; de obicei, mai puțin de unul pe aceeași durată.',
  'signal.product_feedback.remedy': 'Întrebați ce le-a stricat sau schimbat lansarea și ajutați-i să treacă peste.',

  'signal.referrals.label': 'Recomandări',
  'signal.referrals.evidence.referred':
    'Ne-a adus {deals, plural, one {o tranzacție} few {# tranzacții} other {# de tranzacții}} în {days, plural, one {# zi} few {# zile} other {# de zile}}, dintre care câștigate: {won, number}; ultima pe {last}.',
  'signal.referrals.remedy': 'Mulțumiți-le și întrebați cui altcuiva ne-ar recomanda.',
};
