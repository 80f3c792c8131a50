/** What an examination says is granted and missing: each thing by its meaning, and what to do about it. */
import { describe, expect, test } from 'vitest';
import app from '../../app.json' with { type: 'json' };
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import { keptPlaybooks } from '../../src/playbooks/kept-playbooks.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import { en as english } from '../../src/wording/en.ts';
import { MODEL } from './cycle-rig.ts';
import { examineRigs, labels, without } from './examine-rig.ts';
import { startRefusingProxy } from './refusing-proxy.ts';
import { SMALL_PORTAL } from './small-portal.ts';

const en: Readonly<Record<string, string>> = english;

const open = examineRigs();

describe('granted', () => {
  const NEEDS: readonly (readonly [scope: string, type: string, unknown: readonly string[]])[] = [
    ['crm.objects.contacts.read', 'contacts', ['contact_breadth']],
    ['crm.objects.contacts.read', 'meetings', ['two_way_contact', 'contact_breadth', 'meetings_held']],
    ['crm.objects.contacts.read', 'calls', ['two_way_contact', 'contact_breadth']],
    ['crm.objects.contacts.read', 'communications', ['two_way_contact', 'contact_breadth']],
    ['crm.objects.deals.read', 'deals', ['renewal_outcome', 'referrals']],
    ['tickets', 'tickets', ['open_tickets', 'unresolved_complaints', 'first_contact_resolution', 'sla_breaches']],
    ['sales-email-read', 'emails', ['paid_after_reminder']],
    ['crm.objects.invoices.read', 'invoices', ['overdue_balance', 'payment_habit', 'paid_early']],
    ['crm.objects.feedback_submissions.read', 'feedback_submissions', ['nps', 'survey_trend']],
  ];
  test.each(NEEDS)('%s lacks: %s, the signals, and what granting it buys', async (scope, type, unknown) => {
    const rig = await open({ scopes: without(scope) });
    const { all, findings } = await rig.examine();
    const refused = all('refused').find(({ details }) => details?.some((one) => one.type === type));
    expect(refused).toMatchObject({ section: 'granted', mark: 'look' });
    expect(refused?.text).toContain(`the token lacks ${scope}. `);
    for (const label of labels(unknown)) expect(refused?.text).toContain(label);
    expect(refused?.remedy).toContain(`Grant ${scope} to the private app`);
    expect(refused?.remedy).toContain(en[`scope.${scope}`]);
    expect(findings.filter(({ mark }) => mark === 'broken')).toEqual([]);
  });

  test('a source that stands in for another: unknown only where both lack', async () => {
    const rig = await open({ scopes: without('crm.objects.invoices.read', 'crm.objects.deals.read') });
    const texts = (await rig.examine()).all('refused').map(({ text }) => text);
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain(labels(['spend_trend'])[0]);

    const alone = await open({ scopes: without('crm.objects.subscriptions.read') });
    const refused = (await alone.examine()).one('refused');
    // Deals tell what they bring, too.
    expect(refused.text).toMatch(/^subscriptions: .*Unknown for that reason: none\.$/);
    expect(refused.remedy).toContain(en['scope.crm.objects.subscriptions.read']);
  });

  test('types that one scope opens are told of together, each signal once', async () => {
    const rig = await open({ scopes: without('crm.objects.contacts.read') });
    const { one } = await rig.examine();
    const lacking = one('refused');
    expect(lacking.text).toMatch(/^contacts, .*: cannot be read, the token lacks crm\.objects\.contacts\.read\. /);
    const refused = lacking.details?.map(({ type }) => type);
    expect(refused).toEqual(
      expect.arrayContaining(['contacts', 'emails', 'meetings', 'calls', 'communications', 'notes']),
    );
    expect(lacking.text).toContain(`${refused?.join(', ')}: `);
    const [label = '?'] = labels(['contact_breadth']);
    expect(lacking.text.split(label)).toHaveLength(2);
    // No type is left out, and none is told of twice.
    const told = [lacking, one('readable')].flatMap(({ details = [] }) => details.map(({ type }) => type));
    expect(told.toSorted()).toEqual(
      planOf(MODEL)
        .map(({ objectType }) => objectType)
        .toSorted(),
    );
  });

  test('every scope of the app says what it buys', () => {
    for (const scope of [...app.scopes.required, ...app.scopes.optional])
      expect([scope, en[`scope.${scope}`]]).toEqual([scope, expect.stringMatching(/./)]);
  });

  test('companies cannot be read: broken', async () => {
    const rig = await open({ scopes: without('crm.objects.companies.read') });
    const { one } = await rig.examine();
    expect(one('companies_refused')).toMatchObject({ mark: 'broken' });
    expect(one('companies_refused').remedy).toContain('Grant crm.objects.companies.read');
  });

  test('what may not be written', async () => {
    const rig = await open({ scopes: without('crm.objects.companies.write', 'crm.schemas.companies.write') });
    const { one, all } = await rig.examine();
    expect(one('unwritable')).toMatchObject({ mark: 'broken' });
    expect(one('unwritable').text).toContain('crm.objects.companies.write');
    expect(one('uncreatable')).toMatchObject({ mark: 'look' });
    expect(one('uncreatable').remedy).toContain('crm.schemas.companies.write');
    expect(all('writable')).toEqual([]);
  });

  test('users cannot be read: nobody can be told to be an admin', async () => {
    const { one } = await (await open({ scopes: without('settings.users.read') })).examine();
    expect(one('users_unread')).toMatchObject({ mark: 'look', remedy: expect.stringContaining('to the private app') });
    expect(one('users_unread').text).not.toContain('who installed');
  });

  test('no task can be made: a finding only where playbooks are on', async () => {
    const rig = await open({ scopes: without('crm.objects.contacts.write') });
    await rig.cycle();
    expect((await rig.examine()).all('tasks_refused')).toEqual([]);
    const at = { at: rig.now(), by: { kind: 'service' } as const };
    const held = await keptPlaybooks.read(rig.store);
    await keptPlaybooks.change(rig.store, held, { ...held.value, enabled: true }, at);
    const { one } = await rig.examine();
    expect(one('tasks_refused')).toMatchObject({ mark: 'look', section: 'granted' });
    expect(one('tasks_refused').text).toMatch(/lacks crm\.objects\.contacts\.write\.$/);
    expect(one('tasks_refused').remedy).toContain('crm.objects.contacts.write to the private app');
    rig.sandbox.portal.setScopes(ALL_SCOPES);
    expect((await rig.examine()).all('tasks_refused')).toEqual([]);
  });

  test('where HubSpot does not tell the scopes, the trying does', async () => {
    const rig = await open({ scopes: without('crm.objects.invoices.read') });
    const url = await startRefusingProxy(rig.sandbox.url, (call, status) =>
      call.includes('access-token-info')
        ? { status: 404, body: '{}' }
        : status === 403
          ? { status, body: JSON.stringify({ message: 'no' }) }
          : undefined,
    );
    const { one } = await rig.examine({ client: rig.clientAt(url) });
    expect(one('scopes_untold').mark).toBe('ok');
    expect(one('refused').text).toContain('invoices: cannot be read, the token lacks crm.objects.invoices.read');
  });

  test('a type that the account does not have: told, and nothing to do about it', async () => {
    const rig = await open({ withoutTypes: ['invoices'] });
    const { one } = await rig.examine();
    expect(one('absent')).toMatchObject({ mark: 'look', remedy: null });
    expect(one('absent').text).toMatch(
      /^invoices: this HubSpot account does not have them\..*Overdue invoices, Payment habit/,
    );
  });

  test('pipelines', async () => {
    const rig = await open();
    const url = await startRefusingProxy(rig.sandbox.url, (call) =>
      call.includes('/pipelines/') ? { status: 403, body: '{}' } : undefined,
    );
    const { one } = await rig.examine({ client: rig.clientAt(url) });
    expect(one('pipelines_refused').text).toContain(labels(['renewal_outcome'])[0]);
  });

  test('a type that HubSpot does not answer for hides no other', async () => {
    const rig = await open();
    rig.sandbox.setFaults({ queue: [{ kind: '503', match: 'objects/2026-09/deals/search', times: 100 }] });
    const { one } = await rig.examine();
    expect(one('untried').text).toContain('deals: could not be tried. HubSpot answered 503');
    expect(one('readable').details).toHaveLength(planOf(MODEL).length - 1);
  });
});

