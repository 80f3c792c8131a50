import { expect, test } from 'vitest';
import { handClock, sandbox } from './sandbox-fixture.ts';

const UPDATE = '/crm/objects/2026-09/companies/batch/update';
const READ = '/crm/objects/2026-09/companies/batch/read';
const input = (id: string, properties: object, more: object = {}) => ({ id, properties, ...more });

test('an update writes, bumps the last-modified moment and echoes the trace id', async () => {
  const { clock } = handClock();
  const { call, portal } = await sandbox({ clock });
  const { status, body } = await call(UPDATE, {
    json: { inputs: [input('1', { name: 'A', tier: 'gold' }, { objectWriteTraceId: 't1' }), input('2', { name: '' })] },
  });
  expect([status, body.status, body.results.length]).toEqual([200, 'COMPLETE', 2]);
  expect(body.results[0]).toMatchObject({ id: '1', objectWriteTraceId: 't1', properties: { name: 'A', tier: 'gold' } });
  expect(portal.record('companies', '1')?.updatedAt).toBe(clock());
  expect(portal.record('companies', '2')?.properties.name).toBe('');
});

test('ids that are gone fail alone, in a 207 that names them: unknown, archived and merged away', async () => {
  const { call, portal } = await sandbox();
  portal.archive('companies', '2');
  portal.merge('companies', '1', '3');
  const { status, body } = await call(UPDATE, {
    json: { inputs: ['1', '2', '3', '99'].map((id) => input(id, { name: 'N' }, { objectWriteTraceId: `t${id}` })) },
  });
  expect([status, body.numErrors]).toEqual([207, 3]);
  expect(body.results.map((one: { id: string }) => one.id)).toEqual(['1']);
  expect(body.errors.map((one: { context: object }) => one.context)).toEqual([
    { ids: ['2'], objectWriteTraceId: ['t2'] },
    { ids: ['3'], objectWriteTraceId: ['t3'] },
    { ids: ['99'], objectWriteTraceId: ['t99'] },
  ]);
  expect(body.errors[0]).toMatchObject({ status: 'error', category: 'OBJECT_NOT_FOUND' });
});

test.each([
  ['an unknown property', { no_such: 'x' }, 'PROPERTY_DOESNT_EXIST'],
  ['a value outside an enumeration', { tier: 'bronze' }, 'INVALID_OPTION'],
  ['a stage that is none', { lifecyclestage: 'Customer' }, 'INVALID_OPTION'],
  ['a number that does not parse', { numberofemployees: 'ten' }, 'INVALID_DOUBLE'],
  ['a number with spaces', { numberofemployees: ' 10' }, 'INVALID_DOUBLE'],
  ['a moment that does not parse', { closedate: 'tomorrow' }, 'INVALID_DATE'],
  ['a day that its month does not have', { closedate: '2026-02-30' }, 'INVALID_DATE'],
  ['a property that HubSpot keeps', { hs_lastmodifieddate: '2026-01-01T00:00:00Z' }, 'READ_ONLY_VALUE'],
])('%s fails the whole batch, and nothing is written', async (_, properties, code) => {
  const { call, portal } = await sandbox();
  const { status, body } = await call(UPDATE, {
    json: { inputs: [input('2', { name: 'B' }), input('1', properties)] },
  });
  expect([status, body.category, body.errors[0].code]).toEqual([400, 'VALIDATION_ERROR', code]);
  expect(body.message).toMatch(/^Property values were not valid: \[\{"isValid":false/);
  expect(portal.record('companies', '2')?.properties.name).toBe('Beta');
});

test.each([
  ['a number', 42],
  ['true', true],
  ['null', null],
])('%s is no text, so it is refused', async (_, value) => {
  const { call } = await sandbox();
  const { status, body } = await call(UPDATE, { json: { inputs: [input('1', { numberofemployees: value })] } });
  expect([status, body.category]).toEqual([400, 'VALIDATION_ERROR']);
  expect(body.message).toMatch(/^Invalid input JSON/);
});

test('values are stored as HubSpot stores them', async () => {
  const { call, portal } = await sandbox();
  portal.defineProperty('companies', { name: 'day', type: 'date' });
  const day = String(Date.UTC(2026, 4, 2));
  const ok = await call(UPDATE, {
    json: { inputs: [input('1', { closedate: day, day, numberofemployees: '12.50' })] },
  });
  expect(ok.body.results[0].properties).toMatchObject({
    closedate: '2026-05-02T00:00:00.000Z',
    day: '2026-05-02',
    numberofemployees: '12.50',
  });
  expect((await call(UPDATE, { json: { inputs: [input('1', { day: '1777680001000' })] } })).status).toBe(400);
});

test.each([
  ['2026-11-22', '2026-11-22'],
  ['1795305600000', '2026-11-22'],
  ['2026-11-22T00:00:00Z', '2026-11-22'],
  ['', ''],
  ['1795305600001', 'is at 00:00:00.001 UTC, not midnight!'],
  ['2026-11-22T10:30:00Z', 'is at 10:30:00.000 UTC, not midnight!'],
  // Midnight somewhere else.
  ['2026-11-22T00:00:00+01:00', 'is at 23:00:00.000 UTC, not midnight!'],
  // Seconds for milliseconds.
  ['1795305600', 'UTC, not midnight!'],
  ['2026-02-30', 'was not a valid date'],
  ['22/11/2026', 'was not a valid date'],
  ['99999999999999999999', 'was not a valid date'],
])('the day %j is stored as a day, or refused as HubSpot refuses it', async (day, expected) => {
  const { call, portal } = await sandbox();
  portal.defineProperty('companies', { name: 'day', type: 'date' });
  const { status, body } = await call(UPDATE, { json: { inputs: [input('1', { day })] } });
  if (/^(\d{4}-\d{2}-\d{2})?$/.test(expected)) {
    expect([status, body.results[0].properties.day]).toEqual([200, expected]);
  } else {
    expect([status, body.errors[0].code]).toEqual([400, 'INVALID_DATE']);
    expect(body.message).toContain(expected);
  }
});

test('more than 100, the same id twice, an id property, no properties and no inputs are refused', async () => {
  const { call } = await sandbox();
  const refusal = async (inputs: unknown) => {
    const { status, body } = await call(UPDATE, { json: { inputs } });
    return `${status} ${body.message}`;
  };
  const hundred = Array.from({ length: 100 }, (_, index) => input(String(index + 1), { name: 'x' }));
  expect((await call(UPDATE, { json: { inputs: hundred } })).status).toBe(207);
  expect(await refusal([...hundred, input('101', { name: 'x' })])).toMatch(/^400 .*100.*101/);
  expect(await refusal([input('1', { name: 'x' }), input('1', { name: 'y' })])).toMatch(/^400 Duplicate IDs .*1/);
  expect(await refusal([input('1', { name: 'x' }, { idProperty: 'hs_object_id' })])).toMatch(/^400 .*non-unique 0-2/);
  expect(await refusal([input('1', {})])).toMatch(/^400 No properties found/);
  expect(await refusal(undefined)).toMatch(/^400 .*inputs/);
});

test("a customer's own rule refuses one company: with the whole batch, or alone", async () => {
  const { call, portal } = await sandbox();
  const json = { inputs: [input('1', { name: 'A' }), input('2', { name: 'B' })] };
  portal.refuseUpdates('companies', '2', { message: 'Industry is required for customers.' });
  const whole = await call(UPDATE, { json });
  expect([whole.status, whole.body.message]).toEqual([400, 'Industry is required for customers.']);
  expect(portal.record('companies', '1')?.properties.name).toBe('Alpha Ltd');
  portal.refuseUpdates('companies', '2', { message: 'Industry is required for customers.', fails: 'record' });
  const alone = await call(UPDATE, { json });
  expect([alone.status, alone.body.results.length, alone.body.errors[0].context.ids]).toEqual([207, 1, ['2']]);
  portal.allowUpdates('companies', '2');
  expect((await call(UPDATE, { json })).status).toBe(200);
});

test('a batch read gives 100 records, 50 with history, and names the missing in a 207', async () => {
  const { call } = await sandbox();
  const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));
  const { status, body } = await call(READ, { json: { inputs: ids(4), properties: ['name', 'no_such'] } });
  expect([status, body.results.length, body.errors[0].context.ids]).toEqual([207, 3, ['4']]);
  expect(body.results[0].properties.name).toBe('Alpha Ltd');
  expect((await call(READ, { json: { inputs: ids(3) } })).status).toBe(200);
  expect((await call(READ, { json: { inputs: ids(101) } })).status).toBe(400);
  expect((await call(READ, { json: { inputs: ids(51), propertiesWithHistory: ['name'] } })).status).toBe(400);
});

