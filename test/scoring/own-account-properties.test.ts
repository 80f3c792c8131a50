/** Company properties that the admin names: who looks after an account, when it renews, what it brings. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseModel } from '../../src/model-file.ts';
import { accountFigures } from '../../src/scoring/account-figures.ts';
import type { FullView } from '../../src/scoring/account-view.ts';
import { csOwnerOf } from '../../src/scoring/cs-owner.ts';
import { modelSchema } from '../../src/scoring/model.ts';
import { WRITABLE } from '../../src/scoring/model-shape.ts';
import { namedProperties, planOf } from '../../src/scoring/model-signals.ts';
import { account } from './account-builder.ts';

const MODEL = parseModel(readFileSync('models/standard-b2b.yaml', 'utf8'), 'models/standard-b2b.yaml');
const NAMED = { csOwner: 'csm', renewalDate: 'renews_on', revenue: 'arr' };
const ASKING = { write: WRITABLE, renewalPipelines: [], account: NAMED };
/** With the properties that the admin names: the catalogue does not have them. */
function seen(company: object, more: object = {}): FullView {
  const { view } = account({ asOf: '2026-06-15', ...more });
  return { ...view, company: { ...view.company, values: { ...view.company.values, ...company } } };
}
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const RENEWAL = { deals: [{ dealtype: 'existingbusiness', closedate: '2026-09-30' }] };

describe('who looks after an account', () => {
  it.each<[string, object, object | undefined, string | null]>([
    ['whom the property names', { csm: '7', hubspot_owner_id: '1' }, NAMED, '7'],
    ['where it is empty the company owner', { hubspot_owner_id: '1' }, NAMED, '1'],
    ['where none is named the company owner', { csm: '7', hubspot_owner_id: '1' }, undefined, '1'],
    ['nobody', {}, NAMED, null],
  ])('%s', (_what, company, named, expected) => {
    expect(csOwnerOf(seen(company), { account: named })).toBe(expected);
  });
});

describe('the figures', () => {
  const figures = (company: object, more: object = {}) => accountFigures(seen(company, more), ASKING);
  it.each<[string, object, object, Partial<ReturnType<typeof figures>>]>([
    ['a day goes before the deals', { renews_on: at('2026-08-01') }, RENEWAL, { nextRenewalAt: at('2026-08-01') }],
    ['also without deals', { renews_on: at('2026-08-01') }, {}, { nextRenewalAt: at('2026-08-01') }],
    ['one that was forgotten tells nothing', { renews_on: at('2026-03-16') }, {}, { nextRenewalAt: null }],
    ['an amount goes before what was bought', { arr: 1200.005 }, {}, { yearlyRevenue: 1200.01 }],
    ['nothing is an amount', { arr: 0 }, {}, { yearlyRevenue: 0 }],
    ['less than nothing is none', { arr: -5 }, {}, { yearlyRevenue: null }],
  ])('%s', (_what, company, more, expected) => {
    expect(figures(company, more)).toMatchObject(expected);
  });

  it('without a day of its own the deals tell', () => {
    const day = figures({}, RENEWAL).nextRenewalAt;
    expect(day).not.toBeNull();
    expect(
      accountFigures(seen({ renews_on: at('2026-08-01') }, RENEWAL), { ...ASKING, account: undefined }),
    ).toMatchObject({
      nextRenewalAt: day,
    });
  });
});

describe('the model', () => {
  it('has its properties read, as what they are', () => {
    const model = modelSchema.parse({ ...MODEL, account: NAMED });
    expect(namedProperties(model).companies).toMatchObject({
      csm: { kind: 'text', dating: 'current', past: 'people' },
      renews_on: { kind: 'time' },
      arr: { kind: 'number' },
    });
    const companies = planOf(model).find(({ objectType }) => objectType === 'companies');
    expect(companies?.properties).toEqual(expect.arrayContaining(['csm', 'renews_on', 'arr', 'hubspot_owner_id']));
  });

  it('says nothing of them by itself', () => {
    expect(MODEL.account).toBeUndefined();
  });

  it.each<[object, string]>([
    [{ revenue: 'renews_on', renewalDate: 'renews_on' }, 'renews_on is mapped as date already; use the same kind'],
    [{ renewalDate: 'numberofemployees' }, "HubSpot's numberofemployees is no date; use number"],
    [{ csOwner: 'CS Owner' }, 'name a property as HubSpot does inside: lower-case letters, digits and underscores'],
    [{ owner: 'csm' }, 'Unrecognized key: "owner"'],
  ])('%o is a mistake', (given, message) => {
    const { error } = modelSchema.safeParse({ ...MODEL, account: given });
    expect(error?.issues.map((issue) => issue.message)).toContain(message);
  });
});
