import type { en } from './en.ts';
import { adoption } from './it/adoption.ts';
import { attribution } from './it/attribution.ts';
import { billing } from './it/billing.ts';
import { deals } from './it/deals.ts';
import { doctor } from './it/doctor.ts';
import { engagement } from './it/engagement.ts';
import { install } from './it/install.ts';
import { permissions } from './it/permissions.ts';
import { score } from './it/score.ts';
import { sentiment } from './it/sentiment.ts';
import { support } from './it/support.ts';
import type { Sentences } from './sentences.ts';

export const it: Sentences<typeof en> = {
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
