/** Playbooks on the settings page, and tasks that are asked for on a card, over HTTP against a portal. */
import type { TaskAnswer } from '@account-health/contract/card';
import type { AuditPage } from '@account-health/contract/permissions';
import { type Playbooks, type PlaybooksAnswer, STAGES } from '@account-health/contract/playbooks';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { NO_WORK } from '../../src/http/portal-work.ts';
import { companyId } from '../../src/ids.ts';
import { makePlayWork } from '../../src/jobs/play-work.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { PortalUser } from '../../src/local/sandbox/portal-data.ts';
import { DEFAULT_PLAYBOOKS } from '../../src/playbooks/playbooks.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openPlaybooksRig, type PlaybooksRig } from '../jobs/playbooks-rig.ts';
import { DAY_MS, NO_FACTS, OVERDUE, PAID, PROSPECT } from '../jobs/small-portal.ts';
import { openTestStore } from '../store/test-store.ts';
import { startSignedService } from './signed-service.ts';

const USERS: readonly PortalUser[] = [
  { id: '1', email: 'admin@portal.example', superAdmin: true },
  // Owns nothing and can be given nothing.
  { id: '2', email: 'rep@portal.example' },
];
const ASKERS = {
  admin: 'userId=1&userEmail=admin%40portal.example',
  rep: 'userId=2&userEmail=rep%40portal.example',
  owner: 'userId=99&userEmail=Owner7%40Example.com',
  byId: 'userId=7&userEmail=somebody%40example.com',
  nobody: '',
} as const;
type Who = keyof typeof ASKERS;
const MINUTE_MS = 60_000;
const SETTINGS = '/api/settings/playbooks';

let store: Store;
let rig: PlaybooksRig;
let ask: <T>(who: Who, method: string, path: string, body?: unknown) => Promise<{ status: number; body: T }>;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function open(scopes?: readonly string[]): Promise<void> {
  rig = await openPlaybooksRig(store, { users: USERS, formerOwners: ['2'] }, scopes === undefined ? {} : { scopes });
  const { client, store: portal } = rig;
  const plays = makePlayWork({ store, clientOf: () => client, language: 'en', clock: rig.now });
  const service = await startSignedService(store, rig.now, undefined, undefined, {
    readUser: (_portal, id) => client.user(id),
    work: { ...NO_WORK, plays },
  });
  onTestFinished(service.close);
  let asked = 0;
  ask = async <T>(who: Who, method: string, path: string, body?: unknown) => {
    // No two are the same request, which would be answered from memory.
    asked += 1;
    const query = [ASKERS[who], `n=${asked}`].filter(Boolean).join('&');
    const signedBody = body === undefined ? '' : JSON.stringify(body);
    const to = `${path}${path.includes('?') ? '&' : '?'}${query}`;
    const answer = await service.ask(to, { method, signedBody, portalId: portal.portalId });
    return { status: answer.status, body: (await answer.json()) as T };
  };
}
beforeEach(() => open());

const audit = async () => {
  const { body } = await ask<AuditPage>('admin', 'GET', '/api/settings/audit');
  return body.entries.map(({ kind }) => kind as string);
};

