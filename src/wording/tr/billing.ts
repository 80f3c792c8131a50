import type { billing as english } from '../en/billing.ts';
import type { Sentences } from '../sentences.ts';

export const billing: Sentences<typeof english> = {
  'signal.overdue_balance.label': 'Vadesi geçmiş faturalar',
  'signal.overdue_balance.evidence.one': '{number} numaralı faturanın ({balance}) vadesi {days, number} gün geçti.',
  'signal.overdue_balance.evidence.several':
    '{invoices, number} faturanın ({total}) vadesi geçti; en eskisi {number}, {days, number} gün gecikmiş.',
  'signal.overdue_balance.evidence.one_usually_early':
    '{number} numaralı faturanın ({balance}) vadesi {days, number} gün geçti; bu müşteri genellikle {usual, plural, =0 {zamanında} other {# gün erken}} öder.',
  'signal.overdue_balance.evidence.one_usually_late':
    '{number} numaralı faturanın ({balance}) vadesi {days, number} gün geçti; bu müşteri genellikle {usual, number} gün geç öder.',
  'signal.overdue_balance.evidence.several_usually_early':
    '{invoices, number} faturanın ({total}) vadesi geçti; en eskisi {number}, {days, number} gün gecikmiş. Bu müşteri genellikle {usual, plural, =0 {zamanında} other {# gün erken}} öder.',
  'signal.overdue_balance.evidence.several_usually_late':
    '{invoices, number} faturanın ({total}) vadesi geçti; en eskisi {number}, {days, number} gün gecikmiş. Bu müşteri genellikle {usual, number} gün geç öder.',
  'signal.overdue_balance.evidence.several_currencies':
    '{invoices, number} faturanın vadesi geçti; en eskisi {number} ({balance}), {days, number} gün gecikmiş.',
  'signal.overdue_balance.evidence.none': 'Vadesi geçmiş fatura yok.',
  'signal.overdue_balance.evidence.silent':
    'Vadesi geçmiş fatura yok, ancak {days, number} gündür hiç fatura düzenlenmedi.',
  'signal.overdue_balance.remedy': 'Vadesi geçmiş faturaların ödenmesini sağlayın; gecikmenin nedenini sorun.',
  'signal.overdue_balance.remedy.silent': 'Yeni bir sipariş, bugün nasıl ödediklerini gösterir.',

  'signal.payment_habit.label': 'Ödeme alışkanlığı',
  'signal.payment_habit.evidence.late_usually_late':
    'Son zamanlarda {now, number} gün geç ödüyor; önceden {before, number} gün geç öderdi.',
  'signal.payment_habit.evidence.late_usually_early':
    'Son zamanlarda {now, number} gün geç ödüyor; önceden {before, plural, =0 {zamanında} other {# gün erken}} öderdi.',
  'signal.payment_habit.evidence.early_usually_late':
    'Son zamanlarda {now, plural, =0 {zamanında} other {# gün erken}} ödüyor; önceden {before, number} gün geç öderdi.',
  'signal.payment_habit.evidence.early_usually_early':
    'Son zamanlarda {now, plural, =0 {zamanında} other {# gün erken}} ödüyor; önceden {before, plural, =0 {zamanında} other {# gün erken}} öderdi.',
  'signal.payment_habit.remedy':
    'Ödeme düzeninde neyin değiştiğini sorun; zamanında ödenen sonraki faturalar bu puanı geri kazandırır.',

  'signal.paid_early.label': 'Erken ödeme',
  'signal.paid_early.evidence.share':
    'Son {days, number} günde {invoices, number} faturadan vadesinden önce ödenenlerin sayısı: {early, number} ({share}).',
  'signal.paid_early.evidence.never':
    'Son {days, number} gündeki {invoices, number} faturanın hiçbiri vadesinden önce ödenmedi.',
  'signal.paid_early.remedy': 'Erken ödemeyi cazip kılın: küçük bir indirim veya onlara daha uygun bir plan sunun.',

  'signal.paid_after_reminder.label': 'Hatırlatma sonrası ödeme',
  'signal.paid_after_reminder.evidence.reminded':
    'Son {days, number} gündeki {invoices, number} faturadan hatırlatma gerektirenlerin sayısı: {reminded, number} ({share}); örneğin {sent} tarihli “{subject}”.',
  'signal.paid_after_reminder.evidence.none':
    'Kayıtlı e-postalar arasında hatırlatma yok; oysa son {days, number} gündeki {invoices, number} faturadan geciken: {late, number}.',
  'signal.paid_after_reminder.evidence.on_time':
    'Son {days, number} gündeki {invoices, number} faturanın tümü vadesinde ödendi; hiçbiri hatırlatma gerektirmedi.',
  'signal.paid_after_reminder.remedy': 'Hatırlatma gerektirmeyen bir ödeme yöntemi veya tarihi üzerinde anlaşın.',

  'signal.recurring_revenue.label': 'Yinelenen gelir',
  'signal.recurring_revenue.evidence.growing':
    'Aboneliklerin aylık getirisi {now}; {since} tarihine göre artış var (o tarihte: {before}).',
  'signal.recurring_revenue.evidence.constant':
    'Aboneliklerin aylık getirisi {now}; {since} tarihindekiyle hemen hemen aynı (o tarihte: {before}).',
  'signal.recurring_revenue.evidence.shrinking':
    'Aboneliklerin aylık getirisi {now}; {since} tarihine göre düşüş var (o tarihte: {before}).',
  'signal.recurring_revenue.evidence.ended': 'Artık etkin abonelik yok; {since} tarihindeki aylık getiri: {before}.',
  'signal.recurring_revenue.evidence.past_due':
    '{subscriptions, number} aboneliğin ödemesi gecikmiş (aylık {unpaid}); diğerlerinin aylık getirisi: {now}.',
  'signal.recurring_revenue.evidence.past_due_all':
    '{subscriptions, plural, =1 {Aboneliğin ödemesi gecikmiş} other {# aboneliğin tümünün ödemesi gecikmiş}} (aylık {unpaid}).',
  'signal.recurring_revenue.evidence.deals_growing':
    'Son {days, number} günde kazanılan anlaşmaların aylık getirisi {now}; önceki {days, number} güne göre artış var (önce: {before}).',
  'signal.recurring_revenue.evidence.deals_constant':
    'Son {days, number} günde kazanılan anlaşmaların aylık getirisi {now}; önceki {days, number} günle hemen hemen aynı (önce: {before}).',
  'signal.recurring_revenue.evidence.deals_shrinking':
    'Son {days, number} günde kazanılan anlaşmaların aylık getirisi {now}; önceki {days, number} güne göre düşüş var (önce: {before}).',
  'signal.recurring_revenue.evidence.deals_ended':
    'Son {days, number} günde yinelenen gelir getiren anlaşma kazanılmadı; önceki {days, number} gündeki aylık getiri: {before}.',
  'signal.recurring_revenue.remedy':
    'Artık neye ihtiyaç duymadıklarını sorun ve sürdürecekleri bir plan üzerinde anlaşın.',
  'signal.recurring_revenue.remedy.past_due':
    'Ödemenin gerçekleşmesini sağlayın: kayıtlı kart veya hesap değişmiş olabilir.',
  'signal.recurring_revenue.remedy.past_due_all':
    'Ödemenin gerçekleşmesini sağlayın: kayıtlı kart veya hesap değişmiş olabilir.',

  'signal.failed_payments.label': 'Başarısız ödemeler',
  'signal.failed_payments.evidence.failed':
    '{payments, plural, =1 {{last} tarihli ödeme ({amount}) başarısız oldu veya itiraza uğradı; sonraki hiçbir ödeme bunu karşılamadı.} other {# ödeme başarısız oldu veya itiraza uğradı ve sonrasında karşılanmadı; sonuncusu: {last} ({amount}).}}',
  'signal.failed_payments.evidence.made_good':
    'Son {days, number} günde {payments, number} ödeme başarısız oldu; sonraki ödemeler bunu karşıladı.',
  'signal.failed_payments.evidence.none': 'Son {days, number} günde başarısız ödeme yok.',
  'signal.failed_payments.evidence.silent':
    'Başarısız ödeme yok, ancak {days, number} gündür gerçekleşen ödeme de yok.',
  'signal.failed_payments.remedy':
    'Başka bir kart veya hesap isteyin; gerçekleşen bir ödeme bu puanları geri kazandırır.',
  'signal.failed_payments.remedy.silent': 'Yeni bir ödeme, ödemenin hâlâ çalıştığını gösterir.',
};
