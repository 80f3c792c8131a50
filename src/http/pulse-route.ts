import { z } from 'zod';
import { PULSE_VALUES } from '../scoring/pulses.ts';
import { isoDay, type JudgementRouteOptions, judgementRoute, reasonText } from './judgement-route.ts';

/** scoring.md: a pulse expires after 90 days. */
const MOST_DAYS = 90;

const body = z.strictObject(
  {
    value: z.enum(PULSE_VALUES, { error: `use ${PULSE_VALUES.join(', ')}` }),
    reason: reasonText,
    expiresOn: isoDay.optional(),
  },
  { error: 'send JSON with value, reason and, if you like, expiresOn' },
);

/**
 * `POST /api/companies/{companyId}/pulse {value, reason, expiresOn?}`: what the signed person says of the account. It holds to the
 * end of a day in the portal's zone, at most 90 days on, which is the default.
 */
export const pulseRoute = (options: JudgementRouteOptions) =>
  judgementRoute(options, body, ({ value, reason, expiresOn }, lastMoment) => ({
    kind: 'pulse',
    value,
    reason,
    expiresAt: lastMoment(expiresOn, MOST_DAYS),
  }));
