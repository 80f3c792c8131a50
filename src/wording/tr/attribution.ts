import type { attribution as english } from '../en/attribution.ts';
import type { Sentences } from '../sentences.ts';

export const attribution: Sentences<typeof english> = {
  'attribution.cause.model': 'Sağlık modeli değişti',
  'attribution.cause.sources': 'Veri kaynakları eklendi veya kayboldu',
  'attribution.cause.late_data': 'Geç gelen eski veriler',
  'attribution.cause.ageing': 'Yalnızca geçen zaman',
  'attribution.cause.behaviour': 'O günden beri olanlar',
  'attribution.sentence': '{days, plural, other {# gün}} içinde {points, number, ::sign-always}: {reasons}',
  'attribution.same': '{days, plural, other {# gün}} öncekiyle aynı puan: {reasons}',
  'attribution.held':
    '{days, plural, other {# gün}} öncekiyle aynı puan: başka şeyler değişse de puanı tutan “{label}”',
  'attribution.unmoved': '{days, plural, other {# gün}} içinde değişiklik yok',
  'attribution.reason': '{text} ({points, number, ::sign-always})',
  'attribution.better': 'Önce: {before} Şimdi: {now}',
  'attribution.reweighed':
    'Burada yeni bir şey yok: puanın başka kısımları eklendiği, çıktığı veya değiştiği için ağırlığı arttı ya da azaldı.',
  'attribution.model': 'Sağlık modeli bunu eskisinden farklı hesaba katıyor.',
  'attribution.lifted': 'Bu, puanı önceden aşağıda tutuyordu, artık tutmuyor.',
  'attribution.moved': 'Bu, puanı olduğu yerde tutuyor; onsuz puan değiştiği için daha çok veya daha az puan alıyor.',
  'attribution.recomputed.label': 'Yeniden hesaplanan önceki puan',
  'attribution.recomputed': 'Bugün eldeki verilere göre önceki puan, yayımlanandan farklı çıkardı.',
};
