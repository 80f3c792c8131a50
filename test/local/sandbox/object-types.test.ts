/** The object types beyond the first six, over HTTP: paths, scopes, links, and who may write. */
import { describe, expect, test } from 'vitest';
import { readScopes } from '../../../src/hubspot/needed-scopes.ts';
import { ALL_SCOPES, STANDARD_TYPES } from '../../../src/local/sandbox/object-types.ts';
import type { PortalData } from '../../../src/local/sandbox/portal-data.ts';
import { OBJECT_TYPES } from '../../../src/scoring/object-types.ts';
import { OBJECTS } from '../../../src/scoring/properties.ts';
import { DATA, record, sandbox } from './sandbox-fixture.ts';

const AT = '2026-05-04T09:00:00.000Z';
const links = { companies: ['1'], contacts: ['101'], deals: ['201'] };

interface Example {
  /** Of HubSpot's objects. */
  readonly typeId: string;
  readonly singular: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Association type ids of HubSpot's docs and client, by what is at the other end. */
  readonly associationTypes: Readonly<Record<string, number>>;
  /** Without any one of these the type cannot be read. */
  readonly scopes: readonly string[];
  /** A record cannot be made without these. */
  readonly required: readonly string[];
}

const CONTACTS = 'crm.objects.contacts.read';

const EXAMPLES: Readonly<Record<string, Example>> = {
  meetings: {
    typeId: '0-47',
    singular: 'meeting_event',
    properties: { hs_timestamp: AT, hs_meeting_start_time: AT, hs_meeting_outcome: 'NO_SHOW' },
    associationTypes: { companies: 188, contacts: 200, deals: 212 },
    scopes: [CONTACTS],
    required: ['hs_timestamp'],
  },
  calls: {
    typeId: '0-48',
    singular: 'call',
    properties: { hs_timestamp: AT, hs_call_direction: 'INBOUND', hs_call_duration: '60000' },
    associationTypes: { companies: 182, contacts: 194, deals: 206 },
    scopes: [CONTACTS],
    required: ['hs_timestamp'],
  },
  communications: {
    typeId: '0-18',
    singular: 'communication',
    properties: { hs_timestamp: AT, hs_communication_channel_type: 'WHATS_APP' },
    associationTypes: { companies: 87, contacts: 81, deals: 85 },
    scopes: [CONTACTS],
    required: ['hs_timestamp', 'hs_communication_channel_type'],
  },
  notes: {
    typeId: '0-46',
    singular: 'note',
    properties: { hs_timestamp: AT, hs_note_body: '<p>They plan to grow.</p>' },
    associationTypes: { companies: 190, contacts: 202, deals: 214 },
    scopes: [CONTACTS],
    required: ['hs_timestamp'],
  },
  feedback_submissions: {
    typeId: '0-19',
    singular: 'feedback_submission',
    properties: { hs_survey_type: 'NPS', hs_value: '9', hs_response_group: 'PROMOTER', hs_submission_timestamp: AT },
    associationTypes: { contacts: 98 },
    scopes: [CONTACTS, 'crm.objects.feedback_submissions.read'],
    required: [],
  },
  subscriptions: {
    typeId: '0-69',
    singular: 'subscription',
    properties: { hs_name: 'Base plan', hs_status: 'past_due', hs_recurring_billing_start_date: '2026-05-04' },
    associationTypes: { companies: 297, contacts: 295, deals: 299 },
    scopes: ['crm.objects.subscriptions.read'],
    required: ['hs_name'],
  },
  commerce_payments: {
    typeId: '0-101',
    singular: 'commerce_payment',
    properties: { hs_initial_amount: '9.50', hs_initiated_date: AT, hs_latest_status: 'succeeded' },
    associationTypes: { companies: 389, contacts: 387, deals: 391 },
    scopes: ['crm.objects.commercepayments.read'],
    required: ['hs_initial_amount', 'hs_initiated_date'],
  },
  quotes: {
    typeId: '0-14',
    singular: 'quote',
    properties: { hs_title: 'Two more sites', hs_status: 'DRAFT', hs_expiration_date: AT },
    associationTypes: { companies: 71, contacts: 69, deals: 64 },
    scopes: ['crm.objects.quotes.read'],
    required: ['hs_title', 'hs_expiration_date'],
  },
};

