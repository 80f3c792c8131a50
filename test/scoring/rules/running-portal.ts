/** Portals each of whose sources was first read to its end on a day of its own, or is not read yet. */
import fc from 'fast-check';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import { ACTIVITY_TYPES } from '../../../src/scoring/object-types.ts';
import type { PortalContext } from '../../../src/scoring/portal-context.ts';
import { AS_OF, RUNNING_SINCE } from '../arbitrary-account.ts';
import { anyPortal, withSource } from './any-portal.ts';

/** Any moment of the arbitrary accounts' years, ms. */
export const anyMoment = fc.integer({ min: AS_OF - 730 * DAY_MS, max: AS_OF + 30 * DAY_MS });

export const runningPortal: fc.Arbitrary<PortalContext> = fc
  .record({
    portal: anyPortal,
    since: fc.array(fc.option(anyMoment, { nil: null, freq: 6 }), {
      minLength: ACTIVITY_TYPES.length,
      maxLength: ACTIVITY_TYPES.length,
    }),
    companies: fc.integer({ min: RUNNING_SINCE - 200 * DAY_MS, max: AS_OF }),
    usage: anyMoment,
  })
  .map(({ portal, since, companies, usage }) => {
    const own = ACTIVITY_TYPES.reduce(
      (so, type, index) => withSource(so, type, { runningSince: since[index] ?? null }),
      portal,
    );
    return {
      ...own,
      sources: { ...own.sources, companies: { ...own.sources.companies, runningSince: companies } },
      ...(own.usage && { usage: { ...own.usage, runningSince: usage } }),
    };
  });
