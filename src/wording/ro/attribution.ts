import type { attribution as english } from '../en/attribution.ts';
import type { Sentences } from '../sentences.ts';

export const attribution: Sentences<typeof english> = {
  'attribution.cause.model': 'Modelul de sănătate a fost modificat',
  'attribution.cause.sources': 'Surse de date apărute sau pierdute',
  'attribution.cause.late_data': 'Date mai vechi sosite târziu',
  'attribution.cause.ageing': 'Doar trecerea timpului',
  'attribution.cause.behaviour': 'Ce s-a întâmplat între timp',
  'attribution.sentence':
    '{points, number, ::sign-always} în {days, plural, one {# zi} few {# zile} other {# de zile}}: {reasons}',
  'attribution.same': 'Același scor ca acum {days, plural, one {# zi} few {# zile} other {# de zile}}: {reasons}',
  'attribution.held':
    'Același scor ca acum {days, plural, one {# zi} few {# zile} other {# de zile}}, orice altceva s-ar fi schimbat: îl ține “{label}”',
  'attribution.unmoved': 'Nicio schimbare în {days, plural, one {# zi} few {# zile} other {# de zile}}',
  'attribution.reason': '{text} ({points, number, ::sign-always})',
  'attribution.better': 'Înainte: {before} Acum: {now}',
  'attribution.reweighed':
    'Aici nu e nimic nou: contează mai mult sau mai puțin fiindcă alte părți ale scorului au apărut, au dispărut sau s-au schimbat.',
  'attribution.model': 'Modelul de sănătate ține cont de acest lucru altfel decât înainte.',
  'attribution.lifted': 'Înainte ținea scorul jos, acum nu mai face asta.',
  'attribution.moved':
    'Ține scorul unde era; ia mai multe sau mai puține puncte fiindcă scorul fără această limită s-a schimbat.',
  'attribution.recomputed.label': 'Scorul anterior, recalculat',
  'attribution.recomputed': 'După datele deținute astăzi, scorul anterior ar ieși altfel decât a fost publicat.',
};