const data: PortalData = {
  ...DATA,
  objects: {
    ...DATA.objects,
    ...Object.fromEntries(
      Object.entries(EXAMPLES).map(([type, { properties, associationTypes }], index) => [
        type,
        [
          record(
            String(900 + index),
            properties,
            Object.fromEntries(Object.entries(links).filter(([to]) => to in associationTypes)),
          ),
        ],
      ]),
    ),
  },
};

const objects = (type: string) => `/crm/objects/2026-09/${type}`;
const idOf = (type: string) => data.objects[type]?.[0]?.id ?? '';

describe.each(Object.entries(EXAMPLES))('%s', (type, { typeId, singular, properties, ...example }) => {
  const names = Object.keys(properties);
  const [dated = ''] = names.filter((name) => properties[name] === AT || properties[name] === '2026-05-04');
  const first = dated || (names[0] ?? '');

  test('is listed, found and read by the batch, by all of its names', async () => {
    const { call } = await sandbox({ data });
    for (const name of [type, singular, typeId]) {
      const listed = await call(`${objects(name)}?properties=${names.join()}`);
      expect(listed.body.results[0]).toMatchObject({ id: idOf(type), properties });
      const filter = { propertyName: first, operator: 'EQ', value: properties[first] };
      const found = await call(`${objects(name)}/search`, {
        json: { filterGroups: [{ filters: [filter] }], properties: names },
      });
      expect([found.body.total, found.body.results[0]?.properties]).toEqual([1, expect.objectContaining(properties)]);
      const read = await call(`${objects(name)}/batch/read`, {
        json: { inputs: [{ id: idOf(type) }], properties: names },
      });
      expect(read.body.results[0]).toMatchObject({ id: idOf(type), properties });
    }
  });

  test('is associated by HubSpot’s types, inline and by the batch, from either end', async () => {
    const { call } = await sandbox({ data });
    const asked = Object.keys(example.associationTypes);
    const { body } = await call(`${objects(type)}?associations=${asked.join()}`);
    for (const [to, associationType] of Object.entries(example.associationTypes)) {
      const [id] = links[to as keyof typeof links];
      const end = STANDARD_TYPES.find((one) => one.plural === to)?.singular;
      expect(body.results[0].associations[to].results).toEqual([{ id, type: `${singular}_to_${end}` }]);
      const path = (a: string, b: string) => `/crm/associations/2026-09/${a}/${b}/batch/read`;
      const there = await call(path(type, to), { json: { inputs: [{ id: idOf(type) }] } });
      expect(there.body.results[0].to).toEqual([
        {
          toObjectId: Number(id),
          associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: associationType, label: null }],
        },
      ]);
      const back = await call(path(to, type), { json: { inputs: [{ id }] } });
      expect(back.body.results[0].to[0].toObjectId).toBe(Number(idOf(type)));
    }
  });

  test('is read with each of its scopes, and with no other', async () => {
    for (const scope of example.scopes) {
      const { call } = await sandbox({ data, scopes: ALL_SCOPES.filter((one) => one !== scope) });
      const refused = await call(objects(type));
      expect([refused.status, refused.body.category]).toEqual([403, 'MISSING_SCOPES']);
      expect((await call(`/crm/properties/2026-09/${type}`)).status).toBe(403);
    }
    const { call } = await sandbox({ data, scopes: example.scopes });
    expect((await call(objects(type))).status).toBe(200);
    expect((await call(`/crm/properties/2026-09/${type}`)).status).toBe(200);
  });

  test('may be absent from a portal, which knows nothing of it then', async () => {
    const { call } = await sandbox({ data, withoutTypes: [type] });
    for (const name of [type, singular, typeId]) expect((await call(objects(name))).status).toBe(400);
    expect((await call(`${objects('companies')}?associations=${type}`)).status).toBe(400);
    expect((await call(objects('companies'))).status).toBe(200);
  });

  test('tells of its changes', async () => {
    const { portal } = await sandbox({ data });
    const heard: string[] = [];
    portal.onEvent(({ subscriptionType, objectTypeId, propertyName }) =>
      heard.push([subscriptionType, objectTypeId, propertyName].join(' ')),
    );
    portal.upsert(type, { id: idOf(type), properties: { [first]: '2020-01-01' } });
    portal.archive(type, idOf(type));
    expect(heard).toEqual([`object.propertyChange ${typeId} ${first}`, `object.deletion ${typeId} `]);
  });
});

