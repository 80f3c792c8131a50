import type { computation as english } from '../en/computation.ts';
import type { Sentences } from '../sentences.ts';

export const computation: Sentences<typeof english> = {
  'computation.step.customer': 'Müşteri mi',
  'computation.step.segment': 'Grup kuralı',
  'computation.step.known': 'Bilinenler',
  'computation.step.cap': 'Sınır: {cap}',
  'computation.step.score': 'Puan',
  'computation.step.band': 'Durum',
  'computation.step.override': 'Bir kişinin belirlediği durum',
  'computation.customer.named': 'Evet: müşterileri belirten özellik böyle söylüyor.',
  'computation.customer.stage': 'Evet: yaşam döngüsü aşaması böyle söylüyor.',
  'computation.customer.became_customer': 'Evet: müşteri olduğu gün HubSpot’ta kayıtlı.',
  'computation.customer.purchase': 'Evet: son {months, plural, other {# ay}} içinde bir şey satın aldı.',
  'computation.segment.named': '“{name}”: modelin bu grup için söyledikleri genel kurallardan önce gelir.',
  'computation.segment.none': 'Modelin hiçbir müşteri grubunda değil: genel kurallar geçerli.',
  'computation.known':
    'Bilinebileceklerin şu kadarı: {share}, {dimensions, plural, other {# boyutta}}. Puan için en az {minimum} ve {needed, plural, other {# boyut}} gerekir.',
  'computation.cap.holds':
    'Puanı en çok {most, number} olarak tutuyor ve {points, plural, other {# puan}} götürüyor. {signal}: {raw}. Sınırın başladığı değer: {from}.',
  'computation.cap.idle':
    'Sınıra ulaşıldı ama puan götürmüyor: o olmasa da puan şundan yüksek olmazdı: {score, number}. {signal}: {raw}. Sınırın başladığı değer: {from}.',
  'computation.cap.free': 'Sınıra ulaşılmadı. {signal}: {raw}. Sınırın başladığı değer: {from}.',
  'computation.cap.unknown': 'Bilinmiyor, bu yüzden sayılmaz. {signal}: bilinmiyor.',
  'computation.takes': 'Götürdüğü: {points, plural, other {# puan}}.',
  'computation.score':
    '100 − {lost, number} = {score, number}. Kaybedilen puanlar her sinyalin ve sınırların yanında gösterilir.',
  'computation.band':
    '{band}. Sağlıklı: {healthyFrom, number} ve üzeri; riskli: {atRiskFrom, number} ve üzeri; altı sağlıksız.',
  'computation.band.quartiles':
    'Bu eşikler tüm müşterilerin puanlarından gelir: en iyi çeyrek sağlıklı, en kötü çeyrek sağlıksızdır.',
  'computation.band.alarm_budget':
    'Bu eşikler tüm müşterilerin puanlarından gelir: sağlıksız olanlar, ekibin bir haftada arayabileceğinden fazla değildir ({calls, number}).',
  'computation.band.later': 'Taslakla eşikler tüm puanlardan yeniden hesaplanır. Önizleme bunları gösterir.',
  'computation.override': '{band}, şu tarihe kadar: {until}. Neden: “{reason}”. Puan hesaplandığı gibi kalır.',
  'computation.raw.days': '{n, plural, other {# gün}}',
  'computation.raw.ratio': 'oran {n, number}',
  'computation.raw.money': 'tutar {amount}',
  'computation.raw.yes': 'yanıt: evet',
  'computation.raw.no': 'yanıt: hayır',
  'computation.raw.option': '{n, plural, other {# puan değerinde seçenek}}',
  'computation.rule.up_to': 'En çok {raw}: {points, plural, other {# puan}}.',
  'computation.rule.from': 'En az {raw}: {points, plural, other {# puan}}.',
  'computation.rule.between':
    'Aralık: {from} ({fromPoints, plural, other {# puan}}) ile {to} ({toPoints, plural, other {# puan}}).',
  'computation.rule.fixed': 'Model bu yanıta şunu verir: {points, plural, other {# puan}}.',
  'computation.rule.silence':
    'Kötü bir şey olmadı ama hiçbir şey de olmadı: bu en çok şu kadar eder: {points, plural, other {# puan}}.',
  'computation.rule.unknown': 'Bu modelde bilinmeyen şu kadar sayılır: {points, plural, other {# puan}}.',
  'computation.general.points':
    'Her sinyalin ölçtüğü, modelin bir eğrisine göre 0 ile 100 arasında puana dönüşür. Eğrinin iki değeri arasında puan düz bir çizgi izler.',
  'computation.general.weights':
    'Bir sinyalin puandaki payı, boyutunun bilinen sinyalleri arasındaki ağırlığı ile o boyutun bilinen boyutlar arasındaki ağırlığının çarpımıdır.',
  'computation.general.unknown':
    'Bilinmeyen, model ona puan vermedikçe sayılmaz: ne iyi ne kötüdür, ama daha az şey biliniyor demektir.',
  'computation.general.minimum':
    'Bilinen {share} altındaysa ya da {dimensions, plural, other {# boyuttan}} azsa puan verilmez.',
  'computation.general.silence':
    'Müşterinin kullanmadığı bir kanalda kötü bir şey olmaması en çok şu kadar eder: {points, plural, other {# puan}}.',
  'computation.general.caps':
    'Sınırlar, gerisi ne derse desin puanı aşağıda tutar. Bu modeldeki sınırlar: {count, plural, other {# tane}}. En düşüğü geçerlidir.',
  'computation.general.receipt':
    'Puan tam sayıya yuvarlanır. Kaybedilen puanlar da tam sayıdır ve toplamları 100 eksi puandır.',
  'computation.general.sources': 'Gelen ya da giden bir veri kaynağı tek başına hiçbir müşteriyi sağlıklı yapmaz.',
  'computation.general.override':
    'Bir kişi bir süreliğine başka bir durum belirleyebilir. Puan hesaplandığı gibi kalır.',
  'computation.draft.mistakes': 'Taslakta hatalar var. Önce bunları düzeltin; sonra bir şirkette denenebilir.',
};
