import type { adoption as english } from '../en/adoption.ts';
import type { Sentences } from '../sentences.ts';

export const adoption: Sentences<typeof english> = {
  'signal.product_usage.label': 'Utilizarea produsului',
  'signal.product_usage.evidence.compared':
    'În ultimele {windowDays, plural, one {# zi} few {# zile} other {# de zile}}: {metric} {total, number} în {days, plural, one {# zi} few {# zile} other {# de zile}}; de obicei {usualTotal, number} în {usualDays, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.product_usage.evidence.ended':
    'Nu au mai folosit produsul de {windowDays, plural, one {o zi} few {# zile} other {# de zile}}; de obicei, într-o perioadă la fel de lungă, îl folosesc în {usualDays, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.product_usage.remedy': 'Întrebați ce îi împiedică să îl folosească și oferiți ajutor sau instruire.',
};
