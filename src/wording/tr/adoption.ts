import type { adoption as english } from '../en/adoption.ts';
import type { Sentences } from '../sentences.ts';

export const adoption: Sentences<typeof english> = {
  'signal.product_usage.label': 'Ürün kullanımı',
  'signal.product_usage.evidence.compared':
    'Son {windowDays, number} günde: {metric} {total, number} ({days, number} günde); olağan: {usualTotal, number} ({usualDays, number} günde).',
  'signal.product_usage.evidence.ended':
    'Ürünü {windowDays, number} gündür kullanmadılar; olağan kullanım, aynı sürede {usualDays, number} gün.',
  'signal.product_usage.remedy': 'Kullanmalarını neyin engellediğini sorun; yardım veya eğitim önerin.',
};
