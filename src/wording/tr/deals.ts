import type { deals as english } from '../en/deals.ts';
import type { Sentences } from '../sentences.ts';

export const deals: Sentences<typeof english> = {
  'signal.spend_trend.label': 'Harcama eğilimi',
  'signal.spend_trend.evidence.ended':
    'Son {days, plural, =365 {12 ayda} =182 {6 ayda} =91 {3 ayda} other {# günde}} {by, select, invoices {ödenen fatura} other {alışveriş}} yok; önceki {days, plural, =365 {12 ayda} =182 {6 ayda} =91 {3 ayda} other {# günde}} {before} {by, select, invoices {ödemişti} other {harcamıştı}}.',
  'signal.spend_trend.evidence.ended_before':
    'Ne son {days, plural, =365 {12 ayda} =182 {6 ayda} =91 {3 ayda} other {# günde}} ne de önceki {days, plural, =365 {12 ayda} =182 {6 ayda} =91 {3 ayda} other {# günde}} {by, select, invoices {ödenen fatura} other {alışveriş}} var.',
  'signal.spend_trend.evidence.falling':
    'Son {days, plural, =365 {12 ayda} =182 {6 ayda} =91 {3 ayda} other {# günde}} {now} {by, select, invoices {ödedi} other {harcadı}}; önceki {days, plural, =365 {12 aya} =182 {6 aya} =91 {3 aya} other {# güne}} göre düşüş var (önce: {before}).',
  'signal.spend_trend.evidence.constant':
    'Son {days, plural, =365 {12 ayda} =182 {6 ayda} =91 {3 ayda} other {# günde}} {now} {by, select, invoices {ödedi} other {harcadı}}; önceki {days, plural, =365 {12 ayla} =182 {6 ayla} =91 {3 ayla} other {# günle}} hemen hemen aynı (önce: {before}).',
  'signal.spend_trend.evidence.rising':
    'Son {days, plural, =365 {12 ayda} =182 {6 ayda} =91 {3 ayda} other {# günde}} {now} {by, select, invoices {ödedi} other {harcadı}}; önceki {days, plural, =365 {12 aya} =182 {6 aya} =91 {3 aya} other {# güne}} göre artış var (önce: {before}).',
  'signal.spend_trend.remedy': 'Neyin değiştiğini sorun ve bir sonraki sipariş veya plan üzerinde anlaşın.',

  'signal.renewal_outcome.label': 'Yenilemeler ve genişletmeler',
  'signal.renewal_outcome.evidence.won': 'Son yenileme veya genişletme (“{name}”) {closed} tarihinde kazanıldı.',
  'signal.renewal_outcome.evidence.lost': 'Son yenileme veya genişletme (“{name}”) {closed} tarihinde kaybedildi.',
  'signal.renewal_outcome.evidence.lost_because':
    'Son yenileme veya genişletme (“{name}”) {closed} tarihinde kaybedildi: {reason}.',
  'signal.renewal_outcome.evidence.due':
    '“{name}” adlı yenileme veya genişletmenin tarihi {due}; aşaması: {stage} (olasılık: {chance}).',
  'signal.renewal_outcome.evidence.late':
    '“{name}” adlı yenileme veya genişletmenin tarihi {due} idi; hâlâ açık, {days, number} gün gecikmiş durumda.',
  'signal.renewal_outcome.remedy': 'Bir sonrakini kazanın: koşullar ve tarih üzerinde vadesinden önce anlaşın.',

  'signal.time_since_last_purchase.label': 'Son satın alma',
  'signal.time_since_last_purchase.evidence.once':
    'Yalnızca bir kez {by, select, invoices {fatura ödedi} other {satın aldı}}: {days, plural, =0 {bugün} other {# gün önce}} ({last}).',
  'signal.time_since_last_purchase.evidence.twice':
    'Yalnızca iki günde, {gap, number} gün arayla {by, select, invoices {fatura ödedi} other {satın aldı}}; en son {days, plural, =0 {bugün} other {# gün önce}} ({last}).',
  'signal.time_since_last_purchase.evidence.rhythm':
    'En son {days, plural, =0 {bugün} other {# gün önce}} {by, select, invoices {fatura ödedi} other {satın aldı}} ({last}); genellikle {gap, plural, =0 {her gün} =1 {her gün} other {# günde bir}} {by, select, invoices {fatura ödüyor} other {satın alıyor}}.',
  'signal.time_since_last_purchase.evidence.seldom':
    '{by, select, invoices {Ödenen faturalara göre yalnızca} other {Yalnızca}} yaklaşık {gap, number} günde bir satın alıyor; en son {days, plural, =0 {bugün} other {# gün önce}} {by, select, invoices {fatura ödedi} other {satın aldı}} ({last}).',
  'signal.time_since_last_purchase.evidence.season':
    'En son {days, number} gün önce {by, select, invoices {fatura ödedi} other {satın aldı}} ({last}); son iki yıla bakılırsa bunun {season, number} günü sezon dışına denk geliyor.',
  'signal.time_since_last_purchase.remedy':
    'Yeni bir sipariş kazanın; düzenli siparişler kalan puanı da geri kazandırır.',

  'signal.growth.label': 'Büyüme',
  'signal.growth.evidence.expansion': '“{name}” adlı genişletme açık; tarihi: {due} (olasılık: {chance}).',
  'signal.growth.evidence.talk':
    '{days, number} günde {talks, number} kez planlardan söz edildi; sonuncusu: {last} (“{word}”).',
  'signal.growth.evidence.expansion_and_talk':
    '“{name}” adlı genişletme açık; tarihi: {due} (olasılık: {chance}). {days, number} günde {talks, number} kez planlardan söz edildi; sonuncusu: {last} (“{word}”).',
  'signal.growth.evidence.none': 'Açık genişletme yok ve {days, number} gündür planlardan söz edilmedi.',
  'signal.growth.remedy': 'Planlarını sorun ve büyümelerine yardımcı olacak şeyi önerin.',

  'signal.open_quotes.label': 'Açık teklifler',
  'signal.open_quotes.evidence.expired':
    '{quotes, plural, =1 {“{name}” teklifinin süresi {until} tarihinde yanıtsız doldu.} other {# teklifin süresi yanıtsız doldu; ilki: “{name}” ({until}).}}',
  'signal.open_quotes.evidence.waiting':
    '{quotes, plural, =1 {“{name}” teklifi yanıt bekliyor; {until} tarihine kadar geçerli.} other {# teklif yanıt bekliyor; süresi ilk dolacak olan: “{name}” ({until}).}}',
  'signal.open_quotes.evidence.accepted': 'Yanıt bekleyen teklif yok; “{name}” kabul edildi.',
  'signal.open_quotes.evidence.silent':
    'Yanıt bekleyen teklif yok ve son {days, number} günün tekliflerinden kabul edilen de yok.',
  'signal.open_quotes.remedy': 'Kararı neyin geciktirdiğini sorun; teklifi yenileyin veya geri çekin.',
  'signal.open_quotes.remedy.silent': 'Kabul edilen bir teklif, hâlâ satın almak istediklerini gösterir.',

  'signal.lost_deals.label': 'Kaybedilen anlaşmalar',
  'signal.lost_deals.evidence.none':
    'Son {days, number} günde sonuçlanan {deals, number} anlaşmanın hiçbiri kaybedilmedi.',
  'signal.lost_deals.evidence.lost':
    'Son {days, number} günde sonuçlanan {deals, number} anlaşmadan {lost, number} tanesi kaybedildi ({share}); öne çıkan: “{name}”, {closed} tarihinde.',
  'signal.lost_deals.evidence.lost_because':
    'Son {days, number} günde sonuçlanan {deals, number} anlaşmadan {lost, number} tanesi kaybedildi ({share}); öne çıkan: “{name}”, {closed} tarihinde. Belirtilen nedenler: {reasons}.',
  'signal.lost_deals.remedy':
    'Neden başka bir seçim yaptıklarını sorun ve bir sonraki anlaşmayı kazanın; yeni anlaşmalar kazanıldıkça bu oran düşer.',
};
