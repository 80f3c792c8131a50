import type { deals as english } from '../en/deals.ts';
import type { Sentences } from '../sentences.ts';

export const deals: Sentences<typeof english> = {
  'signal.spend_trend.label': 'Evoluția cheltuielilor',
  'signal.spend_trend.evidence.ended':
    'Nu a cumpărat nimic în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}, față de {before} în perioada anterioară de aceeași durată.',
  'signal.spend_trend.evidence.ended_before':
    'Nu a cumpărat nimic în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} și nici în perioada anterioară de aceeași durată.',
  'signal.spend_trend.evidence.falling':
    'A cheltuit {now} în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}, în scădere de la {before} în perioada anterioară de aceeași durată.',
  'signal.spend_trend.evidence.constant':
    'A cheltuit {now} în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}, aproximativ cât în perioada anterioară de aceeași durată ({before}).',
  'signal.spend_trend.evidence.rising':
    'A cheltuit {now} în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}, în creștere de la {before} în perioada anterioară de aceeași durată.',
  'signal.spend_trend.remedy': 'Întrebați ce s-a schimbat și stabiliți următoarea comandă sau un plan.',

  'signal.renewal_outcome.label': 'Reînnoiri și extinderi',
  'signal.renewal_outcome.evidence.won': 'Ultima reînnoire sau extindere, „{name}”, a fost câștigată pe {closed}.',
  'signal.renewal_outcome.evidence.lost': 'Ultima reînnoire sau extindere, „{name}”, a fost pierdută pe {closed}.',
  'signal.renewal_outcome.evidence.lost_because':
    'Ultima reînnoire sau extindere, „{name}”, a fost pierdută pe {closed}: {reason}.',
  'signal.renewal_outcome.evidence.due':
    'Reînnoirea sau extinderea „{name}” are termen pe {due}, în etapa {stage} (probabilitate: {chance}).',
  'signal.renewal_outcome.evidence.late':
    'Reînnoirea sau extinderea „{name}” avea termen pe {due} și este încă deschisă, cu o întârziere de {days, plural, one {o zi} few {# zile} other {# de zile}}.',
  'signal.renewal_outcome.remedy': 'Câștigați-o pe următoarea: stabiliți condițiile și data înainte de termen.',

  'signal.time_since_last_purchase.label': 'Ultima achiziție',
  'signal.time_since_last_purchase.evidence.once':
    'A cumpărat o singură dată, {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}).',
  'signal.time_since_last_purchase.evidence.twice':
    'A cumpărat doar în două zile, la distanță de {gap, plural, one {o zi} few {# zile} other {# de zile}}, ultima dată {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}).',
  'signal.time_since_last_purchase.evidence.rhythm':
    'Ultima achiziție: {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}); de obicei cumpără {gap, plural, =0 {în fiecare zi} one {în fiecare zi} few {la fiecare # zile} other {la fiecare # de zile}}.',
  'signal.time_since_last_purchase.remedy': 'Obțineți o comandă nouă; comenzile regulate recuperează restul punctelor.',

  'signal.growth.label': 'Creștere',
  'signal.growth.evidence.expansion':
    'Extinderea „{name}” este deschisă, cu termen pe {due} (probabilitate: {chance}).',
  'signal.growth.evidence.talk':
    'S-a vorbit despre planuri {talks, plural, one {o dată} few {de # ori} other {de # de ori}} în {days, plural, one {# zi} few {# zile} other {# de zile}}, ultima dată pe {last} („{word}”).',
  'signal.growth.evidence.expansion_and_talk':
    'Extinderea „{name}” este deschisă, cu termen pe {due} (probabilitate: {chance}); s-a vorbit despre planuri {talks, plural, one {o dată} few {de # ori} other {de # de ori}} în {days, plural, one {# zi} few {# zile} other {# de zile}}, ultima dată pe {last} („{word}”).',
  'signal.growth.evidence.none':
    'Nicio extindere deschisă și nu s-a vorbit despre planuri în {days, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.growth.remedy': 'Întrebați despre planurile lor și oferiți ce îi ajută să crească.',
};
