/** Tasks that playbooks make in a portal whose accounts worsen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RetryLater } from '../../src/errors.ts';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import { companyId } from '../../src/ids.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { Store } from '../../src/store/open-store.ts';
import { modelWith } from '../scoring/own-account.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { openPlaybooksRig, type PlaybooksRig } from './playbooks-rig.ts';
import { AWKWARD_NAME, DAY_MS, invoice, PAID, SMALL_PORTAL } from './small-portal.ts';

const MINUTE_MS = 60_000;

/** The small portal with more customers like the paid one: `ids`, each with an owner or none. */
function withTwins(twins: Readonly<Record<string, Readonly<Record<string, string | null>>>>) {
  const { objects } = SMALL_PORTAL;
  const copies = (type: 'deals' | 'invoices' | 'tickets') =>
    Object.keys(twins).flatMap((twin) =>
      (objects[type] ?? [])
        .filter(({ associations }) => associations.companies?.[0] === PAID)
        .map((record) => ({ ...record, id: `${twin}${record.id}`, associations: { companies: [twin] } })),
    );
  const [paid] = objects.companies ?? [];
  const companies = Object.entries(twins).map(([id, more]) => ({
    id,
    properties: { ...paid?.properties, name: `Twin ${id}`, ...more },
    associations: {},
  }));
  return {
    objects: {
      ...objects,
      companies: [...(objects.companies ?? []), ...companies],
      deals: [...(objects.deals ?? []), ...copies('deals')],
      invoices: [...(objects.invoices ?? []), ...copies('invoices')],
      tickets: [...(objects.tickets ?? []), ...copies('tickets')],
    },
  };
}

