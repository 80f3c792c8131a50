import type { en } from './en.ts';
import type { Sentences } from './sentences.ts';
import { adoption } from './tr/adoption.ts';
import { attribution } from './tr/attribution.ts';
import { billing } from './tr/billing.ts';
import { deals } from './tr/deals.ts';
import { doctor } from './tr/doctor.ts';
import { engagement } from './tr/engagement.ts';
import { install } from './tr/install.ts';
import { permissions } from './tr/permissions.ts';
import { score } from './tr/score.ts';
import { sentiment } from './tr/sentiment.ts';
import { support } from './tr/support.ts';

export const tr: Sentences<typeof en> = {
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
