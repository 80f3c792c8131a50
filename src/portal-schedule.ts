/** How often a portal is synced and scored, where its admins say so themselves. */
import { SCHEDULES } from '@account-health/contract/settings';
import { z } from 'zod';
import { keptSetting } from './store/kept-setting.ts';

const scheduleSchema = z.strictObject(
  {
    every: z.enum(SCHEDULES, { error: `choose one of ${SCHEDULES.join(', ')}` }),
    atHour: z.int({ error: 'give an hour from 0 to 23' }).min(0).max(23),
  },
  { error: 'send every and atHour' },
);

/** Null: nobody set it, and the service's own holds. */
export const keptSchedule = keptSetting({
  name: 'schedule',
  schema: scheduleSchema,
  unset: null,
  audited: 'schedule_changed',
});
