import type { billing as english } from '../en/billing.ts';
import type { Sentences } from '../sentences.ts';

export const billing: Sentences<typeof english> = {
  'signal.overdue_balance.label': 'Facturi restante',
  'signal.overdue_balance.evidence.one':
    'Factura {number} ({balance}) este restantă de {days, plural, one {o zi} few {# zile} other {# de zile}}.',
  'signal.overdue_balance.evidence.several':
    '{invoices, plural, one {O factură restantă} few {# facturi restante} other {# de facturi restante}} ({total}); cea mai veche, {number}, de {days, plural, one {o zi} few {# zile} other {# de zile}}.',
  'signal.overdue_balance.evidence.one_usually_early':
    'Factura {number} ({balance}) este restantă de {days, plural, one {o zi} few {# zile} other {# de zile}}; de obicei acest client plătește {usual, plural, =0 {la timp} one {cu o zi mai devreme} few {cu # zile mai devreme} other {cu # de zile mai devreme}}.',
  'signal.overdue_balance.evidence.one_usually_late':
    'Factura {number} ({balance}) este restantă de {days, plural, one {o zi} few {# zile} other {# de zile}}; de obicei acest client plătește cu {usual, plural, one {o zi} few {# zile} other {# de zile}} de întârziere.',
  'signal.overdue_balance.evidence.several_usually_early':
    '{invoices, plural, one {O factură restantă} few {# facturi restante} other {# de facturi restante}} ({total}); cea mai veche, {number}, de {days, plural, one {o zi} few {# zile} other {# de zile}}. De obicei acest client plătește {usual, plural, =0 {la timp} one {cu o zi mai devreme} few {cu # zile mai devreme} other {cu # de zile mai devreme}}.',
  'signal.overdue_balance.evidence.several_usually_late':
    '{invoices, plural, one {O factură restantă} few {# facturi restante} other {# de facturi restante}} ({total}); cea mai veche, {number}, de {days, plural, one {o zi} few {# zile} other {# de zile}}. De obicei acest client plătește cu {usual, plural, one {o zi} few {# zile} other {# de zile}} de întârziere.',
  'signal.overdue_balance.evidence.several_currencies':
    '{invoices, plural, one {O factură restantă} few {# facturi restante} other {# de facturi restante}}; cea mai veche, {number} ({balance}), de {days, plural, one {o zi} few {# zile} other {# de zile}}.',
  'signal.overdue_balance.evidence.none': 'Nicio factură restantă.',
  'signal.overdue_balance.evidence.silent':
    'Nicio factură restantă, dar nici nu s-a emis vreuna în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.overdue_balance.remedy': 'Obțineți plata facturilor restante; întrebați ce o blochează.',
  'signal.overdue_balance.remedy.silent': 'O comandă nouă ar arăta cum plătește în prezent.',

  'signal.payment_habit.label': 'Obiceiuri de plată',
  'signal.payment_habit.evidence.late_usually_late':
    'În ultima vreme plătește cu {now, plural, one {o zi} few {# zile} other {# de zile}} de întârziere; înainte plătea cu {before, plural, one {o zi} few {# zile} other {# de zile}} de întârziere.',
  'signal.payment_habit.evidence.late_usually_early':
    'În ultima vreme plătește cu {now, plural, one {o zi} few {# zile} other {# de zile}} de întârziere; înainte plătea {before, plural, =0 {la timp} one {cu o zi mai devreme} few {cu # zile mai devreme} other {cu # de zile mai devreme}}.',
  'signal.payment_habit.evidence.early_usually_late':
    'În ultima vreme plătește {now, plural, =0 {la timp} one {cu o zi mai devreme} few {cu # zile mai devreme} other {cu # de zile mai devreme}}; înainte plătea cu {before, plural, one {o zi} few {# zile} other {# de zile}} de întârziere.',
  'signal.payment_habit.evidence.early_usually_early':
    'În ultima vreme plătește {now, plural, =0 {la timp} one {cu o zi mai devreme} few {cu # zile mai devreme} other {cu # de zile mai devreme}}; înainte plătea {before, plural, =0 {la timp} one {cu o zi mai devreme} few {cu # zile mai devreme} other {cu # de zile mai devreme}}.',
  'signal.payment_habit.remedy':
    'Întrebați ce s-a schimbat în modul de plată; următoarele facturi plătite la timp recuperează punctele.',

  'signal.paid_early.label': 'Plăți anticipate',
  'signal.paid_early.evidence.share':
    'Facturi din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} plătite înainte de scadență: {early, number} din {invoices, number} ({share}).',
  'signal.paid_early.evidence.never':
    'Facturi din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}: {invoices, number}, niciuna plătită înainte de scadență.',
  'signal.paid_early.remedy': 'Faceți avantajoasă plata anticipată: o mică reducere sau un plan mai potrivit.',

  'signal.paid_after_reminder.label': 'Plăți după atenționare',
  'signal.paid_after_reminder.evidence.reminded':
    'Facturi din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} care au necesitat o atenționare: {reminded, number} din {invoices, number} ({share}); de exemplu, „{subject}”, pe {sent}.',
  'signal.paid_after_reminder.evidence.none':
    'Printre e-mailurile înregistrate nu există nicio atenționare, deși {late, number} din {invoices, number} facturi din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} au întârziat.',
  'signal.paid_after_reminder.evidence.on_time':
    'Facturi din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}: {invoices, number}, toate plătite până la scadență, fără atenționări.',
  'signal.paid_after_reminder.remedy': 'Stabiliți o metodă sau o dată de plată care nu necesită atenționări.',

  'signal.recurring_revenue.label': 'Venituri recurente',
  'signal.recurring_revenue.evidence.growing':
    'Abonamentele aduc {now} pe lună, în creștere de la {before} pe {since}.',
  'signal.recurring_revenue.evidence.constant':
    'Abonamentele aduc {now} pe lună, aproximativ cât pe {since} ({before}).',
  'signal.recurring_revenue.evidence.shrinking':
    'Abonamentele aduc {now} pe lună, în scădere de la {before} pe {since}.',
  'signal.recurring_revenue.evidence.ended': 'Niciun abonament nu mai este activ; pe {since} aduceau {before} pe lună.',
  'signal.recurring_revenue.evidence.past_due':
    '{subscriptions, plural, one {Un abonament restant} few {# abonamente restante} other {# de abonamente restante}} ({unpaid} pe lună); celelalte aduc {now} pe lună.',
  'signal.recurring_revenue.evidence.past_due_all':
    '{subscriptions, plural, one {Abonamentul este restant} few {Toate cele # abonamente sunt restante} other {Toate cele # de abonamente sunt restante}} ({unpaid} pe lună).',
  'signal.recurring_revenue.evidence.deals_growing':
    'Tranzacțiile câștigate în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} aduc {now} pe lună, în creștere de la {before} în perioada anterioară de aceeași durată.',
  'signal.recurring_revenue.evidence.deals_constant':
    'Tranzacțiile câștigate în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} aduc {now} pe lună, aproximativ cât în perioada anterioară de aceeași durată ({before}).',
  'signal.recurring_revenue.evidence.deals_shrinking':
    'Tranzacțiile câștigate în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} aduc {now} pe lună, în scădere de la {before} în perioada anterioară de aceeași durată.',
  'signal.recurring_revenue.evidence.deals_ended':
    'Nicio tranzacție cu venituri recurente câștigată în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}, față de {before} pe lună în perioada anterioară de aceeași durată.',
  'signal.recurring_revenue.remedy': 'Întrebați de ce nu mai au nevoie și stabiliți un plan pe care îl vor păstra.',
  'signal.recurring_revenue.remedy.past_due':
    'Faceți ca plata să treacă: cardul sau contul înregistrat poate s-a schimbat.',
  'signal.recurring_revenue.remedy.past_due_all':
    'Faceți ca plata să treacă: cardul sau contul înregistrat poate s-a schimbat.',

  'signal.failed_payments.label': 'Plăți eșuate',
  'signal.failed_payments.evidence.failed':
    '{payments, plural, one {Plata de {amount} din {last} a eșuat sau este contestată și nicio plată ulterioară nu a acoperit-o.} few {# plăți au eșuat sau sunt contestate și nu au fost acoperite ulterior, ultima ({amount}) pe {last}.} other {# de plăți au eșuat sau sunt contestate și nu au fost acoperite ulterior, ultima ({amount}) pe {last}.}}',
  'signal.failed_payments.evidence.made_good':
    '{payments, plural, one {O plată din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} a eșuat, dar a fost acoperită ulterior.} few {# plăți din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} au eșuat, dar au fost acoperite ulterior.} other {# de plăți din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} au eșuat, dar au fost acoperite ulterior.}}',
  'signal.failed_payments.evidence.none':
    'Nicio plată din ultimele {days, plural, one {# zi} few {# zile} other {# de zile}} nu a eșuat.',
  'signal.failed_payments.evidence.silent':
    'Nicio plată nu a eșuat, dar niciuna nu a trecut în {days, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.failed_payments.remedy': 'Cereți un alt card sau cont; o plată care trece recuperează aceste puncte.',
  'signal.failed_payments.remedy.silent': 'O plată nouă ar arăta că plata funcționează în continuare.',
};