onEachEngine('playbooks', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  const reasons = async (rig: PlaybooksRig) =>
    Object.fromEntries((await rig.plays()).map(({ companyId: id, state, reason }) => [id, reason ?? state]));

  test('an account that worsened makes one task for its owner, with the receipt and a link; no second cycle makes another', async () => {
    const rig = await openPlaybooksRig(store);
    await rig.cycle();
    await rig.enable({ dueInDays: 3 });
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle();
    const [task, ...others] = rig.tasks();
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      ...{ hubspot_owner_id: '7', hs_task_status: 'NOT_STARTED', hs_task_priority: 'HIGH', hs_task_type: 'TODO' },
      hs_task_subject: 'Alder & Sons: now unhealthy, health score 32',
      // Nine in the morning in Rome, three days on.
      hs_timestamp: '2026-06-19T07:00:00.000Z',
    });
    const body = task?.hs_task_body ?? '';
    expect(body).toContain('<p>The health score fell from 83 to 32 of 100.</p>');
    expect(body).toMatch(/<li><strong>Long overdue invoice \(\d+ points\):<\/strong> .*invoice.* <em>.*<\/em><\/li>/);
    expect(body).toContain('<strong>What to do</strong>');
    expect(body).toContain(`/contacts/${rig.store.portalId}/record/0-2/${PAID}"`);
    // Everybody who sees the company reads its tasks.
    expect(body).toContain('[amount hidden]');
    expect(body).not.toMatch(/€|EUR/);
    expect(await rig.client.associations('companies', 'tasks', [PAID])).toEqual(new Map([[PAID, [task?.id]]]));
    expect(await rig.playsOf(PAID)).toMatchObject([
      { state: 'made', from: 'healthy', to: 'unhealthy', score: 32, ownerName: 'Owner 7', taskId: task?.id },
    ]);

    await rig.cycle();
    rig.advance(DAY_MS);
    await rig.cycle();
    expect(rig.tasks()).toHaveLength(1);
  });

  test('nothing is made before somebody switches it on, nor then of what was before', async () => {
    const rig = await openPlaybooksRig(store);
    await rig.cycle();
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle();
    expect(rig.tasks()).toEqual([]);
    expect(await reasons(rig)).toEqual({ [PAID]: 'disabled' });
    await rig.enable();
    rig.advance(MINUTE_MS);
    await rig.cycle();
    expect(rig.tasks()).toEqual([]);
  });

  test('neither a dry run nor a cycle that may not write makes one; the fall is answered by the first that may', async () => {
    const rig = await openPlaybooksRig(store);
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle({ dryRun: true });
    await rig.cycle({ writes: false });
    expect([rig.tasks(), await rig.plays()]).toEqual([[], []]);
    rig.advance(MINUTE_MS);
    await rig.cycle();
    expect(rig.tasks()).toHaveLength(1);
  });

  test('what fell before writing was allowed makes none', async () => {
    const rig = await openPlaybooksRig(store);
    const given = { at: rig.now(), by: '1', scopes: ALL_SCOPES, sealedTokens: 'x', accessExpiresAt: rig.now() };
    await rig.store.install(given);
    await rig.cycle({ writes: false });
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle({ writes: false });
    rig.advance(MINUTE_MS);
    await rig.store.startWriting(rig.now());
    await rig.cycle();
    expect(rig.tasks()).toEqual([]);
  });

  test('an edit of the model makes none', async () => {
    const rig = await openPlaybooksRig(store);
    await rig.cycle();
    await rig.enable({ toBands: ['at_risk', 'unhealthy'] });
    rig.advance(DAY_MS);
    const stricter = modelWith({ version: 'stricter', bands: { atRiskFrom: 90, healthyFrom: 99 } });
    await rig.cycle({ model: stricter });
    expect((await rig.store.latestBandEvents([companyId(PAID)])).get(companyId(PAID))).toMatchObject({
      ...{ kind: 'worsened', own: false },
    });
    expect([rig.tasks(), await rig.plays()]).toEqual([[], []]);
  });

  test('a source that is newly connected makes none', async () => {
    const rig = await openPlaybooksRig(store, {}, { scopes: ALL_SCOPES.filter((one) => !one.includes('invoices')) });
    rig.worsen();
    await rig.cycle();
    await rig.enable({ toBands: ['at_risk', 'unhealthy'] });
    rig.advance(DAY_MS);
    rig.sandbox.portal.setScopes(ALL_SCOPES);
    await rig.cycle();
    const event = (await rig.store.latestBandEvents([companyId(PAID)])).get(companyId(PAID));
    expect(event).toMatchObject({ kind: 'worsened', own: false });
    expect([rig.tasks(), await rig.plays()]).toEqual([[], []]);
  });

  test.each([
    ['a process that died before HubSpot was called', 'intent'],
    ['an answer that was lost after the task was made', 'reset-after'],
    ['a connection that broke before', 'reset'],
    ['a gateway that gave up', '504'],
    ['a server that failed', '500'],
    ['calls over the limit', '429'],
  ] as const)('%s: the next cycle has one task', async (_what, fault) => {
    const rig = await openPlaybooksRig(store);
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    if (fault === 'intent') {
      const died = new Error('The process died.');
      const client = { ...rig.client, createTask: () => Promise.reject(died) };
      await expect(rig.cycle({ client })).rejects.toBe(died);
    } else {
      // Over the limit HubSpot does nothing, and is asked again till the client gives up.
      const times = fault === '429' ? 6 : 1;
      rig.sandbox.setFaults({ queue: [{ kind: fault, match: 'POST /crm/objects/2026-09/tasks', times }] });
      await rig.cycle();
      // It was sent once, and not again.
      expect(rig.calls()['POST objects/tasks']).toBe(times);
    }
    expect(await reasons(rig)).toEqual({ [PAID]: 'intended' });
    rig.sandbox.setFaults('none');
    // While the call may still be on its way nobody makes another.
    rig.advance(MINUTE_MS);
    await rig.cycle();
    expect(rig.tasks()).toHaveLength(fault === 'reset-after' ? 1 : 0);
    rig.advance(MINUTE_MS);
    await rig.cycle();
    expect(rig.tasks()).toHaveLength(1);
    expect(await rig.playsOf(PAID)).toMatchObject([{ state: 'made', taskState: 'open', taskId: rig.tasks()[0]?.id }]);
  });

  test('a task that was intended and never made is let go after days, and by whoever switches playbooks off', async () => {
    const rig = await openPlaybooksRig(store);
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    rig.sandbox.setFaults({ queue: [{ kind: '504', match: 'objects/2026-09/tasks', times: 99 }] });
    await rig.cycle();
    rig.sandbox.setFaults('none');
    rig.advance(4 * DAY_MS);
    await rig.cycle();
    expect([rig.tasks(), await reasons(rig)]).toEqual([[], { [PAID]: 'too_late' }]);
  });

  test('each person gets so many a week, those with the most revenue at risk; the next week counts anew', async () => {
    const twins = { '61': {}, '62': {}, '63': { hubspot_owner_id: '8' } };
    const rig = await openPlaybooksRig(store, withTwins(twins));
    // Of three of one owner, one brings far more.
    for (const [index, days] of [10, 40, 70].entries())
      rig.sandbox.portal.upsert('invoices', {
        ...invoice(800 + index, '62', days, 1),
        properties: {
          ...invoice(800 + index, '62', days, 1).properties,
          hs_amount_billed: '90000',
          hs_amount_paid: '90000',
        },
      });
    await rig.cycle();
    await rig.enable({ perPersonAWeek: 1, cooldownDays: 1 });
    rig.advance(DAY_MS);
    for (const [index, id] of [PAID, '61', '62', '63'].entries()) rig.worsen(id, 9_000 + 10 * index);
    await rig.cycle();
    expect(await reasons(rig)).toEqual({ [PAID]: 'cap', '61': 'cap', '62': 'made', '63': 'made' });
    expect(rig.tasks().map(({ hubspot_owner_id: owner }) => owner)).toEqual(['7', '8']);
    expect(await rig.store.skippedPlays(0)).toEqual([{ reason: 'cap', said: null, count: 2 }]);

    // It recovers, and falls again eight days on.
    rig.mend(PAID, 9_000);
    rig.advance(DAY_MS);
    await rig.cycle();
    rig.advance(8 * DAY_MS);
    rig.worsen(PAID, 9_000);
    await rig.cycle();
    expect((await rig.playsOf(PAID)).map(({ state }) => state)).toEqual(['made', 'skipped']);
  });

  test('a company that had a task lately gets none, however often it falls', async () => {
    const rig = await openPlaybooksRig(store);
    await rig.cycle();
    await rig.enable({ cooldownDays: 30 });
    for (const waitDays of [1, 20, 20]) {
      rig.advance(waitDays * DAY_MS);
      rig.worsen();
      await rig.cycle();
      rig.advance(DAY_MS);
      rig.mend();
      await rig.cycle();
    }
    expect((await rig.playsOf(PAID)).map(({ state, reason }) => reason ?? state)).toEqual(['made', 'cooldown', 'made']);
    expect(rig.tasks()).toHaveLength(2);
  });

  test('whose task it is: the CS owner that the model names, the company owner, the fallback, or nobody; never one who left', async () => {
    const twins = {
      '61': { cs_owner: '8', hubspot_owner_id: '7' },
      '62': { cs_owner: '9', hubspot_owner_id: '7' },
      '63': { hubspot_owner_id: '9' },
      '64': { hubspot_owner_id: null },
    };
    const data = {
      ...withTwins(twins),
      extraProperties: { companies: [{ name: 'cs_owner', type: 'string' }] },
      formerOwners: ['9'],
    };
    const owned = SMALL_PORTAL.objects.contacts?.map((one) => ({
      ...one,
      properties: { ...one.properties, hubspot_owner_id: '8' },
    }));
    const rig = await openPlaybooksRig(store, { ...data, objects: { ...data.objects, contacts: owned ?? [] } });
    const model = modelWith({ version: 'owned', account: { csOwner: 'cs_owner' } });
    const fall = async () => {
      for (const [index, id] of Object.keys(twins).entries()) rig.worsen(id, 9_000 + 10 * index);
      await rig.cycle({ model });
    };
    await rig.cycle({ model });
    await rig.enable({ fallbackOwnerId: null });
    rig.advance(DAY_MS);
    await fall();
    const owners = async () =>
      Object.fromEntries((await rig.plays()).map((play) => [play.companyId, play.ownerId ?? play.reason]));
    expect(await owners()).toEqual({ '61': '8', '62': '7', '63': 'no_owner', '64': 'no_owner' });

    const other = await openPlaybooksRig(store, { ...data, objects: { ...data.objects, contacts: owned ?? [] } });
    await other.cycle({ model });
    await other.enable({ fallbackOwnerId: '8' });
    other.advance(DAY_MS);
    other.worsen('63', 9_000);
    await other.cycle({ model });
    expect((await other.playsOf('63')).map(({ ownerId }) => ownerId)).toEqual(['8']);
  });

  test.each([['crm.objects.contacts.write'], ['crm.objects.owners.read']])(
    'without %s none is made, the cycle goes on, and it is kept why',
    async (scope) => {
      const rig = await openPlaybooksRig(store, {}, { scopes: ALL_SCOPES.filter((one) => one !== scope) });
      await rig.cycle();
      await rig.enable();
      rig.advance(DAY_MS);
      rig.worsen();
      const { report } = await rig.cycle();
      expect(report.companies.scored).toBe(2);
      expect([rig.tasks(), await reasons(rig)]).toEqual([[], { [PAID]: 'no_scope' }]);
    },
  );

  test('a task that HubSpot does not take is counted as such, and the cycle goes on', async () => {
    const rig = await openPlaybooksRig(store);
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    const client = { ...rig.client, createTask: async () => ({ refused: 'Owner 7 does not exist' }) };
    await rig.cycle({ client });
    expect(await reasons(rig)).toEqual({ [PAID]: 'refused: Owner 7 does not exist' });
    const refused = { reason: 'refused', said: 'Owner 7 does not exist', count: 1 };
    expect(await rig.store.skippedPlays(0)).toEqual([refused]);
    // A refusal is for good: nobody asks HubSpot again.
    rig.advance(2 * MINUTE_MS);
    await rig.cycle();
    expect([rig.tasks(), await rig.store.skippedPlays(0)]).toEqual([[], [refused]]);
  });

  describe('an owner who left since HubSpot was asked for owners', () => {
    const GONE = { id: '9', userId: '9', name: 'Ann Left', email: null, isPerson: true, teams: [] };
    const twins = { '61': { hubspot_owner_id: '9' }, '62': { hubspot_owner_id: '7' } };
    const open = async (settings: Parameters<PlaybooksRig['enable']>[0]) => {
      const rig = await openPlaybooksRig(store, { ...withTwins(twins), formerOwners: ['9'] });
      await rig.cycle();
      await rig.enable(settings);
      rig.advance(DAY_MS);
      const client = { ...rig.client, owners: async () => [...(await rig.client.owners()), GONE] };
      return { rig, client };
    };

    test('the fallback gets the task, once, also where they had enough the week before', async () => {
      const { rig, client } = await open({ fallbackOwnerId: '7', perPersonAWeek: 1 });
      rig.worsen('62', 9_100);
      await rig.cycle({ client });
      rig.advance(8 * DAY_MS);
      rig.worsen('61', 9_000);
      await rig.cycle({ client });
      expect(rig.tasks().map(({ hubspot_owner_id: owner }) => owner)).toEqual(['7', '7']);
      const name = (await rig.client.owners()).find(({ id }) => id === '7');
      expect(await rig.playsOf('61')).toMatchObject([
        { state: 'made', reason: null, ownerId: '7', ownerName: name?.name || name?.email, taskState: 'open' },
      ]);
      expect(rig.calls()['POST objects/tasks']).toBe(3);
      await rig.cycle({ client });
      expect(rig.tasks()).toHaveLength(2);
    });

    test.each([
      ['there is no fallback', null],
      ['the fallback left as well', '9'],
      ['the fallback has enough tasks that week', '7'],
    ])('%s: none is made, and it is kept what HubSpot said', async (_why, fallbackOwnerId) => {
      const { rig, client } = await open({ fallbackOwnerId, perPersonAWeek: 1 });
      rig.worsen('62', 9_100);
      await rig.cycle({ client });
      rig.advance(DAY_MS);
      rig.worsen('61', 9_000);
      await rig.cycle({ client });
      expect(rig.tasks().map(({ hubspot_owner_id: owner }) => owner)).toEqual(['7']);
      expect(await rig.playsOf('61')).toMatchObject([
        { state: 'failed', ownerId: '9', reason: expect.stringMatching(/^refused: .*Owner 9 does not exist/) },
      ]);
    });

    test('the process died before HubSpot was called: the next cycle asks the fallback as well', async () => {
      const { rig, client } = await open({ fallbackOwnerId: '7' });
      rig.worsen('61', 9_000);
      const died = new Error('The process died.');
      const dying = { ...client, createTask: () => Promise.reject(died) };
      await expect(rig.cycle({ client: dying })).rejects.toBe(died);
      rig.advance(2 * MINUTE_MS);
      await rig.cycle();
      expect(rig.tasks().map(({ hubspot_owner_id: owner }) => owner)).toEqual(['7']);
    });
  });

  test('a task that HubSpot never answers to holds up no other, nor the falls of later', async () => {
    const rig = await openPlaybooksRig(store, withTwins({ '61': {}, '62': {} }));
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    const client: PortalClient = {
      ...rig.client,
      createTask: async (task) => {
        if (task.companyId === PAID) throw new RetryLater('no answer', 1);
        return await rig.client.createTask(task);
      },
    };
    rig.worsen(PAID, 9_000);
    rig.worsen('61', 9_100);
    await rig.cycle({ client });
    expect(await reasons(rig)).toEqual({ [PAID]: 'intended', '61': 'made' });
    rig.advance(2 * MINUTE_MS);
    rig.worsen('62', 9_200);
    await rig.cycle({ client });
    expect(await reasons(rig)).toEqual({ [PAID]: 'intended', '61': 'made', '62': 'made' });
    rig.advance(2 * MINUTE_MS);
    await rig.cycle();
    expect(rig.tasks()).toHaveLength(3);
  });

  test('where HubSpot answers for no task, the run asks three times and not once for each', async () => {
    const twins = Object.fromEntries([61, 62, 63, 64].map((id) => [String(id), {}]));
    const rig = await openPlaybooksRig(store, withTwins(twins));
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    for (const [index, id] of [PAID, ...Object.keys(twins)].entries()) rig.worsen(id, 9_000 + 10 * index);
    rig.sandbox.setFaults({ queue: [{ kind: '500', match: 'POST /crm/objects/2026-09/tasks', times: 99 }] });
    await rig.cycle();
    expect(rig.calls()['POST objects/tasks']).toBe(3);
    rig.sandbox.setFaults('none');
    rig.advance(2 * MINUTE_MS);
    await rig.cycle();
    expect(Object.values(await reasons(rig))).toEqual(['made', 'made', 'made', 'made', 'made']);
    expect(rig.tasks()).toHaveLength(5);
  });

  test('names, evidence and advice are text in the notes, never markup', async () => {
    const rig = await openPlaybooksRig(store);
    rig.sandbox.portal.upsert('companies', { id: PAID, properties: { name: AWKWARD_NAME } });
    await rig.cycle();
    await rig.enable({
      advice: { onboarding: null, adoption: null, renewal: null, mature: '<script>{x}</script>\nCall "them"' },
    });
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle();
    const [task] = rig.tasks();
    expect(task?.hs_task_subject).toBe(`${AWKWARD_NAME}: now unhealthy, health score 32`);
    expect(task?.hs_task_body).toContain('<p>&lt;script&gt;{x}&lt;/script&gt;<br>Call &quot;them&quot;</p>');
    expect(task?.hs_task_body?.replaceAll(/<\/?(p|ul|li|strong|em|br|a)( href="https:[^"<>]*")?>/g, '')).not.toMatch(
      /[<>]/,
    );
  });

  test('what became of the account is kept 30 and 90 days later, as it stood then; so is that the task was done', async () => {
    const twins = { '61': {}, '62': {}, '63': {} };
    const rig = await openPlaybooksRig(store, withTwins(twins));
    await rig.cycle();
    await rig.enable({ perPersonAWeek: 50, cooldownDays: 365 });
    rig.advance(DAY_MS);
    for (const [index, id] of [PAID, ...Object.keys(twins)].entries()) rig.worsen(id, 9_000 + 10 * index);
    await rig.cycle();
    expect(rig.tasks()).toHaveLength(4);
    rig.sandbox.portal.upsert('tasks', { id: rig.tasks()[0]?.id ?? '', properties: { hs_task_status: 'COMPLETED' } });
    rig.sandbox.portal.archive('tasks', rig.tasks()[1]?.id ?? '');

    rig.advance(10 * DAY_MS);
    rig.mend(PAID, 9_000);
    rig.sandbox.portal.upsert('companies', { id: '62', properties: { lifecyclestage: 'other', type: 'PARTNER' } });
    rig.sandbox.portal.archive('companies', '63');
    await rig.cycle();
    const seen = async () =>
      (await rig.store.plays({ states: ['made'], limit: 9 })).toSorted((a, b) => (a.companyId < b.companyId ? -1 : 1));
    expect((await seen()).map(({ after30 }) => after30)).toEqual([null, null, null, null]);
    expect((await seen()).map(({ taskState }) => taskState).toSorted()).toEqual(['done', 'gone', 'open', 'open']);

    // The cycle that keeps it comes late: the score of the 30th day counts, not that of its own.
    rig.advance(19 * DAY_MS);
    await rig.cycle();
    expect((await seen()).map(({ after30 }) => after30)).toEqual([null, null, null, null]);
    rig.advance(3 * DAY_MS);
    rig.worsen(PAID, 9_000);
    await rig.cycle();
    expect((await seen()).map(({ after30 }) => after30?.status)).toEqual([
      'healthy',
      'unhealthy',
      'not_customer',
      'gone',
    ]);
    expect((await seen()).map(({ after90 }) => after90)).toEqual([null, null, null, null]);
    rig.advance(60 * DAY_MS);
    await rig.cycle();
    expect((await seen()).map(({ after90 }) => after90?.status)).toEqual([
      'unhealthy',
      'unhealthy',
      'not_customer',
      'gone',
    ]);
    expect(
      (await rig.store.playFates()).map(({ days, to, status, count }) => `${days} ${to} ${status} ${count}`),
    ).toEqual([
      ...['30 unhealthy gone 1', '30 unhealthy healthy 1', '30 unhealthy not_customer 1', '30 unhealthy unhealthy 1'],
      ...['90 unhealthy gone 1', '90 unhealthy not_customer 1', '90 unhealthy unhealthy 2'],
    ]);
  });
});
