/** Labels of the portal's own on associations. */
import { expect, test } from 'vitest';
import type { PortalEvent } from '../../../src/local/sandbox/events.ts';
import { generatePortal } from '../../../src/local/sandbox/generate/generate-portal.ts';
import { DATA, handClock, sandbox } from './sandbox-fixture.ts';

const LABELLED = {
  ...DATA,
  associationLabels: [{ from: 'deals', id: '201', to: 'companies', toId: '2', label: 'Referred by' }],
};
type Started = Awaited<ReturnType<typeof sandbox>>;

/** Each associated record's types, as a batch read tells them: "USER_DEFINED 1 Referred by". */
async function types({ call }: Started, from: string, id: string, to: string) {
  const { body } = await call(`/crm/associations/2026-09/${from}/${to}/batch/read`, { json: { inputs: [{ id }] } });
  const rows = (body.results[0]?.to ?? []) as {
    toObjectId: number;
    associationTypes: { category: string; typeId: number; label: string | null }[];
  }[];
  return Object.fromEntries(
    rows.map((row) => [
      row.toObjectId,
      row.associationTypes.map(({ category, typeId, label }) => `${category} ${typeId} ${label}`),
    ]),
  );
}

const PRIMARY = ['HUBSPOT_DEFINED 5 Primary', 'HUBSPOT_DEFINED 341 null'];

test('stand beside HubSpot’s own types, with a type id for either direction', async () => {
  const started = await sandbox({ data: LABELLED });
  expect(await types(started, 'deals', '201', 'companies')).toEqual({
    1: PRIMARY,
    2: ['HUBSPOT_DEFINED 341 null', 'USER_DEFINED 1 Referred by'],
  });
  expect(await types(started, 'companies', '2', 'deals')).toEqual({
    201: ['HUBSPOT_DEFINED 342 null', 'USER_DEFINED 2 Referred by'],
  });
});

test('in a list, one row more, with the inner name of the type', async () => {
  const { call } = await sandbox({ data: LABELLED });
  const { body } = await call('/crm/objects/2026-09/deals?associations=companies');
  expect(body.results[0].associations.companies.results).toEqual([
    { id: '1', type: 'deal_to_company' },
    { id: '1', type: 'deal_to_company_unlabeled' },
    { id: '2', type: 'deal_to_company_unlabeled' },
    { id: '2', type: 'referred_by' },
  ]);
});

test('are told of as they come and go, from both ends, and bump no date', async () => {
  const { clock, pass } = handClock();
  const { portal } = await sandbox({ data: LABELLED, clock });
  const events: PortalEvent[] = [];
  portal.onEvent((event) => events.push(event));
  const before = [portal.record('deals', '201')?.updatedAt, portal.record('companies', '2')?.updatedAt];
  pass(1_000);
  portal.label('deals', '201', 'companies', '2', ['Friend']);
  const told = events.map(
    (event) =>
      `${event.subscriptionType} ${event.associationCategory} ${event.associationTypeId} ${event.fromObjectId} ${event.toObjectId} ${event.associationRemoved} ${event.isPrimaryAssociation}`,
  );
  expect(told).toEqual([
    'object.associationChange USER_DEFINED 1 201 2 true false',
    'object.associationChange USER_DEFINED 2 2 201 true false',
    'object.associationChange USER_DEFINED 3 201 2 false false',
    'object.associationChange USER_DEFINED 4 2 201 false false',
  ]);
  expect([portal.record('deals', '201')?.updatedAt, portal.record('companies', '2')?.updatedAt]).toEqual(before);
  portal.label('deals', '201', 'companies', '2', ['Friend']);
  expect(events).toHaveLength(4);
});

test('go with their association, stay with one that stays, and move with one that moves', async () => {
  const started = await sandbox({ data: LABELLED });
  const { portal } = started;
  const LABELS = ['HUBSPOT_DEFINED 341 null', 'USER_DEFINED 1 Referred by'];
  portal.associate('deals', '201', 'companies', ['3', '2']);
  expect((await types(started, 'deals', '201', 'companies'))[2]).toEqual(LABELS);
  portal.associate('deals', '201', 'companies', ['1']);
  portal.associate('deals', '201', 'companies', ['1', '2']);
  expect((await types(started, 'deals', '201', 'companies'))[2]).toEqual(['HUBSPOT_DEFINED 341 null']);
  portal.label('deals', '201', 'companies', '2', ['Referred by']);
  portal.merge('companies', '3', '2');
  expect(await types(started, 'deals', '201', 'companies')).toEqual({ 1: PRIMARY, 3: LABELS });
  portal.merge('deals', '202', '201');
  expect((await types(started, 'deals', '202', 'companies'))[3]).toEqual(LABELS);
});

test('need an association', async () => {
  const { portal } = await sandbox({ data: LABELLED });
  expect(() => portal.label('deals', '202', 'companies', '2', ['Friend'])).toThrow(/no association of deal 202/);
});

test('a few deals of the invented portal have a referrer, who is their second company', () => {
  const { objects, associationLabels = [] } = generatePortal({ seed: 1, now: Date.UTC(2026, 5, 15), companies: 300 });
  const seconds = new Map((objects.deals ?? []).map(({ id, associations }) => [id, associations.companies?.[1]]));
  expect(associationLabels.length).toBeGreaterThan(3);
  expect(associationLabels.length).toBeLessThan(seconds.size / 20);
  for (const { id, toId, label } of associationLabels) expect([seconds.get(id), label]).toEqual([toId, 'Referrer']);
});