describe('the settings', () => {
  const read = async (query = '') => (await ask<PlaybooksAnswer>('rep', 'GET', `${SETTINGS}${query}`)).body;
  const change = (who: Who, version: number, playbooks: unknown, query = '') =>
    ask<PlaybooksAnswer & { error?: string }>(who, 'PUT', `${SETTINGS}${query}`, { version, playbooks });

  test('before anybody set them: off, with the app’s own advice in the language of the portal’s texts', async () => {
    const answer = await read('?locale=it');
    expect(answer).toMatchObject({ version: 0, playbooks: DEFAULT_PLAYBOOKS, plays: [], skipped: [], refused: null });
    expect(answer.advice.renewal).toMatch(/^The renewal is near/);
    expect(answer.outcomes.map(({ days, due }) => [days, due])).toEqual([
      [30, 0],
      [90, 0],
    ]);
  });

  test('an admin changes them, which is logged; a rep may not; who is late hears what holds', async () => {
    const on: Playbooks = { ...DEFAULT_PLAYBOOKS, enabled: true, meetingLink: 'https://meet.example.com/us' };
    const refused = await change('rep', 0, on, '?locale=it');
    expect([refused.status, refused.body.error]).toEqual([403, expect.stringMatching(/amministratori|admin/i)]);
    expect((await read()).version).toBe(0);
    expect(await change('admin', 0, on)).toMatchObject({ status: 200, body: { version: 1, playbooks: on } });
    expect(await audit()).toContain('playbooks_changed');
    // HubSpot repeats a request whose answer it did not get.
    expect((await change('admin', 0, on)).status).toBe(200);
    const late = await change('admin', 0, { ...on, perPersonAWeek: 3 });
    expect(late).toMatchObject({ status: 409, body: { version: 1, playbooks: on } });
    expect((await change('admin', 7, on)).status).toBe(409);
    expect((await audit()).filter((kind) => kind === 'playbooks_changed')).toHaveLength(1);
  });

  test.each<[string, Partial<Record<keyof Playbooks, unknown>>, RegExp]>([
    ['a cooldown of none', { cooldownDays: 0 }, /cooldownDays.*1 to 365/],
    ['half a task', { perPersonAWeek: 1.5 }, /perPersonAWeek.*1 to 200/],
    ['a due day far off', { dueInDays: 61 }, /dueInDays.*0 to 60/],
    ['a meeting without https', { meetingLink: 'http://meet.example.com' }, /https/],
    ['a script for a meeting', { meetingLink: 'javascript:alert(1)' }, /https/],
    ['no address at all', { meetingLink: 'meet us' }, /https/],
    ['a fallback by name', { fallbackOwnerId: 'Ann' }, /owner id/],
    ['a band that is none', { toBands: ['healthy'] }, /at_risk and unhealthy/],
    ['a band twice', { toBands: ['at_risk', 'at_risk'] }, /once/],
    ['a book of advice', { advice: { ...DEFAULT_PLAYBOOKS.advice, mature: 'x'.repeat(2_001) } }, /2000 characters/],
    ['something else', { extra: 1 } as object, /playbooks/],
  ])('%s is refused, in a line that says what to give', async (_what, more, says) => {
    const { status, body } = await change('admin', 0, { ...DEFAULT_PLAYBOOKS, ...more });
    expect([status, body.error]).toEqual([400, expect.stringMatching(says)]);
    expect((await read()).version).toBe(0);
  });

  test('tasks and what came of them are told, with links and days', async () => {
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle();
    const [row] = (await read()).plays;
    const record = `https://app.hubspot.com/contacts/${rig.store.portalId}/record/0-2/${PAID}`;
    expect(row).toEqual({
      ...{ companyId: PAID, companyName: 'Alder & Sons', companyUrl: record, owner: 'Owner 7', madeOn: '2026-06-16' },
      taskUrl: `${record}?engagement=${rig.tasks()[0]?.id}`,
      ...{ from: 'healthy', to: 'unhealthy', score: 32, after30: null, after90: null },
    });
    rig.sandbox.portal.archive('tasks', rig.tasks()[0]?.id ?? '');
    rig.advance(31 * DAY_MS);
    await rig.cycle();
    const later = await read();
    expect(later.plays).toMatchObject([{ taskUrl: null, after30: { status: 'unhealthy', score: 32 } }]);
    expect(later.outcomes[0]).toEqual({ days: 30, due: 1, recovered: 0, same: 1, worse: 0, left: 0 });
  });

  test('why accounts got none is counted in words, and why none can be made, with the remedy', async () => {
    await open(ALL_SCOPES.filter((scope) => scope !== 'crm.objects.contacts.write'));
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle();
    const answer = await read('?locale=it');
    expect(answer.skipped).toEqual([{ text: 'HubSpot non permetteva all’app di creare attività', count: 1 }]);
    expect(answer.refused).toMatch(/crm\.objects\.contacts\.write.*amministratore/);
  });

  test('what HubSpot did not take is told with what HubSpot said', async () => {
    await open();
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle({ client: { ...rig.client, createTask: async () => ({ refused: 'Too long: {subject}' }) } });
    const text = 'HubSpot non ha accettato l’attività: “Too long: {subject}”';
    expect((await read('?locale=it')).skipped).toEqual([{ text, count: 1 }]);
    // Told is what was lately, and no more than people read.
    rig.advance(31 * DAY_MS);
    expect((await read()).skipped).toEqual([]);
  });

  test('of a portal that another process serves, all but that is told', async () => {
    const plays = makePlayWork({ store, clientOf: () => undefined, language: 'en', clock: rig.now });
    const service = await startSignedService(store, rig.now, undefined, undefined, { work: { ...NO_WORK, plays } });
    onTestFinished(service.close);
    const answer = await service.ask(`${SETTINGS}?userId=1`, { portalId: rig.store.portalId });
    expect([answer.status, await answer.json()]).toMatchObject([200, { version: 0, refused: null }]);
  });

  test('what nobody foresaw is an error, and no playbooks without obstacles', async () => {
    const plays = { ...NO_WORK.plays, basis: () => Promise.reject(new TypeError('of no portal')) };
    const service = await startSignedService(store, rig.now, undefined, undefined, { work: { ...NO_WORK, plays } });
    onTestFinished(service.close);
    expect((await service.ask(`${SETTINGS}?userId=1`, { portalId: rig.store.portalId })).status).toBe(500);
  });
});

