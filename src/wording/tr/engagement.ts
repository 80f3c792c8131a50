import type { engagement as english } from '../en/engagement.ts';
import type { Sentences } from '../sentences.ts';

export const engagement: Sentences<typeof english> = {
  'signal.email_engagement.label': 'E-posta açma ve tıklamaları',
  'signal.email_engagement.evidence.personal':
    '{days, number} günde {sent, number} e-posta gönderildi: {opened, number} açıldı, {clicked, number} tıklandı, {replied, number} yanıtlandı.',
  'signal.email_engagement.evidence.marketing':
    '{delivered, number} pazarlama e-postası teslim edildi: {opened, number} açıldı, {clicked, number} tıklandı.',
  'signal.email_engagement.remedy': 'Şu anda onlar için önemli olanı yazın ya da başka bir kanal deneyin.',

  'signal.two_way_contact.label': 'Karşılıklı iletişim',
  'signal.two_way_contact.evidence.wrote':
    'En son {days, plural, =0 {bugün} other {# gün önce}} yazdılar ({last}); {windowDays, number} gündeki iletişim: bizden {sent, number}, onlardan {received, number}.',
  'signal.two_way_contact.evidence.called':
    'En son {days, plural, =0 {bugün} other {# gün önce}} aradılar ({last}); {windowDays, number} gündeki iletişim: bizden {sent, number}, onlardan {received, number}.',
  'signal.two_way_contact.evidence.talked':
    'En son {days, plural, =0 {bugün} other {# gün önce}} telefonda görüştük ({last}); {windowDays, number} gündeki iletişim: bizden {sent, number}, onlardan {received, number}.',
  'signal.two_way_contact.evidence.met':
    'En son {days, plural, =0 {bugün} other {# gün önce}} toplantı yaptık ({last}); {windowDays, number} gündeki iletişim: bizden {sent, number}, onlardan {received, number}.',
  'signal.two_way_contact.evidence.messaged':
    'Son mesaj {days, plural, =0 {bugün} other {# gün önce}} alınıp verildi ({last}); {windowDays, number} gündeki iletişim: bizden {sent, number}, onlardan {received, number}.',
  'signal.two_way_contact.evidence.never':
    'Bizimle hiç iletişime geçmediler; ilk denememiz {days, plural, =0 {bugün} other {# gün önce}} oldu ({last}); son {windowDays, number} gündeki deneme sayısı: {sent, number}.',
  'signal.two_way_contact.remedy': 'Bir yanıt alın: arayın ya da kısa, tek bir soru sorun.',

  'signal.meetings_held.label': 'Yapılan toplantılar',
  'signal.meetings_held.evidence.booked':
    '{days, number} günde yapılan toplantı: {held, number}{missed, plural, =0 {} other {, kaçırılan: #}}; bir sonraki: {next}.',
  'signal.meetings_held.evidence.unbooked':
    '{days, number} günde yapılan toplantı: {held, number}{missed, plural, =0 {} other {, kaçırılan: #}}; planlanmış toplantı yok.',
  'signal.meetings_held.evidence.none':
    '{days, number} gündür toplantı yok ve planlanmış toplantı da yok; sonuncusu: {last}.',
  'signal.meetings_held.remedy': 'Bir sonraki toplantıyı planlayın ve yapılmasını sağlayın.',

  'signal.contact_breadth.label': 'İletişimdeki kişiler',
  'signal.contact_breadth.evidence.people':
    '{days, number} günde bize yazan kişi sayısı: {people, number} (toplam {contacts, number} kişi); güvenli sayı: {expected, number}.',
  'signal.contact_breadth.remedy': 'Şirkette daha çok kişiyle tanışın: tek bir destekçiye bağlı kalmak risktir.',
};