/** So that what is left of a type with one property is no empty write, which is refused for that. */
const spare = (type: string): Record<string, string> => (type === 'quotes' ? { hs_currency: 'EUR' } : {});

const writable = Object.entries(EXAMPLES).filter(([type]) => type !== 'feedback_submissions');

test.each(writable)('%s are made with what HubSpot requires, changed and archived', async (type, example) => {
  const { properties, required } = example;
  const { call } = await sandbox({ data });
  expect((await call(objects(type), { json: { properties } })).status).toBe(201);
  for (const name of required) {
    const { [name]: _, ...rest } = properties;
    const { status, body } = await call(objects(type), { json: { properties: { ...rest, ...spare(type) } } });
    expect([status, body.message]).toEqual([400, `Some required properties were not set: [${name}]`]);
  }
  const path = `${objects(type)}/${idOf(type)}`;
  expect((await call(path, { method: 'PATCH', json: { properties } })).status).toBe(200);
  expect((await call(path, { method: 'DELETE' })).status).toBe(204);
});

test('survey answers are read-only, whatever is granted', async () => {
  const { call, portal } = await sandbox({ data });
  const path = objects('feedback_submissions');
  const { properties } = EXAMPLES.feedback_submissions ?? { properties: {} };
  const id = idOf('feedback_submissions');
  const refusals = [
    await call(path, { json: { properties } }),
    await call(`${path}/${id}`, { method: 'PATCH', json: { properties: { hs_value: '10' } } }),
    await call(`${path}/${id}`, { method: 'DELETE' }),
    await call(`${path}/batch/update`, { json: { inputs: [{ id, properties: { hs_value: '10' } }] } }),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([405, 405, 405, 405]);
  expect(portal.count('feedback_submissions')).toBe(1);
  expect(portal.record('feedback_submissions', id)?.properties.hs_value).toBe('9');
});

test('options are those of HubSpot’s docs', async () => {
  const { call } = await sandbox({ data });
  const change = (type: string, properties: Record<string, string>) =>
    call(`${objects(type)}/${idOf(type)}`, { method: 'PATCH', json: { properties } });
  expect((await change('subscriptions', { hs_status: 'cancelled' })).status).toBe(400);
  expect((await change('subscriptions', { hs_status: 'canceled' })).status).toBe(200);
  expect((await change('commerce_payments', { hs_latest_status: 'paid' })).status).toBe(400);
  expect((await change('calls', { hs_call_status: 'ANSWERED' })).status).toBe(400);
  // A portal adds outcomes of its own.
  expect((await change('meetings', { hs_meeting_outcome: 'Postponed' })).status).toBe(200);
});

test('what we say a type takes is what HubSpot asks for', () => {
  for (const type of OBJECT_TYPES) {
    const info = STANDARD_TYPES.find(({ plural }) => plural === type);
    expect(info?.typeId, type).toBe(OBJECTS[type].typeId);
    expect(readScopes(type), type).toEqual(info?.readScopes);
  }
});

describe('a custom object', () => {
  const custom: PortalData = {
    ...DATA,
    objects: { ...DATA.objects, projects: [record('901', { started: '2026-05-04' }, { companies: ['1'] })] },
    extraProperties: { projects: [{ name: 'started', type: 'date' }] },
  };

  test('goes by its type id or its fully qualified name, and by no other', async () => {
    const { call } = await sandbox({ data: custom });
    for (const name of ['2-1', 'p4711_projects']) {
      const { status, body } = await call(`${objects(name)}?properties=started&associations=companies`);
      expect(status).toBe(200);
      expect(body.results[0]).toMatchObject({
        id: '901',
        properties: { started: '2026-05-04' },
        associations: { companies: { results: [{ id: '1' }] } },
      });
    }
    for (const name of ['projects', 'project', '2-2', 'p4712_projects'])
      expect((await call(objects(name))).status, name).toBe(400);
  });

  test('takes its own scope', async () => {
    const { call } = await sandbox({
      data: custom,
      scopes: ALL_SCOPES.filter((one) => one !== 'crm.objects.custom.read'),
    });
    expect((await call(objects('2-1'))).status).toBe(403);
    expect(readScopes('2-1')).toEqual(['crm.objects.custom.read']);
  });
});
