import { z } from 'zod';
import { OVERRIDE_STATUSES } from '../scoring/override.ts';
import { isoDay, type JudgementRouteOptions, judgementRoute, reasonText } from './judgement-route.ts';

/** Who knows better than the score for longer should have the model changed. */
const MOST_DAYS = 365;

const setBody = z.strictObject(
  {
    status: z.enum(OVERRIDE_STATUSES, { error: `use ${OVERRIDE_STATUSES.join(', ')}` }),
    reason: reasonText,
    expiresOn: isoDay,
  },
  { error: 'send JSON with status, reason and expiresOn' },
);
const endBody = z.strictObject({ reason: reasonText.optional() }, { error: 'send no body, or JSON with a reason' });

/**
 * `POST /api/companies/{companyId}/override {status, reason, expiresOn}`: the signed person sets the status, to the end of a day in
 * the portal's zone. The score stays as it is.
 */
export const overrideRoute = (options: JudgementRouteOptions) =>
  judgementRoute(options, setBody, ({ status, reason, expiresOn }, lastMoment) => ({
    kind: 'override',
    value: status,
    reason,
    expiresAt: lastMoment(expiresOn, MOST_DAYS),
  }));

/** `DELETE /api/companies/{companyId}/override {reason?}`: the status is the score's again. */
export const endOverrideRoute = (options: JudgementRouteOptions) =>
  judgementRoute(options, endBody, ({ reason = null }) => ({ kind: 'override', value: null, reason, expiresAt: null }));
