import { adoption } from './en/adoption.ts';
import { attribution } from './en/attribution.ts';
import { billing } from './en/billing.ts';
import { deals } from './en/deals.ts';
import { doctor } from './en/doctor.ts';
import { engagement } from './en/engagement.ts';
import { install } from './en/install.ts';
import { permissions } from './en/permissions.ts';
import { score } from './en/score.ts';
import { sentiment } from './en/sentiment.ts';
import { support } from './en/support.ts';

/**
 * Every sentence in English, in ICU message format; those of signals are in `en/<dimension>.ts`. Keys: `signal.<key>.label`,
 * `.remedy`, `.evidence.<message>`; `cap.<key>.label`, `.remedy`; `change.<receipt row>.label`, `.evidence`, `.remedy`; `source.<object type>`; `dimension.<key>`; `missing.<reason>`; `state.<reason>`;
 * `mark.<key>.label`, `.text`; `attribution.<what is told of a change>`; `record.<object type>`; `permission.<what is refused, or unknown>`; what `doctor` says.
 */
export const en = {
  ...score,
  ...deals,
  ...support,
  ...engagement,
  ...billing,
  ...sentiment,
  ...adoption,
  ...doctor,
  ...attribution,
  ...permissions,
  ...install,
};
