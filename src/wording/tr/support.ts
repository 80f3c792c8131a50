import type { support as english } from '../en/support.ts';
import type { Sentences } from '../sentences.ts';

export const support: Sentences<typeof english> = {
  'signal.open_tickets.label': 'Açık destek talepleri',
  'signal.open_tickets.evidence.open':
    '{open, number} destek talebi açık; bu müşteri için olağan sayı: {norm, number}.',
  'signal.open_tickets.evidence.none': 'Açık destek talebi yok.',
  'signal.open_tickets.evidence.silent':
    'Açık destek talebi yok; son {windowDays, number} gündeki taleplerden hiçbiri de desteğin nasıl gittiğini göstermiyor.',
  'signal.open_tickets.remedy': 'Açık destek taleplerini en eskisinden başlayarak kapatın.',
  'signal.open_tickets.remedy.silent':
    'İşlerin nasıl gittiğini sorun: sessizlik, her şeyin yolunda olduğunu göstermez.',

  'signal.unresolved_complaints.label': 'Çözülmemiş şikâyetler',
  'signal.unresolved_complaints.evidence.open':
    '{complaints, number} şikâyet çözülmedi; en eskisi {days, number} gündür bekliyor.',
  'signal.unresolved_complaints.evidence.none': 'Çözülmemiş şikâyet yok.',
  'signal.unresolved_complaints.evidence.silent':
    'Çözülmemiş şikâyet yok; son {windowDays, number} gündeki taleplerden hiçbiri de desteğin nasıl gittiğini göstermiyor.',
  'signal.unresolved_complaints.remedy': 'Şikâyetleri çözün ve bunu müşteriye bildirin.',
  'signal.unresolved_complaints.remedy.silent':
    'İşlerin nasıl gittiğini sorun: sessizlik, her şeyin yolunda olduğunu göstermez.',

  'signal.first_contact_resolution.label': 'İlk temasta çözülenler',
  'signal.first_contact_resolution.evidence.rate':
    'Çözülen {solved, number} destek talebi içinde ilk temasta çözülenlerin sayısı: {first, number} ({share}).',
  'signal.first_contact_resolution.evidence.none':
    'Çözülen {solved, number} destek talebinden hiçbiri ilk temasta çözülmedi.',
  'signal.first_contact_resolution.evidence.all': 'Çözülen {solved, number} destek talebinin tümü ilk temasta çözüldü.',
  'signal.first_contact_resolution.remedy': 'Bu taleplerin neden yeniden açıldığını bulun ve nedenini giderin.',

  'signal.time_to_resolution.label': 'Çözüm süresi',
  'signal.time_to_resolution.evidence.compared':
    'Çözülen {tickets, number} destek talebinin tipik çözüm süresi: {own}; tüm müşterilerde tipik süre: {usual}.',
  'signal.time_to_resolution.remedy':
    'Bu talepleri neyin geciktirdiğini bulun ve müşterinin sonraki talepleri için tarih verin.',

  'signal.time_to_first_reply.label': 'İlk yanıt süresi',
  'signal.time_to_first_reply.evidence.compared':
    'Çözülen {tickets, number} destek talebinin tipik ilk yanıt süresi: {own}; tüm müşterilerde tipik süre: {usual}.',
  'signal.time_to_first_reply.remedy':
    'Yalnızca yardımın ne zaman geleceğini söylemek için bile olsa müşterinin sonraki taleplerine öncelik verin.',

  'signal.ticket_topics.label': 'Destek talebi konuları',
  'signal.ticket_topics.evidence.growing':
    '“{topic}” konusu artıyor: son 30 günde {now, number} talep; bu müşteri için olağan aylık sayı: {norm, number}.{others, plural, =0 {} other { # konu daha artıyor veya yineleniyor.}}',
  'signal.ticket_topics.evidence.recurring':
    '“{topic}” konusu son {months, number} ayın {came, number} tanesinde görüldü.{others, plural, =0 {} other { # konu daha artıyor veya yineleniyor.}}',
  'signal.ticket_topics.evidence.every_month':
    '“{topic}” konusu son {months, number} ayın her birinde görüldü.{others, plural, =0 {} other { # konu daha artıyor veya yineleniyor.}}',
  'signal.ticket_topics.evidence.steady': 'Artan veya yinelenen bir destek talebi konusu yok.',
  'signal.ticket_topics.evidence.silent':
    'Öne çıkan bir destek talebi konusu yok; son {days, number} gündeki taleplerden hiçbiri de desteğin nasıl gittiğini göstermiyor.',
  'signal.ticket_topics.remedy': 'Bu taleplerin nedenini kalıcı olarak giderin ve bunu müşteriye bildirin.',
  'signal.ticket_topics.remedy.silent':
    'İşlerin nasıl gittiğini sorun: sessizlik, her şeyin yolunda olduğunu göstermez.',

  'signal.sla_breaches.label': 'Aşılan hizmet süreleri',
  'signal.sla_breaches.evidence.missed':
    'Son {windowDays, number} günde söz verilen süresi olan {promised, number} destek talebinden süresi aşılanların sayısı: {missed, number}{open, plural, =0 {} other {; # tanesi hâlâ açık}}.',
  'signal.sla_breaches.evidence.missed_only':
    'Son {windowDays, number} günde söz verilen süresi olan tek destek talebinin süresi aşıldı{open, plural, =0 {} other {; talep hâlâ açık}}.',
  'signal.sla_breaches.evidence.kept': 'Söz verilen süresi olan {promised, number} destek talebinde süre aşılmadı.',
  'signal.sla_breaches.evidence.silent':
    'Söz verilen hiçbir süre aşılmadı; son {windowDays, number} gündeki taleplerden hiçbiri de desteğin nasıl gittiğini göstermiyor.',
  'signal.sla_breaches.remedy': 'Önce geciken talepleri yanıtlayıp çözün ve müşteriye zamanını bildirin.',
  'signal.sla_breaches.remedy.silent':
    'İşlerin nasıl gittiğini sorun: sessizlik, her şeyin yolunda olduğunu göstermez.',

  'signal.training.label': 'Eğitim',
  'signal.training.evidence.trained': 'Son {days, number} günde {sessions, number} eğitim oturumu yapıldı.',
  'signal.training.evidence.none': 'Son {days, number} günde eğitim oturumu yapılmadı.',
  'signal.training.remedy': 'Önce yeni kullanıcılara olmak üzere bir eğitim oturumu önerin.',
};
