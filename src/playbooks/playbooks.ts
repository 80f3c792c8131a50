/** What happens when an account worsens, as admins set it: plain JSON, kept for each portal. */
import { type Playbooks, STAGES } from '@account-health/contract/playbooks';
import { z } from 'zod';

const whole = (least: number, most: number) => {
  const error = `give a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, error).max(most, error);
};

/** Long enough for a checklist; HubSpot takes 65,536 characters for a task's notes. */
const MOST_ADVICE = 2_000;

const advice = z
  .string()
  .trim()
  .max(MOST_ADVICE, `keep each advice within ${MOST_ADVICE} characters`)
  .transform((text) => text || null)
  .nullable();

const meetingLink = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'give the meeting link as an address with https://' })
  .max(500, 'keep the meeting link within 500 characters');

export const playbooksSchema = z.strictObject(
  {
    enabled: z.boolean(),
    toBands: z
      .array(z.enum(['at_risk', 'unhealthy'], { error: 'use at_risk and unhealthy' }))
      .max(2)
      .refine((bands) => new Set(bands).size === bands.length, 'name each band once'),
    cooldownDays: whole(1, 365),
    perPersonAWeek: whole(1, 200),
    dueInDays: whole(0, 60),
    fallbackOwnerId: z
      .string()
      .regex(/^\d{1,20}$/, 'give an owner id of HubSpot as text')
      .nullable(),
    meetingLink: meetingLink.nullable(),
    advice: z.strictObject({ onboarding: advice, adoption: advice, renewal: advice, mature: advice }),
  },
  { error: 'send all of the playbooks' },
) satisfies z.ZodType<Playbooks>;

/** Nothing is made in HubSpot before an admin says so. */
export const DEFAULT_PLAYBOOKS: Playbooks = {
  enabled: false,
  toBands: ['unhealthy'],
  cooldownDays: 30,
  perPersonAWeek: 10,
  dueInDays: 2,
  fallbackOwnerId: null,
  meetingLink: null,
  advice: Object.fromEntries(STAGES.map((stage) => [stage, null])) as Playbooks['advice'],
};
