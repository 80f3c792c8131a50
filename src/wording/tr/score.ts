import type { score as english } from '../en/score.ts';
import type { Sentences } from '../sentences.ts';
import { settingsPage } from './settings-page.ts';

export const score: Sentences<typeof english> = {
  'dimension.deals': 'Anlaşmalar ve yenilemeler',
  'dimension.support': 'Destek',
  'dimension.engagement': 'Etkileşim',
  'dimension.billing': 'Faturalama',
  'dimension.sentiment': 'Memnuniyet',
  'dimension.advocacy': 'Savunuculuk',
  'dimension.adoption': 'Kullanım',

  'cap.long_overdue.label': 'Vadesi çok önce geçmiş fatura',
  'cap.long_overdue.remedy': 'Eski fatura ödenene kadar puan düşük kalır.',
  'cap.many_complaints.label': 'Çok sayıda çözülmemiş şikâyet',
  'cap.many_complaints.remedy': 'Şikâyetler çözülene kadar puan düşük kalır.',
  'cap.other.label': 'Modelin sınırı',
  'cap.other.remedy': 'Bu durum sürdükçe puan düşük kalır.',

  'change.source_lost.label': 'Artık okunamayan bir kaynak',
  'change.source_lost.evidence':
    '{sources}: {since} tarihinden beri okunamıyor. Oradan gelen son bilgilere göre bu müşteri sağlıklı olmazdı.',
  'change.source_lost.remedy':
    'Bir yönetici uygulamaya yeniden erişim verebilir. Veriler geri gelmeyecekse bu verilere dayanan sinyalleri sağlık modelinden çıkarın.',
  'change.source_gained.label': 'Yeni bir kaynak',
  'change.source_gained.evidence':
    '{sources}: {since} tarihinden beri yeni. Bu veriler olmasaydı müşteri sağlıklı olmazdı.',
  'change.source_gained.remedy':
    'Yeni bir kaynak 30 gün boyunca tek başına hiçbir müşteriyi sağlıklı yapmaz. Sonra tam olarak sayılır.',

  'history.seam':
    '{since} tarihinden itibaren puanlar yayımlandığı gibidir. Öncekiler, tarihi belli verilerden sonradan hesaplandı.',
  'history.model': '{since} tarihinden itibaren sağlık modelinin {version} sürümü geçerlidir.',
  'history.recomputed':
    'Sağlık modelinin {version} sürümüyle ve bugün bilinenlerle yeniden hesaplandı. O zaman gösterilen puanlar farklı olabilir.',

  'source.contacts': 'Kişiler',
  'source.deals': 'Anlaşmalar',
  'source.tickets': 'Destek talepleri',
  'source.emails': 'E-postalar',
  'source.meetings': 'Toplantılar',
  'source.calls': 'Aramalar',
  'source.communications': 'Mesajlar',
  'source.notes': 'Notlar',
  'source.feedback_submissions': 'Anket yanıtları',
  'source.subscriptions': 'Abonelikler',
  'source.commerce_payments': 'Ödemeler',
  'source.quotes': 'Teklifler',
  'source.invoices': 'Faturalar',
  'source.custom': 'Bir özel nesne',
  'source.usage': 'Ürün kullanımı',

  'hidden.amount': '[tutar gizli]',
  'hidden.subject': '[konu gizli]',

  'mapped.remedy': '“{name}” konusunu müşteriyle ele alın, sonra HubSpot’ta güncelleyin.',
  'mapped.evidence.number': '{name}: {value, number}.',
  'mapped.evidence.amount': '{name}: {value, number} {unit}.',
  'mapped.evidence.money': '{name}: {amount}.',
  'mapped.evidence.percent': '{name}: {share}.',
  'mapped.evidence.date': '{name}: {day} ({days, plural, =0 {bugün} other {# gün önce}}).',
  'mapped.evidence.yes': '{name}: evet.',
  'mapped.evidence.no': '{name}: hayır.',
  'mapped.evidence.count': '{name}: son {days, number} günde {count, number} adet.',
  'mapped.evidence.option': '{name}: “{value}”.',

  'missing.scope_missing': 'Uygulamaya HubSpot’ta bu verilere erişim izni verilmemiş. Bir yönetici izin verebilir.',
  'missing.type_missing': 'Bu HubSpot hesabında bu tür kayıtlar yok.',
  'missing.property_missing': `Bu HubSpot hesabında bunun okunduğu özellik yok. Hangisi olduğu uygulamanın ayarlarında, “${settingsPage['settings.word.tabConnection']}” sekmesinde yazar.`,
  'missing.not_connected': 'Bu HubSpot hesabında bu tür veri bulunmuyor.',
  'missing.not_set_up': 'Sağlık modeli burada neye bakılacağını henüz belirtmiyor.',
  'missing.not_set_up.product_feedback':
    'Sağlık modeli yeni sürümlerinizin hangi günlerde çıktığını henüz belirtmiyor.',
  'missing.not_set_up.referrals':
    'Sağlık modeli neyin yönlendirme sayıldığını henüz belirtmiyor: bir ilişki etiketi, anlaşma türü veya anlaşma boru hattı.',
  'missing.not_read_yet': 'Henüz okunmadı.',
  'missing.not_known_then': 'HubSpot yalnızca bugünkü değeri bildiriyor; o tarihte bu değer henüz görülmemişti.',
  'missing.not_logged':
    'Şirketin sorumlusu bu tür iletişimi HubSpot’a kaydetmiyor; bu yüzden sessizlik bir şey göstermiyor.',
  'missing.no_data': 'Bu müşteride değerlendirilecek bir şey yok.',
  'missing.too_few': 'Değerlendirme için yetersiz veri: {count, number} (en az {minimum, number} gerekiyor).',
  'missing.no_norm':
    'Karşılaştırma için tüm müşterilerin talepleri yetersiz: {count, number} (en az {minimum, number} gerekiyor).',
  'missing.too_new': 'Müşteri çok yeni: karşılaştırma için {days, number} gün gerekiyor.',
  'missing.no_terms':
    'Faturaları düzenlendiği anda ödeniyor ya da vade tarihi taşımıyor; bu yüzden hiçbiri gecikmiş sayılamaz.',
  'missing.mixed_currencies': 'Birden çok para biriminde ödeme yapıyor; bunlar toplanmıyor.',
  'missing.unmapped_value': 'Sağlık modeli “{value}” seçeneğini tanımıyor.',
  'missing.expired': '{days, number} günden daha uzun süre önce ayarlandı.',
  'missing.too_old': 'Son yanıtın üzerinden {days, number} günden fazla geçti.',
  'missing.stale':
    'Hiçbir müşteri için şu tarihten beri bu tür veri gelmedi: {last}. Bu yüzden sessizlik bir şey göstermiyor.',

  'state.no_facts':
    'Bu müşteri hakkında hiçbir şey bilinmiyor: ilişkili anlaşma, destek talebi, e-posta, fatura veya başka kayıt bulunamadı.',
  'state.low_coverage': 'Bu müşteri hakkında, güvenilir bir puan için çok az şey biliniyor.',
  'state.few_dimensions': 'Bu müşterinin yalnızca tek bir yönü biliniyor; bu, güvenilir bir puan için yetersiz.',
  'state.no_purchase_or_stage':
    'Müşteri değil: yaşam döngüsü aşaması bunu göstermiyor ve son {months, number} ayda hiçbir şey satın almadı.',
  'state.partner': 'Puanlanmadı: bu şirket bir iş ortağı.',
  'state.vendor': 'Puanlanmadı: bu şirket bir tedarikçi.',
  'state.competitor': 'Puanlanmadı: bu şirket bir rakip.',
  'state.test_company': 'Puanlanmadı: bu bir test şirketi.',
  'state.excluded': 'Puanlanmadı: sağlık modeli bu şirketi kapsam dışında bırakıyor.',
  'state.not_named': 'Müşteri değil: müşterileri belirten özellik bu şirketi belirtmiyor.',
  'state.churned': '{left} tarihinden beri müşteri değil. Önceden neden puan kaybettiği aşağıda duruyor.',
  'state.own_company': 'Puanlanmaz: bu sizin kendi şirketiniz.',
  'state.not_found': 'Bu şirket henüz okunmadı. Yeni şirketler bir sonraki eşitlemeden sonra görünür.',
  'state.no_cycle': 'Henüz bir sağlık puanı hesaplanmadı. İlk puan, ilk eşitlemeden sonra görünür.',

  'mark.seasonal.label': 'Mevsimsel',
  'mark.seasonal.text':
    'En son {days, number} gün önce satın aldı ({last}). Son iki yılın her birinde de bu dönemde alışveriş yapmadı, sonra yeniden satın aldı. Sezonu bir ay gecikirse sessizliğin tamamı hesaba katılır.',
  'mark.possibly_seasonal.label': 'Mevsimsel olabilir',
  'mark.possibly_seasonal.text':
    '{purchases, number} farklı günde satın aldı; bunların hepsi yılın aynı {months, number} ayına denk geliyor. İki yıldan kısa bir geçmişle sezon ile kayıp birbirinden ayırt edilemez; bu yüzden puan buna pay bırakmaz.',

  'family.customers': 'Alt şirketler arasındaki müşteri sayısı: {customers, number} (toplam: {companies, number}).',
  'family.mean_revenue': 'Son 12 ayın geliriyle ağırlıklı ortalama sağlık: {mean, number}.',
  'family.mean_equal': 'Ortalama sağlık (hepsinin geliri bilinmediğinden eşit ağırlıkla): {mean, number}.',
  'family.unscored': 'Puanı olmayan ve ortalamaya girmeyen: {count, number}.',
  'family.bounded': 'İncelenen alt şirket sayısı: {count, number} (en yakınları, toplam: {total, number}).',

  'record.companies': 'Bu şirket',
  'record.contacts': 'Bir kişi',
  'record.deals': 'Bir anlaşma',
  'record.tickets': 'Bir destek talebi',
  'record.emails': '{day} tarihli e-posta',
  'record.meetings': '{day} tarihli toplantı',
  'record.calls': '{day} tarihli arama',
  'record.communications': '{day} tarihli mesaj',
  'record.notes': '{day} tarihli not',
  'record.feedback_submissions': '{day} tarihli anket yanıtı',
  'record.subscriptions': 'Bir abonelik',
  'record.commerce_payments': '{day} tarihli ödeme',
  'record.quotes': 'Bir teklif',
  'record.custom': '{day} tarihli kayıt',
  'record.invoices': 'Fatura {name}',
  'record.invoices.nameless': 'Bir fatura',
};
