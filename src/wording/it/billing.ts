import type { billing as english } from '../en/billing.ts';
import type { Sentences } from '../sentences.ts';

export const billing: Sentences<typeof english> = {
  'signal.overdue_balance.label': 'Fatture scadute',
  'signal.overdue_balance.evidence.one':
    'La fattura {number} ({balance}) è scaduta da {days, plural, one {# giorno} other {# giorni}}.',
  'signal.overdue_balance.evidence.several':
    '{invoices, plural, one {# fattura scaduta} other {# fatture scadute}} ({total}); la più vecchia, {number}, da {days, plural, one {# giorno} other {# giorni}}.',
  'signal.overdue_balance.evidence.one_usually_early':
    'La fattura {number} ({balance}) è scaduta da {days, plural, one {# giorno} other {# giorni}}; di solito questo cliente paga {usual, plural, =0 {puntualmente} one {con # giorno di anticipo} other {con # giorni di anticipo}}.',
  'signal.overdue_balance.evidence.one_usually_late':
    'La fattura {number} ({balance}) è scaduta da {days, plural, one {# giorno} other {# giorni}}; di solito questo cliente paga con {usual, plural, one {# giorno} other {# giorni}} di ritardo.',
  'signal.overdue_balance.evidence.several_usually_early':
    '{invoices, plural, one {# fattura scaduta} other {# fatture scadute}} ({total}); la più vecchia, {number}, da {days, plural, one {# giorno} other {# giorni}}. Di solito questo cliente paga {usual, plural, =0 {puntualmente} one {con # giorno di anticipo} other {con # giorni di anticipo}}.',
  'signal.overdue_balance.evidence.several_usually_late':
    '{invoices, plural, one {# fattura scaduta} other {# fatture scadute}} ({total}); la più vecchia, {number}, da {days, plural, one {# giorno} other {# giorni}}. Di solito questo cliente paga con {usual, plural, one {# giorno} other {# giorni}} di ritardo.',
  'signal.overdue_balance.evidence.several_currencies':
    '{invoices, plural, one {# fattura scaduta} other {# fatture scadute}}; la più vecchia, {number} ({balance}), da {days, plural, one {# giorno} other {# giorni}}.',
  'signal.overdue_balance.evidence.none': 'Nessuna fattura scaduta.',
  'signal.overdue_balance.evidence.silent':
    'Nessuna fattura scaduta, ma nessuna è stata emessa negli ultimi {days, number} giorni.',
  'signal.overdue_balance.remedy': 'Sollecitare il pagamento delle fatture scadute; chiedere che cosa lo blocca.',
  'signal.overdue_balance.remedy.silent': 'Un nuovo ordine mostrerebbe come paga oggi.',

  'signal.payment_habit.label': 'Abitudini di pagamento',
  'signal.payment_habit.evidence.late_usually_late':
    'Di recente paga con {now, plural, one {# giorno} other {# giorni}} di ritardo; prima pagava con {before, plural, one {# giorno} other {# giorni}} di ritardo.',
  'signal.payment_habit.evidence.late_usually_early':
    'Di recente paga con {now, plural, one {# giorno} other {# giorni}} di ritardo; prima pagava {before, plural, =0 {puntualmente} one {con # giorno di anticipo} other {con # giorni di anticipo}}.',
  'signal.payment_habit.evidence.early_usually_late':
    'Di recente paga {now, plural, =0 {puntualmente} one {con # giorno di anticipo} other {con # giorni di anticipo}}; prima pagava con {before, plural, one {# giorno} other {# giorni}} di ritardo.',
  'signal.payment_habit.evidence.early_usually_early':
    'Di recente paga {now, plural, =0 {puntualmente} one {con # giorno di anticipo} other {con # giorni di anticipo}}; prima pagava {before, plural, =0 {puntualmente} one {con # giorno di anticipo} other {con # giorni di anticipo}}.',
  'signal.payment_habit.remedy':
    'Chiedere che cosa è cambiato nei pagamenti; le prossime fatture pagate puntualmente fanno recuperare i punti.',

  'signal.paid_early.label': 'Pagamenti anticipati',
  'signal.paid_early.evidence.share':
    'Fatture degli ultimi {days, number} giorni pagate prima della scadenza: {early, number} su {invoices, number} ({share}).',
  'signal.paid_early.evidence.never':
    'Fatture degli ultimi {days, number} giorni: {invoices, number}, nessuna pagata prima della scadenza.',
  'signal.paid_early.remedy': 'Rendere conveniente il pagamento anticipato: un piccolo sconto o un piano più adatto.',

  'signal.paid_after_reminder.label': 'Pagamenti dopo sollecito',
  'signal.paid_after_reminder.evidence.reminded':
    'Fatture degli ultimi {days, number} giorni che hanno richiesto un sollecito: {reminded, number} su {invoices, number} ({share}); ad esempio, quello con oggetto «{subject}» in data {sent}.',
  'signal.paid_after_reminder.evidence.none':
    'Tra le e-mail registrate non c’è alcun sollecito, eppure {late, number} su {invoices, number} fatture degli ultimi {days, number} giorni erano in ritardo.',
  'signal.paid_after_reminder.evidence.on_time':
    'Fatture degli ultimi {days, number} giorni: {invoices, number}, tutte pagate entro la scadenza e senza solleciti.',
  'signal.paid_after_reminder.remedy': 'Concordare un metodo o una data di pagamento che non richieda solleciti.',

  'signal.recurring_revenue.label': 'Ricavi ricorrenti',
  'signal.recurring_revenue.evidence.growing':
    'Gli abbonamenti rendono {now} al mese, in crescita rispetto a {before} in data {since}.',
  'signal.recurring_revenue.evidence.constant':
    'Gli abbonamenti rendono {now} al mese, in linea con quanto rendevano in data {since} ({before}).',
  'signal.recurring_revenue.evidence.shrinking':
    'Gli abbonamenti rendono {now} al mese, in calo rispetto a {before} in data {since}.',
  'signal.recurring_revenue.evidence.ended':
    'Nessun abbonamento è più attivo; in data {since} rendevano {before} al mese.',
  'signal.recurring_revenue.evidence.past_due':
    '{subscriptions, plural, one {# abbonamento non pagato} other {# abbonamenti non pagati}} ({unpaid} al mese); gli altri rendono {now} al mese.',
  'signal.recurring_revenue.evidence.past_due_all':
    '{subscriptions, plural, one {L’abbonamento non è pagato} other {Nessuno dei # abbonamenti è pagato}} ({unpaid} al mese).',
  'signal.recurring_revenue.evidence.deals_growing':
    'Le trattative vinte negli ultimi {days, number} giorni rendono {now} al mese, in crescita rispetto a {before} nei {days, number} giorni precedenti.',
  'signal.recurring_revenue.evidence.deals_constant':
    'Le trattative vinte negli ultimi {days, number} giorni rendono {now} al mese, in linea con i {days, number} giorni precedenti ({before}).',
  'signal.recurring_revenue.evidence.deals_shrinking':
    'Le trattative vinte negli ultimi {days, number} giorni rendono {now} al mese, in calo rispetto a {before} nei {days, number} giorni precedenti.',
  'signal.recurring_revenue.evidence.deals_ended':
    'Nessuna trattativa con ricavi ricorrenti vinta negli ultimi {days, number} giorni, contro {before} al mese nei {days, number} giorni precedenti.',
  'signal.recurring_revenue.remedy': 'Chiedere che cosa non serve più loro e concordare un piano che manterranno.',
  'signal.recurring_revenue.remedy.past_due':
    'Far andare a buon fine il pagamento: la carta o il conto registrato potrebbe essere cambiato.',
  'signal.recurring_revenue.remedy.past_due_all':
    'Far andare a buon fine il pagamento: la carta o il conto registrato potrebbe essere cambiato.',

  'signal.failed_payments.label': 'Pagamenti non riusciti',
  'signal.failed_payments.evidence.failed':
    '{payments, plural, one {Il pagamento di {amount} in data {last} non è riuscito o è contestato, e nessuno successivo lo ha coperto.} other {# pagamenti non sono riusciti o sono contestati e non sono stati coperti in seguito, l’ultimo ({amount}) in data {last}.}}',
  'signal.failed_payments.evidence.made_good':
    '{payments, plural, one {# pagamento degli ultimi {days, number} giorni non è riuscito, ma è stato coperto in seguito.} other {# pagamenti degli ultimi {days, number} giorni non sono riusciti, ma sono stati coperti in seguito.}}',
  'signal.failed_payments.evidence.none': 'Nessun pagamento degli ultimi {days, number} giorni è fallito.',
  'signal.failed_payments.evidence.silent':
    'Nessun pagamento è fallito, ma nessuno è andato a buon fine in {days, number} giorni.',
  'signal.failed_payments.remedy':
    'Chiedere un’altra carta o un altro conto; un pagamento riuscito fa recuperare questi punti.',
  'signal.failed_payments.remedy.silent': 'Un nuovo pagamento mostrerebbe che pagare funziona ancora.',
};
