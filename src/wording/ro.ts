import type { en } from './en.ts';
import { adoption } from './ro/adoption.ts';
import { attribution } from './ro/attribution.ts';
import { billing } from './ro/billing.ts';
import { deals } from './ro/deals.ts';
import { doctor } from './ro/doctor.ts';
import { engagement } from './ro/engagement.ts';
import { install } from './ro/install.ts';
import { permissions } from './ro/permissions.ts';
import { score } from './ro/score.ts';
import { sentiment } from './ro/sentiment.ts';
import { support } from './ro/support.ts';
import type { Sentences } from './sentences.ts';

export const ro: Sentences<typeof en> = {
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
