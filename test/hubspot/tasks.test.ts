import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RetryLater, ScopeMissing } from '../../src/errors.ts';
import { HUBSPOT, makeTestClient } from './test-client.ts';

const TASKS = '/crm/objects/2026-09/tasks';
const OF_COMPANY = '/crm/associations/2026-03/companies/tasks/batch/read';
const DUE = Date.UTC(2026, 5, 18, 7);
const TASK = {
  companyId: '12',
  ownerId: '7',
  subject: 'Alder: now unhealthy',
  body: '<p>Why</p>',
  dueAt: DUE,
  priority: 'HIGH',
} as const;

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const failing = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a task is made', () => {
  it('with all that HubSpot asks for, at the company', async () => {
    const sent: unknown[] = [];
    nock(HUBSPOT)
      .post(TASKS, (body) => sent.push(body) > 0)
      .reply(201, { id: '501', properties: {}, createdAt: 'x', updatedAt: 'x', archived: false });
    expect(await makeTestClient().client.createTask(TASK)).toEqual({ id: '501' });
    expect(sent).toEqual([
      {
        properties: {
          hs_timestamp: '2026-06-18T07:00:00.000Z',
          hs_task_subject: 'Alder: now unhealthy',
          hs_task_body: '<p>Why</p>',
          hs_task_status: 'NOT_STARTED',
          hs_task_priority: 'HIGH',
          hs_task_type: 'TODO',
          hubspot_owner_id: '7',
        },
        associations: [
          { to: { id: '12' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 192 }] },
        ],
      },
    ]);
  });

  it('for nobody, where there is nobody', async () => {
    nock(HUBSPOT)
      .post(TASKS, ({ properties }) => !('hubspot_owner_id' in properties))
      .reply(201, { id: 502 });
    expect(await makeTestClient().client.createTask({ ...TASK, ownerId: null })).toEqual({ id: '502' });
  });

  it.each([400, 404, 409])('%i: HubSpot’s words say why it was not', async (status) => {
    nock(HUBSPOT).post(TASKS).reply(status, { message: 'Owner 7 does not exist', category: 'VALIDATION_ERROR' });
    expect(await makeTestClient().client.createTask(TASK)).toEqual({ refused: 'Owner 7 does not exist' });
  });

  it('403 without words names the scope', async () => {
    nock(HUBSPOT).post(TASKS).reply(403, {});
    const error = await failing(makeTestClient().client.createTask(TASK));
    expect(error).toBeInstanceOf(ScopeMissing);
    expect((error as ScopeMissing).scopes).toEqual(['crm.objects.contacts.write']);
  });

  it.each([500, 502, 503, 504])('%i: sent once, for it may have been made', async (status) => {
    // A second try would find nothing to answer it, and say so otherwise.
    nock(HUBSPOT).post(TASKS).reply(status, '');
    const { client, slept } = makeTestClient();
    const error = await failing(client.createTask(TASK));
    expect(error).toBeInstanceOf(RetryLater);
    expect((error as Error).message).toContain('may have been done');
    expect(slept).toEqual([]);
    expect(client.calls.total).toBe(1);
  });

  it('a connection that breaks, or a body cut off: the same', async () => {
    nock(HUBSPOT).post(TASKS).replyWithError({ code: 'ECONNRESET', message: 'reset' });
    // No length tells that a body was cut off: only the deadline does.
    const { client } = makeTestClient({ timeoutMs: 250 });
    expect(await failing(client.createTask(TASK))).toBeInstanceOf(RetryLater);
    nock(HUBSPOT).post(TASKS).reply(201, '{"id": "5');
    expect(await failing(client.createTask(TASK))).toBeInstanceOf(RetryLater);
    expect(client.calls.total).toBe(2);
  });

  it.each([429, 423, 477])('%i: HubSpot did not look at it, so it is sent again', async (status) => {
    nock(HUBSPOT).post(TASKS).reply(status, {});
    nock(HUBSPOT).post(TASKS).reply(201, { id: '503' });
    expect(await makeTestClient().client.createTask(TASK)).toEqual({ id: '503' });
  });
});

describe('a task that may have been made', () => {
  const SOUGHT = { companyId: '12', subject: TASK.subject, dueAt: DUE, since: Date.UTC(2026, 5, 15) };
  const record = (id: string, properties: object, createdAt = '2026-06-15T00:00:01Z') => ({
    ...{ id, createdAt, updatedAt: createdAt, archived: false },
    properties: {
      hs_task_subject: TASK.subject,
      hs_timestamp: '2026-06-18T07:00:00Z',
      hs_task_status: 'NOT_STARTED',
      ...properties,
    },
  });
  function portal(...records: ReturnType<typeof record>[]): void {
    const to = records.map(({ id }) => ({ toObjectId: Number(id), associationTypes: [] }));
    nock(HUBSPOT)
      .post(OF_COMPANY, { inputs: [{ id: '12' }] })
      .reply(200, { results: [{ from: { id: '12' }, to }] });
    nock(HUBSPOT).post(`${TASKS}/batch/read`).query({ archived: 'false' }).reply(200, { results: records });
  }
  const find = () => makeTestClient().client.findTask(SOUGHT);

  it('is known by its company, subject and due minute', async () => {
    portal(record('1', { hs_task_subject: 'Another' }), record('2', {}), record('3', {}));
    expect(await find()).toEqual({ id: '2', state: 'open' });
  });

  it.each<[string, object, string?]>([
    ['another subject', { hs_task_subject: 'Alder: now at risk' }],
    ['another due moment', { hs_timestamp: '2026-06-18T07:01:00Z' }],
    ['none', { hs_timestamp: null }],
    ['made long before', {}, '2026-06-14T23:49:00Z'],
  ])('is not one of %s', async (_what, properties, createdAt) => {
    portal(record('1', properties, createdAt));
    expect(await find()).toBeUndefined();
  });

  it.each<[string, object]>([
    ['ms', { hs_timestamp: String(DUE) }],
    ['cut seconds', { hs_timestamp: '2026-06-18T07:00:00.123Z' }],
    ['trimmed text', { hs_task_subject: ` ${TASK.subject}  ` }],
  ])('is known by %s as well', async (_what, properties) => {
    portal(record('1', properties));
    expect(await find()).toEqual({ id: '1', state: 'open' });
  });

  it('was done meanwhile', async () => {
    portal(record('1', { hs_task_status: 'COMPLETED' }));
    expect(await find()).toEqual({ id: '1', state: 'done' });
  });

  it('is not there where the company has no task', async () => {
    nock(HUBSPOT)
      .post(OF_COMPANY)
      .reply(207, { results: [], errors: [{ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' }] });
    expect(await find()).toBeUndefined();
  });
});

it('what became of tasks: open, done, or deleted', async () => {
  const at = '2026-06-15T00:00:01Z';
  const record = (id: string, hs_task_status: string | null) => ({
    id,
    createdAt: at,
    updatedAt: at,
    properties: { hs_task_status },
  });
  nock(HUBSPOT)
    .post(`${TASKS}/batch/read`)
    .query(true)
    .reply(207, { results: [record('1', 'COMPLETED'), record('2', 'WAITING'), record('3', null)], errors: [{}] });
  const { client } = makeTestClient();
  const states = await client.taskStates(['1', '2', '3', '4']);
  expect([...states]).toEqual([
    ['1', 'done'],
    ['2', 'open'],
    ['3', 'open'],
    ['4', 'gone'],
  ]);
  expect([...(await client.taskStates([]))]).toEqual([]);
});
