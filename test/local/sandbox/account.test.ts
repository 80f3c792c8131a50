import { expect, test } from 'vitest';
import { DATA, record, sandbox } from './sandbox-fixture.ts';

test('account info names portal, zone and currency', async () => {
  const { call } = await sandbox({ clock: () => Date.parse('2026-07-01T00:00:00Z') });
  const { status, body } = await call('/account-info/2026-09/details');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    portalId: 4711,
    timeZone: 'Europe/Rome',
    companyCurrency: 'EUR',
    uiDomain: 'app.hubspot.com',
    utcOffset: '+02:00',
    utcOffsetMilliseconds: 7_200_000,
  });
});

test('owners page by id', async () => {
  const owned = Array.from({ length: 5 }, (_, index) =>
    record(String(index + 1), { hubspot_owner_id: String(9 + index) }),
  );
  const { call } = await sandbox({ data: { ...DATA, objects: { companies: owned } } });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { body } = await call(`/crm/owners/2026-09?limit=2${after === undefined ? '' : `&after=${after}`}`);
    seen.push(...body.results.map((one: { id: string }) => one.id));
    after = body.paging?.next.after;
  } while (after !== undefined);
  expect(seen).toEqual(['9', '10', '11', '12', '13']);
  expect((await call('/crm/owners/2026-09?limit=501')).status).toBe(400);
});

test('an owner whom the data names has that name, the others an invented one', async () => {
  const owned = [record('1', { hubspot_owner_id: '7' }), record('2', { hubspot_owner_id: '8' })];
  const owners = [{ id: '7', email: 'ada.zoradax@portal.example', firstName: 'Ada', lastName: 'Zoradax' }];
  const { call } = await sandbox({ data: { ...DATA, objects: { companies: owned }, owners } });
  const { body } = await call('/crm/owners/2026-09');
  expect(body.results).toMatchObject([
    { ...owners[0], userId: 7 },
    { id: '8', firstName: 'Owner', lastName: '8' },
  ]);
});

test('every user is an owner, under the address where nothing names them; who left is none', async () => {
  const users = [
    { id: '1', email: 'admin@portal.example', superAdmin: true },
    { id: '2', email: 'gone@portal.example' },
  ];
  const owned = [record('1', { hubspot_owner_id: '7' })];
  const { call } = await sandbox({ data: { ...DATA, objects: { companies: owned }, users, formerOwners: ['2'] } });
  const { body } = await call('/crm/owners/2026-09');
  expect(body.results).toMatchObject([
    { id: '1', userId: 1, email: 'admin@portal.example', firstName: '', lastName: '' },
    { id: '7', email: 'owner7@example.com' },
  ]);
});

test('pipelines have their stages, and those that records are in', async () => {
  const { call } = await sandbox();
  const deals = await call('/crm/pipelines/2026-09/deals');
  const [standard, own] = deals.body.results;
  expect(standard.stages.find((stage: { id: string }) => stage.id === 'closedwon').metadata).toEqual({
    probability: '1.0',
    isClosed: 'true',
  });
  expect([own.id, own.stages[0].id, own.stages[0].metadata.isClosed]).toEqual(['renewals', 'signed', 'false']);
  const tickets = await call('/crm/pipelines/2026-09/tickets');
  expect(tickets.body.results[0].stages.at(-1).metadata.ticketState).toBe('CLOSED');
  expect((await call('/crm/pipelines/2026-09/emails')).status).toBe(404);
});

test('a bad token or none is 401', async () => {
  const { call } = await sandbox({ tokens: ['one', 'two'] });
  for (const token of ['one', 'two']) {
    expect((await call('/account-info/2026-09/details', { token })).status).toBe(200);
  }
  for (const token of [null, 'three']) {
    const { status, body } = await call('/account-info/2026-09/details', { token });
    expect([status, body.status, body.category]).toEqual([401, 'error', 'INVALID_AUTHENTICATION']);
  }
});

test('a scope that was not granted is 403 MISSING_SCOPES and named; emails need two', async () => {
  const { call, portal } = await sandbox({ scopes: ['crm.objects.companies.read', 'crm.objects.contacts.read'] });
  const refusal = async (path: string, json?: unknown) => {
    const { status, body } = await call(path, { json });
    return status === 403 ? [body.category, ...body.errors[0].context.requiredGranularScopes] : status;
  };
  expect(await refusal('/crm/objects/2026-09/companies')).toBe(200);
  expect(await refusal('/crm/objects/2026-09/emails')).toEqual(['MISSING_SCOPES', 'sales-email-read']);
  expect(await refusal('/crm/objects/2026-09/tickets')).toEqual(['MISSING_SCOPES', 'tickets']);
  expect(await refusal('/crm/objects/2026-09/contacts?associations=deals')).toEqual([
    'MISSING_SCOPES',
    'crm.objects.deals.read',
  ]);
  const inputs = { inputs: [{ id: '1', properties: { name: 'x' } }] };
  expect(await refusal('/crm/objects/2026-09/companies/batch/update', inputs)).toEqual([
    'MISSING_SCOPES',
    'crm.objects.companies.write',
  ]);
  expect(await refusal('/crm/properties/2026-09/companies/groups', { name: 'g', label: 'G' })).toEqual([
    'MISSING_SCOPES',
    'crm.schemas.companies.write',
  ]);
  expect(await refusal('/crm/owners/2026-09')).toEqual(['MISSING_SCOPES', 'crm.objects.owners.read']);
  portal.setScopes(['crm.objects.contacts.read', 'sales-email-read']);
  expect(await refusal('/crm/objects/2026-09/emails')).toBe(200);
  expect(await refusal('/crm/objects/2026-09/companies')).toEqual(['MISSING_SCOPES', 'crm.objects.companies.read']);
});

test('a private app’s token tells its scopes; no other token does', async () => {
  const oauthApp = { clientId: 'c', clientSecret: 's', redirectUris: [] };
  const { call, portal, token } = await sandbox({ scopes: ['tickets', 'oauth'], oauthApp });
  const ask = (tokenKey: string, asking?: string) =>
    call('/oauth/v2/private-apps/get/access-token-info', { json: { tokenKey }, ...(asking && { token: asking }) });
  expect((await ask(token)).body).toMatchObject({ hubId: 4711, scopes: ['tickets', 'oauth'] });
  portal.setScopes(['tickets']);
  expect((await ask(token)).body.scopes).toEqual(['tickets']);
  expect((await ask('unknown')).status).toBe(401);
  expect((await ask(token, 'unknown')).status).toBe(401);
});

test('a type that the portal does not have is 400, by every name and on every path', async () => {
  const { call } = await sandbox({ withoutTypes: ['deals'] });
  for (const name of ['deals', 'deal', '0-3']) {
    for (const path of [`/crm/objects/2026-09/${name}`, `/crm/properties/2026-09/${name}`]) {
      const { status, body } = await call(path);
      expect([status, body.message]).toEqual([400, `Unable to infer object type from: ${name}`]);
    }
  }
  expect((await call('/crm/objects/2026-09/companies?associations=deals')).status).toBe(400);
  expect((await call('/crm/objects/2026-09/companies')).status).toBe(200);
});

test('bodies must be JSON, and say so', async () => {
  const { url, token } = await sandbox();
  const post = (type: string, body: string) =>
    fetch(`${url}/crm/objects/2026-09/companies/search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    });
  expect((await post('application/json', '{"limit":')).status).toBe(400);
  expect((await post('application/json', '[]')).status).toBe(400);
  expect((await post('text/plain', '{}')).status).toBe(415);
});
