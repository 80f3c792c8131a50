import type { publishPreview as english } from '../en/publish-preview.ts';
import type { Sentences } from '../sentences.ts';

export const publishPreview: Sentences<typeof english> = {
  'preview.failure.no_draft': 'Değiştirilen bir şey yok, bu yüzden önizlenecek bir şey de yok.',
  'preview.failure.mistakes': 'Taslakta hatalar var. Önce bunları düzeltin; sonra önizlenebilir.',
  'preview.failure.no_cycle': 'Henüz hiçbir puan hesaplanmadı. Önizleme ilk eşitlemeden sonra mümkün olur.',
  'preview.failure.error': 'Önizleme başarısız oldu. Hata kaydedildi; lütfen yeniden deneyin.',
  'preview.stale': 'Taslak bu arada değişti. Şimdiki hâline bakın, sonra yeniden önizleyin.',
  'preview.why.thresholds':
    'Yeni eşikler: sağlıklı {healthyFrom, number} ve üzeri, riskli {atRiskFrom, number} ve üzeri',
  'preview.why.others': '{count, plural, other {# değişiklik daha}} ({points, number, ::sign-always})',
  'preview.why.was': 'Şimdiye kadar: {reason}',
  'preview.why.is': 'Taslakla: {reason}',
  'preview.note.unread':
    'Henüz okunmadı, bu yüzden bu önizlemede bilinmiyor: {signals}. Yayımladıktan sonraki ilk döngü bunları okur.',
  'preview.note.deciding':
    'Henüz okunmadı: {properties}. Kimin müşteri olduğu, ayrıldığı ya da hangi segmentte olduğu ancak yayımladıktan sonra bunlara göre belirlenir.',
  'preview.note.thresholds':
    'Taslakla, tüm puanlara göre: sağlıklı {healthyFrom, number} ve üzeri, riskli {atRiskFrom, number} ve üzeri.',
  'preview.note.revenue': '{customers, number} müşteriden {known, number} tanesinin yıllık geliri biliniyor.',
  'preview.note.shifted':
    'Kendi bandında değişen: {companies, plural, other {# puan}}, en çok {points, plural, other {# puan}}.',
  'preview.note.unmoved': 'Hiçbir şirketin durumu değişmiyor.',
  'preview.note.unnamed': 'Kaç şirketin yer değiştirdiğini görebilirsiniz, hangileri olduğunu değil.',
  'preview.nameless': 'Adsız şirket',
};
