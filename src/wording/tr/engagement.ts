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
  'signal.two_way_contact.evidence.quiet':
    'Son {windowDays, number} günde iki taraf da iletişime geçmedi; {channel, select, email {en son {days, number} gün önce yazdılar} call {en son {days, number} gün önce aradılar} talk {en son {days, number} gün önce telefonda görüştük} meeting {en son {days, number} gün önce toplantı yaptık} other {son mesaj {days, number} gün önce alınıp verildi}} ({last}).',
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
    'Son {days, number} günde {contacts, plural, =1 {kayıtlı tek kişi} other {kayıtlı # kişiden {people, number} kişi}} bizimle iletişim kurdu; hedef: en az {expected, number} kişi.',
  'signal.contact_breadth.evidence.nobody':
    'Son {days, number} günde {contacts, plural, =1 {kayıtlı tek kişi} other {kayıtlı # kişiden hiçbiri}} bizimle iletişim kurmadı; hedef: en az {expected, number} kişi.',
  'signal.contact_breadth.remedy': 'Şirkette daha çok kişiyle tanışın: tek bir destekçiye bağlı kalmak risktir.',
};
