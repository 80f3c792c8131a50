import type { Family } from '@account-health/contract';
import type { Calendar } from '../scoring/calendar.ts';
import { cutText } from '../wording/cut-text.ts';
import type { Wording } from '../wording/make-wording.ts';
import type { ComputedFamily } from './compute-family.ts';
import type { RecordUrl } from './record-url.ts';
import { shownJudgements } from './shown-judgements.ts';

export interface FamilyWords {
  readonly wording: Wording;
  readonly urlOf: RecordUrl;
  readonly calendar: Calendar;
  /** The moment at which people's overrides must hold, ms. */
  readonly now: number;
}

/** The roll-up in words; the worst child's status as its own card shows it. */
export function wordFamily(family: ComputedFamily, { wording, urlOf, calendar, now }: FamilyWords): Family {
  const { total, companies, customers, unscored, weighedBy, worst } = family;
  const mean = family.mean === null ? null : Math.round(family.mean);
  return {
    facts: [
      wording.say('family.customers', { customers, companies }),
      ...(mean === null ? [] : [wording.say(`family.mean_${weighedBy}`, { mean })]),
      ...(unscored > 0 ? [wording.say('family.unscored', { count: unscored })] : []),
      ...(total > companies ? [wording.say('family.bounded', { count: companies, total })] : []),
    ],
    mean,
    worst: worst && {
      label: cutText(worst.name ?? '') || wording.record({ objectType: 'companies', id: worst.id, name: null, at: 0 }),
      url: urlOf({ objectType: 'companies', id: worst.id }),
      score: worst.score,
      status: shownJudgements(worst.judgements, calendar, now).override?.status ?? worst.status,
    },
  };
}
