import type { en } from './en.ts';
import { adoption } from './ko/adoption.ts';
import { attribution } from './ko/attribution.ts';
import { billing } from './ko/billing.ts';
import { deals } from './ko/deals.ts';
import { doctor } from './ko/doctor.ts';
import { engagement } from './ko/engagement.ts';
import { install } from './ko/install.ts';
import { permissions } from './ko/permissions.ts';
import { score } from './ko/score.ts';
import { sentiment } from './ko/sentiment.ts';
import { support } from './ko/support.ts';
import type { Sentences } from './sentences.ts';

export const ko: Sentences<typeof en> = {
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