describe('a task from the card', () => {
  const make = async (who: Who, kind: unknown = 'task', company = PAID, query = '') =>
    await ask<TaskAnswer & { error?: string }>(who, 'POST', `/api/companies/${company}/tasks${query}`, { kind });

  test('is made for whoever looks after the company, with its receipt, and logged; asked again, it is open already', async () => {
    await rig.cycle();
    const made = await make('rep', 'payment_reminder', OVERDUE);
    const [task, ...others] = rig.tasks();
    const url = `https://app.hubspot.com/contacts/${rig.store.portalId}/record/0-2/${OVERDUE}?engagement=${task?.id}`;
    expect(made).toEqual({
      status: 200,
      body: {
        ...{ state: 'made', owner: 'Owner 7', text: 'The task is made. Owner: Owner 7.' },
        task: { label: `Birch <b>{x}</b> 'Ltd': remind of payment`, url },
      },
    });
    expect([task?.hubspot_owner_id, others]).toEqual(['7', []]);
    expect(task?.hs_task_body).toContain('rep@portal.example');
    expect(task?.hs_task_body).toMatch(/<ul><li><strong>/);
    expect(task?.hs_task_body).not.toMatch(/€|EUR|<b>/);
    expect(await audit()).toContain('task_made');

    rig.advance(MINUTE_MS);
    const again = await make('admin', 'payment_reminder', OVERDUE, '?locale=it');
    expect(again.body).toMatchObject({
      state: 'open_already',
      task: { url },
      text: expect.stringContaining('17 giu 2026'),
    });
    // Another kind is another task.
    expect((await make('rep', 'check_up', OVERDUE)).body.state).toBe('made');
    expect(rig.tasks()).toHaveLength(2);
  });

  test('may be asked for once the one before is done, or deleted', async () => {
    await rig.cycle();
    await make('rep');
    rig.sandbox.portal.upsert('tasks', { id: rig.tasks()[0]?.id ?? '', properties: { hs_task_status: 'COMPLETED' } });
    rig.advance(MINUTE_MS);
    expect((await make('rep')).body.state).toBe('made');
    rig.sandbox.portal.archive('tasks', rig.tasks()[1]?.id ?? '');
    rig.advance(MINUTE_MS);
    expect((await make('rep')).body.state).toBe('made');
    expect((await rig.playsOf(PAID)).map(({ taskState }) => taskState)).toEqual(['open', 'gone', 'done']);
  });

  test('goes by the portal’s own advice and days, and is logged as whoever asked for it', async () => {
    await rig.cycle();
    const advice = Object.fromEntries(STAGES.map((stage) => [stage, 'Ask Ada first.']));
    const playbooks = { ...DEFAULT_PLAYBOOKS, advice, dueInDays: 5 };
    expect((await ask('admin', 'PUT', SETTINGS, { version: 0, playbooks })).status).toBe(200);
    await make('rep');
    await make('rep', 'check_up');
    const [task, checkUp] = rig.tasks();
    expect(task?.hs_task_body).toContain('Ask Ada first.');
    expect(checkUp?.hs_task_body).not.toContain('Ask Ada');
    // Nine in Rome, five days on.
    expect(Date.parse(task?.hs_timestamp ?? '')).toBe(Date.parse('2026-06-20T07:00:00Z'));
    const log = await rig.store.auditEntries({ below: null, limit: 9 });
    const actor = { kind: 'user', userId: '2', email: 'rep@portal.example' };
    expect(log.filter(({ kind }) => kind === 'task_made')).toMatchObject([
      { actor, about: PAID, after: { kind: 'check_up', taskId: checkUp?.id } },
      { actor, about: PAID, after: { kind: 'task', taskId: task?.id } },
    ]);
  });

  test('is not made beside the one that a playbook made', async () => {
    await rig.cycle();
    await rig.enable();
    rig.advance(DAY_MS);
    rig.worsen();
    await rig.cycle();
    expect((await make('rep')).body).toMatchObject({ state: 'open_already', owner: 'Owner 7' });
    expect(rig.tasks()).toHaveLength(1);
  });

  test('without an owner is whoever asks, where they own records; else nobody’s, and that is said', async () => {
    await rig.cycle();
    expect((await make('owner', 'check_up', NO_FACTS)).body).toMatchObject({ state: 'made', owner: 'Owner 7' });
    const nobodys = (await make('rep', 'task', NO_FACTS)).body;
    expect(nobodys).toMatchObject({ state: 'made', owner: null, text: expect.stringContaining('nobody’s') });
    expect((await make('byId', 'ask_review', NO_FACTS)).body).toMatchObject({ state: 'made', owner: 'Owner 7' });
    expect(rig.tasks().map((task) => task.hubspot_owner_id)).toEqual(['7', null, '7']);
  });

  test('is refused in words where there is no customer, or nobody has read the company', async () => {
    await rig.cycle();
    for (const company of [PROSPECT, '999'])
      expect(await make('rep', 'task', company)).toMatchObject({ status: 200, body: { state: 'refused' } });
    expect(rig.tasks()).toEqual([]);
  });

  test.each([['crm.objects.contacts.write'], ['crm.objects.owners.read']])(
    'without %s says so, with the remedy',
    async (scope) => {
      await open(ALL_SCOPES.filter((one) => one !== scope));
      await rig.cycle();
      const { status, body } = await make('rep');
      expect([status, body.state]).toEqual([200, 'refused']);
      expect(body.text).toMatch(new RegExp(`${scope.replaceAll('.', '\\.')}.*An admin can install`));
      expect(rig.tasks()).toEqual([]);
      // Nothing stands in its way once it is granted.
      rig.sandbox.portal.setScopes(ALL_SCOPES);
      rig.advance(MINUTE_MS);
      expect((await make('rep')).body.state).toBe('made');
    },
  );

  test('before an admin lets us write, none is made', async () => {
    const given = { at: rig.now(), by: '1', scopes: ALL_SCOPES, sealedTokens: 'x', accessExpiresAt: rig.now() };
    await rig.store.install(given);
    await rig.cycle({ writes: false });
    expect((await make('rep')).body.text).toMatch(/^Nothing is written into HubSpot yet/);
    await rig.store.startWriting(rig.now());
    rig.advance(MINUTE_MS);
    expect((await make('rep')).body.state).toBe('made');
  });

  test('whose answer was lost is found, and not made again', async () => {
    await rig.cycle();
    rig.sandbox.setFaults({ queue: [{ kind: 'reset-after', match: 'POST /crm/objects/2026-09/tasks' }] });
    expect((await make('rep')).body).toMatchObject({
      state: 'refused',
      text: expect.stringContaining('not made twice'),
    });
    rig.sandbox.setFaults('none');
    // The call may still be on its way.
    expect((await make('rep')).body.state).toBe('refused');
    rig.advance(2 * MINUTE_MS);
    // It is no other kind's.
    expect((await make('rep', 'check_up')).body).toMatchObject({ task: { label: expect.stringMatching(/check-up/i) } });
    rig.sandbox.portal.archive('tasks', rig.tasks().at(-1)?.id ?? '');
    rig.advance(MINUTE_MS);
    expect((await make('rep')).body.state).toBe('open_already');
    rig.advance(MINUTE_MS);
    expect((await make('rep')).body.state).toBe('open_already');
    expect(rig.tasks()).toHaveLength(1);
    const open = (await rig.store.openTasks(companyId(PAID))).filter(({ kind }) => kind === 'task');
    expect(open.map(({ taskId }) => taskId)).toEqual([rig.tasks()[0]?.id]);
  });

  test('while HubSpot is out of reach says that none was made', async () => {
    await rig.cycle();
    rig.sandbox.setFaults({ queue: [{ kind: '503', match: '/crm/owners', times: 99 }] });
    expect((await make('rep')).body).toMatchObject({
      state: 'refused',
      text: expect.stringContaining('no task was made'),
    });
    expect(await rig.playsOf(PAID)).toEqual([]);
  });

  test.each<[string, Who, unknown, string]>([
    ['a kind that is none', 'rep', 'coffee', PAID],
    ['no kind', 'rep', null, PAID],
    ['no company', 'rep', 'task', 'abc'],
    ['nobody who asks', 'nobody', 'task', PAID],
  ])('%s is misuse', async (_what, who, kind, company) => {
    expect((await make(who, kind, company)).status).toBe(400);
  });
});
