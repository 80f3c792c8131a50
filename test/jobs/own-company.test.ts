/** The portal's own company is left out by the addresses of its users; whatever lacks, the cycle ends well. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import type { Store } from '../../src/store/open-store.ts';
import { CATALOGUES, makeWording } from '../../src/wording/make-wording.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL } from './cycle-rig.ts';
import { openExamineRig, without } from './examine-rig.ts';
import { SMALL_PORTAL } from './small-portal.ts';

const OWN = '90';
const OTHER = '91';
const own = (id: string, domain: string): PortalRecord => ({
  id,
  properties: { name: `Company ${id}`, domain, lifecyclestage: 'customer', hubspot_owner_id: '8' },
  associations: {},
});
const companies = [...(SMALL_PORTAL.objects.companies ?? []), own(OWN, 'zoradax.com'), own(OTHER, 'zoradax.com.au')];
const objects = { ...SMALL_PORTAL.objects, companies };
const owner = (id: string, email: string) => ({ id, email, firstName: 'A', lastName: 'B' });
/** Both own companies of the portal. */
const owners = [owner('7', 'ada@zoradax.com'), owner('8', 'Bo@Zoradax.com')];
const NEEDED = 'crm.objects.owners.read';

let store: Store;
const rigs: CycleRig[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const rig of rigs) await rig.close();
  await store.close();
});

async function open(
  data: Parameters<typeof openExamineRig>[2] = {},
  options: Parameters<typeof openExamineRig>[1] = {},
) {
  const rig = await openExamineRig(store, options, { objects, owners, ...data });
  rigs.push(rig);
  return rig;
}
type Rules = Partial<typeof MODEL.eligibility>;
const ruled = (rules: Rules, version: string) => ({
  ...MODEL,
  version,
  eligibility: { ...MODEL.eligibility, ...rules },
});
const stateOf = (result: Awaited<ReturnType<CycleRig['cycle']>>, id: string) => {
  const health = result.scored.get(id)?.health;
  return health?.state === 'not_customer' ? health.reason : health?.state;
};

test('the company with the users’ domain is not scored and stays blank; one with a like domain is judged as ever', async () => {
  const rig = await open();
  const result = await rig.cycle();
  expect([stateOf(result, OWN), stateOf(result, OTHER)]).toEqual(['own_company', 'unknown']);
  expect(rig.shown(OWN).account_health_status ?? '').toBe('');
  expect(rig.shown(OTHER).account_health_status).toBe('unknown');
});

test('without the scope it is not known; granted, it is', async () => {
  const rig = await open({}, { scopes: without(NEEDED) });
  expect(stateOf(await rig.cycle(), OWN)).toBe('unknown');
  rig.sandbox.portal.setScopes(ALL_SCOPES);
  rig.advance(60_000);
  expect(stateOf(await rig.cycle(), OWN)).toBe('own_company');
});

describe('a customer that was taken for the own company', () => {
  test('is scored where the model says not to look', async () => {
    const rig = await open();
    expect(stateOf(await rig.cycle({ model: ruled({ detectOwnCompany: false }, 'off') }), OWN)).toBe('unknown');
  });

  test('is scored where the admin’s own property names it a customer', async () => {
    const rig = await open();
    const customers = { property: 'lifecyclestage', values: ['customer'] };
    expect(stateOf(await rig.cycle({ model: ruled({ customers }, 'named') }), OWN)).toBe('unknown');
  });

  test('stays out where a rule of the model says so', async () => {
    const rig = await open();
    const customers = { property: 'lifecyclestage', values: ['customer'] };
    const exclude = [{ reason: 'own_company', property: 'domain', values: ['zoradax.com'] }];
    const model = ruled({ customers, exclude, detectOwnCompany: false }, 'both');
    expect(stateOf(await rig.cycle({ model }), OWN)).toBe('own_company');
  });
});

const LANGUAGES = Object.keys(CATALOGUES);

describe('doctor', () => {
  test('says by which domain, and how to correct it', async () => {
    const { one } = await (await open()).examine();
    expect(one('own_company')).toMatchObject({ section: 'granted', mark: 'ok', remedy: null });
    expect(one('own_company').text).toMatch(/the domain zoradax\.com,.* switch off “Leave out our own company/);
  });

  test.each(LANGUAGES)('names the places of the settings page as the page does: %s', async (locale) => {
    const page = makeWording({ locale, timeZone: 'UTC' });
    const places = ['settings.word.tabSetUp', 'model.word.step_customers'].map((key) => page.say(key));
    const never = page.say('model.word.exclude');
    const found = await (await open()).examine({ locale });
    const untold = await (await open({ owners: [owner('7', 'ann@one.com'), owner('8', 'bo@two.com')] })).examine({
      locale,
    });
    const refused = await (await open({}, { scopes: without(NEEDED) })).examine({ locale });
    const texts = [
      [found.one('own_company').text, page.say('model.word.ownCompany')],
      [untold.one('own_company_untold').remedy, never],
      [refused.one('own_company_refused').remedy, never],
    ] as const;
    for (const [text, place] of texts) {
      for (const word of [...places, place]) expect(text).toContain(word);
      expect(text).not.toMatch(/own_company|eligibility|detectOwnCompany/);
    }
  });

  test('says that it cannot be told, and what to do', async () => {
    const rig = await open({ owners: [owners[0] ?? owner('7', ''), owner('8', 'bo@other.com')] });
    const { one } = await rig.examine();
    expect(one('own_company_untold')).toMatchObject({ mark: 'look' });
    const exclude = [{ reason: 'own_company', property: 'domain', values: ['zoradax.com'] }];
    expect((await rig.examine({ model: ruled({ exclude }, 'x') })).one('own_company_named').mark).toBe('ok');
    expect((await rig.examine({ model: ruled({ detectOwnCompany: false }, 'y') })).one('own_company_named').mark).toBe(
      'ok',
    );
  });

  test('names the scope that lacks', async () => {
    const { one } = await (await open({}, { scopes: without(NEEDED) })).examine();
    expect(one('own_company_refused').text).toContain(NEEDED);
    expect(one('own_company_refused').remedy).toContain('which your own company is told');
  });
});
