import type { adoption as english } from '../en/adoption.ts';
import type { Sentences } from '../sentences.ts';

export const adoption: Sentences<typeof english> = {
  'signal.product_usage.label': 'Utilizzo del prodotto',
  'signal.product_usage.evidence.compared':
    'Negli ultimi {windowDays, number} giorni: {metric} {total, number} in {days, plural, one {# giorno} other {# giorni}}; di solito {usualTotal, number} in {usualDays, plural, one {# giorno} other {# giorni}}.',
  'signal.product_usage.evidence.ended':
    'Non usano il prodotto da {windowDays, number} giorni; di solito, in un periodo uguale, lo usano in {usualDays, plural, one {# giorno} other {# giorni}}.',
  'signal.product_usage.remedy': 'Chiedere che cosa impedisce loro di usarlo e offrire aiuto o formazione.',
};
