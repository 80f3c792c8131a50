import { expect, test } from 'vitest';
import { OPTION_LABELS, PROPERTY_LABELS } from '../../../src/local/sandbox/standard-labels.ts';
import { STANDARD_PROPERTIES } from '../../../src/local/sandbox/standard-properties.ts';
import { OBJECTS } from '../../../src/scoring/properties.ts';
import { sandbox } from './sandbox-fixture.ts';

const PATH = '/crm/properties/2026-09/companies';
const GROUP = { name: 'account_health', label: 'Account health' };
const score = { groupName: GROUP.name, name: 'health_score', label: 'Score', type: 'number', fieldType: 'number' };
const option = (value: string, displayOrder = 0) => ({ label: value, value, hidden: false, displayOrder });
const status = { ...score, name: 'health_status', type: 'enumeration', fieldType: 'select', options: [option('ok')] };

test('every property that a signal may read is a standard one, of the right type', async () => {
  const { call } = await sandbox();
  const types = {
    text: ['string', 'enumeration'],
    prose: ['string'],
    number: ['number'],
    amount: ['number'],
    flag: ['bool'],
    time: ['datetime', 'date'],
  };
  // Ids are numbers in HubSpot, and text here.
  const isId = (name: string) => /company(id|_id)?$/.test(name);
  for (const [object, { properties }] of Object.entries(OBJECTS)) {
    const { body } = await call(`/crm/properties/2026-09/${object}`);
    const known = new Map<string, string>(
      body.results.map((one: { name: string; type: string }) => [one.name, one.type]),
    );
    for (const [name, { kind }] of Object.entries(properties)) {
      if (kind === 'ids') continue;
      const expected = isId(name) ? ['number'] : types[kind as keyof typeof types];
      expect(expected, `${object}.${name}`).toContain(known.get(name));
    }
  }
});

test('definitions carry type, field type, group and options', async () => {
  const { call } = await sandbox();
  const { body } = await call(`${PATH}/hs_csm_sentiment`);
  expect(body).toMatchObject({
    type: 'enumeration',
    fieldType: 'select',
    groupName: 'companyinformation',
    hubspotDefined: true,
  });
  expect(body.options.map((one: { value: string }) => one.value)).toEqual(['positive', 'neutral', 'negative']);
  expect((await call(`${PATH}/no_such`)).status).toBe(404);
});

test('HubSpot’s own properties and options are called what people read in HubSpot', async () => {
  const { call } = await sandbox();
  const { body } = await call(`${PATH}/lifecyclestage`);
  expect(body.label).toBe('Lifecycle Stage');
  expect(body.options.map((one: { label: string; value: string }) => [one.value, one.label]).slice(-3)).toEqual([
    ['customer', 'Customer'],
    ['evangelist', 'Evangelist'],
    ['other', 'Other'],
  ]);
});

test.each([
  ['properties', Object.values(PROPERTY_LABELS).map((labels) => Object.keys(labels))],
  ['options', Object.values(OPTION_LABELS).map((labels) => Object.keys(labels))],
])('the labels of %s are of those that there are', (_of, names) => {
  const known = new Set(
    Object.values(STANDARD_PROPERTIES).flatMap((all) =>
      Object.entries(all).flatMap(([name, kind]) => [name, ...(typeof kind === 'string' ? [] : kind)]),
    ),
  );
  expect(names.flat().filter((name) => !known.has(name))).toEqual([]);
});

test('a group, then its properties: created once, refused the second time', async () => {
  const { call } = await sandbox();
  expect((await call(PATH, { json: score })).status).toBe(400);
  expect((await call(`${PATH}/groups`, { json: GROUP })).status).toBe(201);
  expect((await call(`${PATH}/groups`, { json: GROUP })).status).toBe(409);
  expect((await call(PATH, { json: score })).status).toBe(201);
  const again = await call(PATH, { json: score });
  expect([again.status, again.body.category]).toEqual([409, 'OBJECT_ALREADY_EXISTS']);
  const groups = await call(`${PATH}/groups`);
  expect(groups.body.results.map((one: { name: string }) => one.name)).toEqual([
    'companyinformation',
    'account_health',
  ]);
  const write = await call('/crm/objects/2026-09/companies/1', {
    method: 'PATCH',
    json: { properties: { health_score: '7' } },
  });
  expect(write.body.properties.health_score).toBe('7');
});

test.each(['groupName', 'name', 'label', 'type', 'fieldType'])('a property without %s is refused', async (field) => {
  const { call } = await sandbox();
  await call(`${PATH}/groups`, { json: GROUP });
  const { status, body } = await call(PATH, { json: { ...score, [field]: undefined } });
  expect(status).toBe(400);
  expect(body.message).toContain(field);
});

test.each(['label', 'value', 'hidden', 'displayOrder'])('an option without %s is refused', async (field) => {
  const { call } = await sandbox();
  await call(`${PATH}/groups`, { json: GROUP });
  expect((await call(PATH, { json: status })).status).toBe(201);
  const json = { ...status, name: 'other', options: [{ ...option('ok'), [field]: undefined }] };
  expect((await call(PATH, { json })).status).toBe(400);
});

test('unfit names, types, field types and options are refused', async () => {
  const { call } = await sandbox();
  await call(`${PATH}/groups`, { json: GROUP });
  for (const json of [
    { ...score, name: 'Health Score' },
    { ...score, type: 'text' },
    { ...score, fieldType: 'text' },
    { ...score, options: [option('x')] },
    { ...status, options: [] },
    { ...status, options: [option('x'), option('x', 1)] },
  ]) {
    expect((await call(PATH, { json })).status).toBe(400);
  }
});

test('a batch creates what it can and names what exists; one malformed definition fails it whole', async () => {
  const { call } = await sandbox();
  await call(`${PATH}/groups`, { json: GROUP });
  const whole = await call(`${PATH}/batch/create`, { json: { inputs: [score, { ...status, groupName: 'nowhere' }] } });
  expect(whole.status).toBe(400);
  const created = await call(`${PATH}/batch/create`, { json: { inputs: [score] } });
  expect([created.status, created.body.results.length]).toEqual([201, 1]);
  const mixed = await call(`${PATH}/batch/create`, { json: { inputs: [score, status] } });
  expect([mixed.status, mixed.body.results[0].name, mixed.body.errors[0].context.name]).toEqual([
    207,
    'health_status',
    ['health_score'],
  ]);
  const read = await call(`${PATH}/batch/read`, { json: { inputs: [{ name: 'health_score' }, { name: 'no_such' }] } });
  expect([read.status, read.body.results.length]).toEqual([207, 1]);
});

test('the limit of custom properties is told, and kept', async () => {
  const { call } = await sandbox({ customPropertyLimit: 2 });
  await call(`${PATH}/groups`, { json: GROUP });
  const told = async () => {
    const { body } = await call('/crm/limits/2026-09/custom-properties');
    return body.byObjectType.find((row: { objectTypeId: string }) => row.objectTypeId === '0-2');
  };
  expect(await told()).toMatchObject({ limit: 2, usage: 1, percentage: 50 });
  expect((await call(PATH, { json: score })).status).toBe(201);
  expect((await call(PATH, { json: status })).status).toBe(400);
  expect(await told()).toMatchObject({ limit: 2, usage: 2, percentage: 100 });
});
