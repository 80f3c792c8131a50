import type { deals as english } from '../en/deals.ts';
import type { Sentences } from '../sentences.ts';

export const deals: Sentences<typeof english> = {
  'signal.spend_trend.label': 'Harcama eğilimi',
  'signal.spend_trend.evidence.ended':
    'Son {days, number} günde alışveriş yok; önceki {days, number} günde {before} harcamıştı.',
  'signal.spend_trend.evidence.ended_before':
    'Ne son {days, number} günde ne de önceki {days, number} günde alışveriş var.',
  'signal.spend_trend.evidence.falling':
    'Son {days, number} günde {now} harcadı; önceki {days, number} güne göre düşüş var (önce: {before}).',
  'signal.spend_trend.evidence.constant':
    'Son {days, number} günde {now} harcadı; önceki {days, number} günle hemen hemen aynı (önce: {before}).',
  'signal.spend_trend.evidence.rising':
    'Son {days, number} günde {now} harcadı; önceki {days, number} güne göre artış var (önce: {before}).',
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
    'Yalnızca bir kez satın aldı: {days, plural, =0 {bugün} other {# gün önce}} ({last}).',
  'signal.time_since_last_purchase.evidence.twice':
    'Yalnızca iki günde, {gap, number} gün arayla satın aldı; en son {days, plural, =0 {bugün} other {# gün önce}} ({last}).',
  'signal.time_since_last_purchase.evidence.rhythm':
    'En son {days, plural, =0 {bugün} other {# gün önce}} satın aldı ({last}); genellikle {gap, plural, =0 {her gün} =1 {her gün} other {# günde bir}} satın alıyor.',
  'signal.time_since_last_purchase.evidence.season':
    'En son {days, number} gün önce satın aldı ({last}); son iki yıla bakılırsa bunun {season, number} günü sezon dışına denk geliyor.',
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
};
