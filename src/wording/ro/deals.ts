import type { deals as english } from '../en/deals.ts';
import type { Sentences } from '../sentences.ts';

export const deals: Sentences<typeof english> = {
  'signal.spend_trend.label': 'Evoluția cheltuielilor',
  'signal.spend_trend.evidence.ended':
    '{by, select, invoices {Nu a plătit nicio factură} other {Nu a cumpărat nimic}} în ultimele {days, plural, =365 {12 luni} =182 {6 luni} =91 {3 luni} one {# zi} few {# zile} other {# de zile}}, față de {before} în perioada anterioară de aceeași durată.',
  'signal.spend_trend.evidence.ended_before':
    '{by, select, invoices {Nu a plătit nicio factură} other {Nu a cumpărat nimic}} în ultimele {days, plural, =365 {12 luni} =182 {6 luni} =91 {3 luni} one {# zi} few {# zile} other {# de zile}} și nici în perioada anterioară de aceeași durată.',
  'signal.spend_trend.evidence.falling':
    '{by, select, invoices {A plătit} other {A cheltuit}} {now} în ultimele {days, plural, =365 {12 luni} =182 {6 luni} =91 {3 luni} one {# zi} few {# zile} other {# de zile}}, în scădere de la {before} în perioada anterioară de aceeași durată.',
  'signal.spend_trend.evidence.constant':
    '{by, select, invoices {A plătit} other {A cheltuit}} {now} în ultimele {days, plural, =365 {12 luni} =182 {6 luni} =91 {3 luni} one {# zi} few {# zile} other {# de zile}}, aproximativ cât în perioada anterioară de aceeași durată ({before}).',
  'signal.spend_trend.evidence.rising':
    '{by, select, invoices {A plătit} other {A cheltuit}} {now} în ultimele {days, plural, =365 {12 luni} =182 {6 luni} =91 {3 luni} one {# zi} few {# zile} other {# de zile}}, în creștere de la {before} în perioada anterioară de aceeași durată.',
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
    '{by, select, invoices {A plătit o factură} other {A cumpărat}} o singură dată, {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}).',
  'signal.time_since_last_purchase.evidence.twice':
    '{by, select, invoices {A plătit facturi} other {A cumpărat}} doar în două zile, la distanță de {gap, plural, one {o zi} few {# zile} other {# de zile}}, ultima dată {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}).',
  'signal.time_since_last_purchase.evidence.rhythm':
    '{by, select, invoices {Ultima factură plătită} other {Ultima achiziție}}: {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}); de obicei {by, select, invoices {plătește una} other {cumpără}} {gap, plural, =0 {în fiecare zi} one {în fiecare zi} few {la fiecare # zile} other {la fiecare # de zile}}.',
  'signal.time_since_last_purchase.evidence.seldom':
    '{by, select, invoices {Judecând după facturile plătite, cumpără} other {Cumpără}} doar cam o dată la {gap, plural, one {# zi} few {# zile} other {# de zile}}; {by, select, invoices {ultima factură plătită} other {ultima achiziție}}: {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}).',
  'signal.time_since_last_purchase.evidence.season':
    '{by, select, invoices {Ultima factură plătită} other {Ultima achiziție}}: {days, plural, one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}); judecând după ultimii doi ani, {season, plural, one {o zi face} few {# zile fac} other {# de zile fac}} parte din extrasezonul său.',
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

  'signal.open_quotes.label': 'Oferte deschise',
  'signal.open_quotes.evidence.expired':
    '{quotes, plural, one {Oferta „{name}” a expirat pe {until} fără răspuns.} few {# oferte au expirat fără răspuns, prima („{name}”) pe {until}.} other {# de oferte au expirat fără răspuns, prima („{name}”) pe {until}.}}',
  'signal.open_quotes.evidence.waiting':
    '{quotes, plural, one {Oferta „{name}” așteaptă un răspuns; este valabilă până pe {until}.} few {# oferte așteaptă un răspuns; prima care expiră, „{name}”, este valabilă până pe {until}.} other {# de oferte așteaptă un răspuns; prima care expiră, „{name}”, este valabilă până pe {until}.}}',
  'signal.open_quotes.evidence.accepted': 'Nicio ofertă nu așteaptă un răspuns; „{name}” a fost acceptată.',
  'signal.open_quotes.evidence.silent':
    'Nicio ofertă nu așteaptă un răspuns și niciuna din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} nu a fost acceptată.',
  'signal.open_quotes.remedy': 'Întrebați ce întârzie decizia; reînnoiți oferta sau retrageți-o.',
  'signal.open_quotes.remedy.silent': 'O ofertă acceptată ar arăta că vor în continuare să cumpere.',

  'signal.lost_deals.label': 'Tranzacții pierdute',
  'signal.lost_deals.evidence.none':
    'Nicio tranzacție pierdută din {deals, plural, one {una închisă} few {# închise} other {cele # închise}} în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.lost_deals.evidence.lost':
    '{lost, plural, one {# tranzacție pierdută} few {# tranzacții pierdute} other {# de tranzacții pierdute}} din {deals, plural, one {una închisă} few {# închise} other {cele # închise}} în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} ({share}){lost, plural, one {:} few {, printre care} other {, printre care}} „{name}”, pe {closed}.',
  'signal.lost_deals.evidence.lost_because':
    '{lost, plural, one {# tranzacție pierdută} few {# tranzacții pierdute} other {# de tranzacții pierdute}} din {deals, plural, one {una închisă} few {# închise} other {cele # închise}} în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} ({share}){lost, plural, one {:} few {, printre care} other {, printre care}} „{name}”, pe {closed}. Motive indicate: {reasons}.',
  'signal.lost_deals.remedy':
    'Întrebați de ce au ales altceva și câștigați următoarea tranzacție; fiecare câștig reduce ponderea celor pierdute.',
};
