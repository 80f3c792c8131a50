/** How often a portal is synced and scored, where its admins say so themselves. */
import { SCHEDULES, type Schedule } from '@account-health/contract/settings';
import { z } from 'zod';
import type { Actor } from './store/audit-log.ts';
import type { PortalStore } from './store/portal-store.ts';

const NAME = 'schedule';

export const scheduleSchema = z.strictObject(
  {
    every: z.enum(SCHEDULES, { error: `choose one of ${SCHEDULES.join(', ')}` }),
    atHour: z.int({ error: 'give an hour from 0 to 23' }).min(0).max(23),
  },
  { error: 'send every and atHour' },
);

export interface KeptSchedule {
  /** Rises with each change; 0: nobody has set it. */
  readonly version: number;
  /** Null: nobody set it, or in a form that this version of the app does not know, and the service's own holds. */
  readonly schedule: Schedule | null;
}

export async function readSchedule(store: Pick<PortalStore, 'setting'>): Promise<KeptSchedule> {
  const kept = await store.setting(NAME);
  const parsed = scheduleSchema.safeParse(kept?.value);
  return { version: kept?.version ?? 0, schedule: parsed.success ? parsed.data : null };
}

/** Changes it and logs that. False, and nothing is changed, where somebody else changed it since `from`. */
export const changeSchedule = (
  store: Pick<PortalStore, 'changeSetting'>,
  from: KeptSchedule,
  schedule: Schedule,
  { at, by }: { readonly at: number; readonly by: Actor },
): Promise<boolean> =>
  store.changeSetting({
    name: NAME,
    value: schedule,
    fromVersion: from.version,
    audit: {
      at,
      actor: by,
      kind: 'schedule_changed',
      about: null,
      before: from.schedule && { ...from.schedule },
      after: { ...schedule },
    },
  });
