import { expect, test } from 'vitest';
import type { PortalEvent } from '../../../src/local/sandbox/events.ts';
import { handClock, sandbox } from './sandbox-fixture.ts';

async function listening() {
  const { clock, pass } = handClock();
  const started = await sandbox({ clock });
  const events: PortalEvent[] = [];
  started.portal.onEvent((event) => void events.push(event));
  /** The events since the last time, without what every event has. */
  const heard = () =>
    events.splice(0).map(({ eventId, subscriptionId, portalId, appId, occurredAt, attemptNumber, ...own }) => own);
  return { ...started, events, heard, clock, pass };
}

const CREATE = '/crm/objects/2026-09/deals';
const COMPANY = { objectId: 1, objectTypeId: '0-2' };

test('every event says which, of whom, when and for the how-manieth time', async () => {
  const { portal, events, clock, pass } = await listening();
  portal.upsert('companies', { id: '1', properties: { name: 'A', domain: 'a.example' } });
  pass(1_000);
  portal.upsert('companies', { id: '2', properties: { name: 'B' } });
  expect(events.map((event) => [event.portalId, event.attemptNumber, event.occurredAt - clock()])).toEqual([
    [4711, 0, -1_000],
    [4711, 0, -1_000],
    [4711, 0, 0],
  ]);
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(3);
  const [name, domain, nameAgain] = events.map(({ subscriptionId }) => subscriptionId);
  // There is one subscription for each property of each type.
  expect([name === nameAgain, name === domain]).toEqual([true, false]);
});

test('a change tells of each property whose value is another one', async () => {
  const { portal, heard } = await listening();
  const change = { subscriptionType: 'object.propertyChange', changeSource: 'CRM_UI', ...COMPANY };
  portal.upsert('companies', {
    id: '1',
    properties: { name: 'New', domain: 'alpha.example', numberofemployees: null },
  });
  expect(heard()).toEqual([
    { ...change, propertyName: 'name', propertyValue: 'New' },
    { ...change, propertyName: 'numberofemployees', propertyValue: '' },
  ]);
  portal.upsert('companies', { id: '1', properties: { name: 'New' } });
  expect(heard()).toEqual([]);
});

test('what an app writes is told as well, as an integration’s', async () => {
  const { call, heard } = await listening();
  const change = { subscriptionType: 'object.propertyChange', changeSource: 'INTEGRATION' };
  const update = (id: string, name: string) => ({ id, properties: { name, domain: 'alpha.example' } });
  await call('/crm/objects/2026-09/companies/batch/update', {
    json: { inputs: [update('1', 'A'), update('99', 'lost')] },
  });
  await call('/crm/objects/2026-09/companies/2', { method: 'PATCH', json: { properties: { name: 'B' } } });
  await call('/crm/objects/2026-09/companies/3', { method: 'PATCH', json: { properties: { no_such: 'x' } } });
  expect(heard()).toEqual([
    { ...change, ...COMPANY, propertyName: 'name', propertyValue: 'A' },
    { ...change, objectTypeId: '0-2', objectId: 2, propertyName: 'name', propertyValue: 'B' },
  ]);
  await call('/crm/objects/2026-09/companies/2', { method: 'DELETE' });
  await call('/crm/objects/2026-09/companies/2', { method: 'DELETE' });
  expect(heard()).toEqual([
    { subscriptionType: 'object.deletion', changeSource: 'INTEGRATION', objectTypeId: '0-2', objectId: 2 },
  ]);
});

test('a record made by the API, with its association', async () => {
  const { call, heard } = await listening();
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }];
  const { body } = await call(CREATE, {
    json: { properties: { dealname: 'New' }, associations: [{ to: { id: '1' }, types }] },
  });
  const id = Number(body.id);
  const source = { changeSource: 'INTEGRATION', associationCategory: 'HUBSPOT_DEFINED', associationRemoved: false };
  expect(heard()).toEqual([
    { subscriptionType: 'object.creation', changeSource: 'INTEGRATION', objectTypeId: '0-3', objectId: id },
    {
      subscriptionType: 'object.associationChange',
      ...source,
      associationType: 'DEAL_TO_COMPANY',
      associationTypeId: 5,
      fromObjectTypeId: '0-3',
      fromObjectId: id,
      toObjectTypeId: '0-2',
      toObjectId: 1,
      isPrimaryAssociation: true,
    },
    {
      subscriptionType: 'object.associationChange',
      ...source,
      associationType: 'COMPANY_TO_DEAL',
      associationTypeId: 6,
      fromObjectTypeId: '0-2',
      fromObjectId: 1,
      toObjectTypeId: '0-3',
      toObjectId: id,
      isPrimaryAssociation: true,
    },
  ]);
});

test('associations tell of what came and what went, from both ends', async () => {
  const { portal, heard } = await listening();
  const ends = () =>
    heard().map(
      (event) => `${event.associationType} ${event.fromObjectId} ${event.toObjectId} ${event.associationRemoved}`,
    );
  portal.associate('deals', '201', 'companies', ['2', '3']);
  expect(ends()).toEqual([
    'DEAL_TO_COMPANY 201 1 true',
    'COMPANY_TO_DEAL 1 201 true',
    'DEAL_TO_COMPANY 201 3 false',
    'COMPANY_TO_DEAL 3 201 false',
  ]);
  portal.upsert('contacts', { id: '101', properties: {}, associations: { companies: ['1', '2'] } });
  expect(ends()).toEqual(['CONTACT_TO_COMPANY 101 2 false', 'COMPANY_TO_CONTACT 2 101 false']);
  portal.associate('deals', '201', 'companies', ['2', '3']);
  expect(ends()).toEqual([]);
});

test('a new record, deletion and restore', async () => {
  const { portal, heard } = await listening();
  const company = (action: string, id: number) => ({
    subscriptionType: `object.${action}`,
    changeSource: 'CRM_UI',
    objectTypeId: '0-2',
    objectId: id,
  });
  portal.upsert('companies', { id: '50', properties: { name: 'Fifty' } });
  portal.archive('companies', '50');
  portal.archive('companies', '50');
  portal.restore('companies', '50');
  portal.restore('companies', '50');
  expect(heard()).toEqual([company('creation', 50), company('deletion', 50), company('restore', 50)]);
});

test('a merge names the winner and the loser', async () => {
  const { portal, heard } = await listening();
  portal.merge('companies', '1', '3');
  expect(heard()).toEqual([
    {
      subscriptionType: 'object.merge',
      changeSource: 'CRM_UI',
      objectTypeId: '0-2',
      primaryObjectId: 1,
      mergedObjectIds: [3],
      newObjectId: 1,
      numberOfPropertiesMoved: 0,
    },
  ]);
});

test('privacy deletion is told of contacts alone, beside their deletion', async () => {
  const { portal, heard } = await listening();
  portal.purge('contacts', '101');
  portal.purge('deals', '202');
  expect(heard()).toEqual([
    { subscriptionType: 'object.deletion', changeSource: 'CRM_UI', objectTypeId: '0-1', objectId: 101 },
    { subscriptionType: 'contact.privacyDeletion', changeSource: 'CRM_UI', objectId: 101 },
    { subscriptionType: 'object.deletion', changeSource: 'CRM_UI', objectTypeId: '0-3', objectId: 202 },
  ]);
});
