/** A scorecard, and how its score comes about, are as promised for any account, model and portal: no range is narrower than what there is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computation } from '../../src/http/answers/card.ts';
import { scorecard } from '../../src/http/answers/scorecard.ts';
import { computeScorecard } from '../../src/http/compute-scorecard.ts';
import { asScored, explainCompany } from '../../src/http/explain-company.ts';
import type { LatestCycle } from '../../src/http/latest-cycle.ts';
import { asPromised } from '../../src/http/send-answer.ts';
import { wordComputation } from '../../src/http/word-computation.ts';
import { wordScorecard } from '../../src/http/word-scorecard.ts';
import { companyId, portalId } from '../../src/ids.ts';
import type { Model } from '../../src/scoring/model.ts';
import { mappedTexts } from '../../src/scoring/model-signals.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { withMapped } from '../../src/wording/mapped-wording.ts';
import { AS_OF, accountFacts } from '../scoring/arbitrary-account.ts';
import { anyModel } from '../scoring/rules/any-model.ts';
import { anyPortal } from '../scoring/rules/any-portal.ts';
import { calendar, customer } from '../scoring/rules/customers.ts';
import { storeOfOne } from './store-of-one.ts';

const english = makeWording({ locale: 'en', timeZone: 'UTC' });
const OF = { portalId: portalId(1), companyId: companyId('1'), now: AS_OF };

const cycleBy = (model: Model, portal: PortalContext): LatestCycle => ({
  ...{ portal, model, calendar, uiDomain: 'app.hubspot.com', publishedSince: null },
  ...{ cycleAt: async () => undefined, asOf: AS_OF, finishedAt: AS_OF, published: true },
  ...{ modelName: 'M', modelVersion: '1' },
});

test('any scorecard and any computation leave as they are', async () => {
  const states = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(customer, accountFacts), anyModel, anyPortal, async (facts, model, portal) => {
      const cycle = cycleBy(model, portal);
      const wording = withMapped(english, mappedTexts(model));
      const [store, by] = [storeOfOne(facts), asScored(cycle)];
      const computed = await computeScorecard(store, cycle, OF.companyId);
      const card = wordScorecard(computed, { ...OF, cycle, wording, family: undefined, meetingLink: null });
      expect(asPromised(scorecard, card)).toEqual(card);
      states.add(card.state);
      const company = await explainCompany(store, cycle, OF.companyId, by);
      if (company === undefined) return;
      const told = wordComputation(company, { ...OF, cycle, by, wording });
      expect(asPromised(computation, told)).toEqual(told);
    }),
    { numRuns: 40 },
  );
  expect([...states]).toEqual(expect.arrayContaining(['scored', 'unknown', 'not_customer']));
});
