import type { sentiment as english } from '../en/sentiment.ts';
import type { Sentences } from '../sentences.ts';

export const sentiment: Sentences<typeof english> = {
  'signal.pulse.label': 'Müşteri nabzı',
  'signal.pulse.evidence.said': 'Müşteri nabzı “{value}” olarak ayarlanmış (ilk görüldüğü tarih: {since}).',
  'signal.pulse.evidence.given':
    'Müşteri nabzı {since} tarihinde {value, select, positive {olumlu} neutral {nötr} other {olumsuz}} olarak ayarlandı: “{reason}”',
  'signal.pulse.remedy': 'Müşteriyle konuşun, ardından nabzı yeniden ayarlayın.',

  'signal.nps.label': 'NPS',
  'signal.nps.evidence.one_round':
    'Bizi tavsiye etme puanları: {mean, number} / 10 ({answers, number} yanıt, sonuncusu: {last}).',
  'signal.nps.evidence.rising':
    'Bizi tavsiye etme puanları şimdi {now, number} / 10, artış var (önce: {before, number}; sağlık puanına giren ağırlıklı ortalama: {mean, number}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.nps.evidence.steady':
    'Bizi tavsiye etme puanları şimdi {now, number} / 10, hemen hemen aynı (önce: {before, number}; sağlık puanına giren ağırlıklı ortalama: {mean, number}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.nps.evidence.falling':
    'Bizi tavsiye etme puanları şimdi {now, number} / 10, düşüş var (önce: {before, number}; sağlık puanına giren ağırlıklı ortalama: {mean, number}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.nps.remedy':
    'En düşük puanı verenlere fikirlerini neyin değiştireceğini sorun, gereğini yapın ve yeniden sorun.',

  'signal.csat.label': 'CSAT',
  'signal.csat.evidence.one_round': 'Yaptıklarımızdan memnuniyet: {mean} ({answers, number} yanıt, sonuncusu: {last}).',
  'signal.csat.evidence.rising':
    'Yaptıklarımızdan memnuniyet: şimdi {now}, artış var (önce: {before}; sağlık puanına giren ağırlıklı ortalama: {mean}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.csat.evidence.steady':
    'Yaptıklarımızdan memnuniyet: şimdi {now}, hemen hemen aynı (önce: {before}; sağlık puanına giren ağırlıklı ortalama: {mean}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.csat.evidence.falling':
    'Yaptıklarımızdan memnuniyet: şimdi {now}, düşüş var (önce: {before}; sağlık puanına giren ağırlıklı ortalama: {mean}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.csat.remedy': 'Memnun kalmayanları arayın ve sorunu giderin; daha iyi yanıtlar bu puanı geri kazandırır.',

  'signal.ces.label': 'CES',
  'signal.ces.evidence.one_round':
    'Bizimle iş yapmanın kolaylığına verdikleri puan: {mean, number} / 7 ({answers, number} yanıt, sonuncusu: {last}).',
  'signal.ces.evidence.rising':
    'Bizimle iş yapmanın kolaylığına verdikleri puan: şimdi {now, number} / 7, artış var (önce: {before, number}; sağlık puanına giren ağırlıklı ortalama: {mean, number}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.ces.evidence.steady':
    'Bizimle iş yapmanın kolaylığına verdikleri puan: şimdi {now, number} / 7, hemen hemen aynı (önce: {before, number}; sağlık puanına giren ağırlıklı ortalama: {mean, number}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.ces.evidence.falling':
    'Bizimle iş yapmanın kolaylığına verdikleri puan: şimdi {now, number} / 7, düşüş var (önce: {before, number}; sağlık puanına giren ağırlıklı ortalama: {mean, number}; {answers, number} yanıt, sonuncusu: {last}).',
  'signal.ces.remedy': 'Onları neyin zorladığını bulun ve ortadan kaldırın.',

  'signal.survey_trend.label': 'Anket eğilimi',
  'signal.survey_trend.evidence.rising':
    'On üzerinden verilen puanlar çeyrek başına {change, number} artıyor ({quarters, number} çeyrekte {answers, number} yanıt).',
  'signal.survey_trend.evidence.steady':
    'On üzerinden verilen puanlar değişmiyor ({quarters, number} çeyrekte {answers, number} yanıt).',
  'signal.survey_trend.evidence.falling':
    'On üzerinden verilen puanlar çeyrek başına {change, number} düşüyor ({quarters, number} çeyrekte {answers, number} yanıt).',
  'signal.survey_trend.remedy':
    'Önceki yanıtlardan bu yana neyin kötüleştiğini sorun ve bu konuda ne yaptığınızı anlatın.',

  'signal.contact_survey.label': 'Destek sonrası',
  'signal.contact_survey.evidence.solved':
    'Anket yapılan {asked, number} kapatılmış talepten memnun kalınanların sayısı: {good, number} ({share}).',
  'signal.contact_survey.evidence.came_back':
    'Anket yapılan {asked, number} kapatılmış talepten memnun kalınan ve sorunu çözülmüş kalanların sayısı: {good, number} ({share}); yeniden açılan: {back, number}.',
  'signal.contact_survey.remedy': 'Memnun bırakmayan taleplere geri dönün ve işi tamamlayın.',

  'signal.product_feedback.label': 'Sürümlere tepki',
  'signal.product_feedback.evidence.after':
    '{release} tarihli sürümden sonraki {days, number} günde {after, plural, =0 {destek talebi veya olumsuz yanıt gelmedi} other {# destek talebi veya olumsuz yanıt geldi}}; aynı sürede olağan sayı: {usual, number}.',
  'signal.product_feedback.evidence.after_rare':
    '{release} tarihli sürümden sonraki {days, number} günde {after, plural, =0 {destek talebi veya olumsuz yanıt gelmedi} other {# destek talebi veya olumsuz yanıt geldi}}; aynı sürede olağan sayı birden az.',
  'signal.product_feedback.remedy':
    'Sürümün onlar için neyi bozduğunu veya değiştirdiğini sorun ve aşmalarına yardım edin.',

  'signal.referrals.label': 'Yönlendirmeler',
  'signal.referrals.evidence.referred':
    '{days, number} günde bize {deals, number} anlaşma yönlendirdi; kazanılan: {won, number}, sonuncusu: {last}.',
  'signal.referrals.remedy': 'Teşekkür edin ve bizi başka kime tavsiye edebileceklerini sorun.',
};