describe('missing', () => {
  test('properties that signals read, by type, with what is unknown for it', async () => {
    const rig = await open();
    rig.sandbox.portal.removeProperty('invoices', 'hs_due_date');
    rig.sandbox.portal.removeProperty('deals', 'closed_lost_reason');
    const { all } = await rig.examine();
    const [deals, invoices] = all('properties_missing');
    expect(invoices?.text).toBe(
      `invoices have no hs_due_date here. Unknown for that reason: ${labels([
        'overdue_balance',
        'payment_habit',
        'paid_early',
        'paid_after_reminder',
      ]).join(', ')}.`,
    );
    expect(invoices?.remedy).toContain('restore them in HubSpot');
    // No signal needs it.
    expect(deals?.text).toBe('deals have no closed_lost_reason here. Unknown for that reason: none.');
    expect(all('properties')).toEqual([]);
  });

  test('sources of which the portal holds nothing, once it was read', async () => {
    const { companies = [], ...objects } = SMALL_PORTAL.objects;
    const unsaid = companies.map((company) => ({
      ...company,
      properties: { ...company.properties, hs_csm_sentiment: null },
    }));
    const rig = await open({}, { objects: { ...objects, companies: unsaid } });
    const told = async () => {
      const { all } = await rig.examine();
      return { none: all('no_records'), unfilled: all('no_data') };
    };
    expect(await told()).toEqual({ none: [], unfilled: [] });
    await rig.cycle();
    const { none, unfilled } = await told();
    expect(unfilled.map(({ text }) => text)).toContain(
      'companies: no record says what these go by. Unknown for everybody: Pulse.',
    );
    // One line for all that has no records at all, and one for each choice of types that have some.
    expect(none).toHaveLength(1);
    expect(none[0]?.text).toMatch(/^No records to go by: .*\bmeetings, .*\. Unknown for everybody: .*\bNPS\b/);
    expect(none[0]?.details).toContainEqual({ signal: 'nps', label: 'NPS', types: 'feedback_submissions' });
    const choices = unfilled.map(({ details = [] }) => [...new Set(details.map(({ types }) => types))]);
    expect(choices.every((types) => types.length === 1)).toBe(true);
    expect(new Set(choices.flat()).size).toBe(unfilled.length);
  });

  test('our own properties: of another type, without options, without room', async () => {
    const rig = await open({ customPropertyLimit: 4 });
    rig.sandbox.portal.defineProperty('companies', { name: 'account_health_score', type: 'string' });
    const options = ['healthy', 'unknown'];
    rig.sandbox.portal.defineProperty('companies', { name: 'account_health_status', type: 'enumeration', options });
    const { one } = await rig.examine();
    expect(one('own_type')).toMatchObject({ mark: 'broken' });
    expect(one('own_type').text).toContain(
      'account_health_score is of type string, but Account Health writes it as number',
    );
    expect(one('own_options').text).toContain('account_health_status lacks its options at_risk, unhealthy');
    expect(one('own_absent').text).toBe('Not in the portal yet: account_health_coverage, account_health_top_risk.');
    expect(one('own_no_room').remedy).toContain('Delete custom properties');
    expect(one('room').text).toBe('2 of 4 custom properties are used.');
  });
});
