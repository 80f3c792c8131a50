/** Rule 9: what a person sets is the status, and nothing else. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { companyId } from '../../../src/ids.ts';
import { desiredValues } from '../../../src/publish/desired-values.ts';
import { OVERRIDE_STATUSES } from '../../../src/scoring/override.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';
import { AS_OF } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { anyPortal } from './any-portal.ts';
import { customer, score } from './customers.ts';

const wording = makeWording({ locale: 'en', timeZone: 'Europe/Rome' });
const held = fc.constantFrom(...OVERRIDE_STATUSES).map((status) => ({
  status,
  reason: 'They told me.',
  setAt: AS_OF,
  expiresAt: AS_OF + 1,
  by: null,
}));

it('is written in place of the score’s status, whatever that is; the score and all else stay', () => {
  fc.assert(
    fc.property(customer, anyModel, anyPortal, held, (facts, by, portal, override) => {
      const company = { companyId: companyId('1'), health: score(facts, AS_OF, portal, by), change30d: null };
      const [without, overridden] = [desiredValues(company, wording), desiredValues(company, wording, override)];
      const own = company.health.state === 'scored' ? company.health.status : 'unknown';
      expect(without.values.account_health_status).toBe(own);
      expect(overridden.values).toEqual({ ...without.values, account_health_status: override.status });
    }),
    { numRuns: 50 },
  );
});

it('gives no status to a company that is no customer', () => {
  fc.assert(
    fc.property(held, (override) => {
      const health = { state: 'not_customer', reason: 'partner' } as const;
      const company = { companyId: companyId('1'), health, change30d: null };
      expect(desiredValues(company, wording, override)).toEqual(desiredValues(company, wording));
    }),
  );
});