test('a batch read tells past values, the newest first: as many as HubSpot keeps', async () => {
  const { clock, pass } = handClock();
  const { call, portal } = await sandbox({ clock });
  for (let index = 0; index < 50; index += 1) {
    pass(1000);
    portal.upsert('companies', { id: '1', properties: { numberofemployees: String(index) } });
    portal.upsert('contacts', { id: '101', properties: { firstname: `Ann ${index}` } });
  }
  const told = async (type: string, id: string, name: string) => {
    const path = READ.replace('companies', type);
    const { body } = await call(path, { json: { inputs: [{ id }], propertiesWithHistory: [name, 'no_such'] } });
    return body.results[0].propertiesWithHistory;
  };
  const { numberofemployees } = await told('companies', '1', 'numberofemployees');
  expect(numberofemployees).toHaveLength(20);
  expect(numberofemployees[0]).toMatchObject({ value: '49', timestamp: new Date(clock()).toISOString() });
  expect(numberofemployees.at(-1)).toMatchObject({ value: '30' });
  expect((await told('contacts', '101', 'firstname')).firstname).toHaveLength(45);
  // It was brought in with the portal's content, whenever it was created.
  const [{ timestamp }] = (await told('companies', '1', 'domain')).domain;
  expect(timestamp).toBe('2026-06-01T00:00:00.000Z');
});

test('creating a task for a company: required values, association type 192', async () => {
  const { call } = await sandbox();
  const task = (properties: object, associationTypeId: number) =>
    call('/crm/objects/2026-09/tasks', {
      json: {
        properties,
        associations: [{ to: { id: '1' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] }],
      },
    });
  const values = { hs_timestamp: '2026-06-20T09:00:00Z', hs_task_subject: 'Call', hs_task_status: 'NOT_STARTED' };
  const created = await task(values, 192);
  expect(created.status).toBe(201);
  const read = await call(`/crm/objects/2026-09/tasks/${created.body.id}?associations=companies`);
  expect(read.body.associations.companies.results[0].id).toBe('1');
  expect((await task({ hs_task_subject: 'Call' }, 192)).status).toBe(400);
  expect((await task(values, 3)).status).toBe(400);
});
