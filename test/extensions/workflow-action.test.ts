/** The workflow action's metafile against the route that HubSpot calls by it, and against what HubSpot's docs ask for. */
import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import app from '../../app.json' with { type: 'json' };
import metafile from '../../extensions/app/workflow-actions/recalculate-hsmeta.json' with { type: 'json' };
import { RECALCULATE_PATH } from '../../src/http/recalculate-route.ts';
import { CLIENT_SECRET, PUBLIC_URL, startSignedService } from '../http/signed-service.ts';
import { openEventsRig } from '../jobs/events-rig.ts';
import { PAID } from '../jobs/small-portal.ts';
import { openTestStore } from '../store/test-store.ts';

const { config } = metafile;
const outputs = config.outputFields.map(({ typeDefinition }) => typeDefinition);

test('HubSpot calls the route where it listens', () => {
  expect([config.actionUrl, app.urls.workflowAction]).toEqual(Array(2).fill(`\${BACKEND_URL}${RECALCULATE_PATH}`));
});

test('the steps that follow are promised what the route answers, and all of it', async () => {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const rig = await openEventsRig(store);
  onTestFinished(rig.close);
  const service = await startSignedService(store, rig.now, () => {});
  onTestFinished(service.close);
  const body = JSON.stringify({
    callbackId: 'ap-1-2-3-0',
    origin: { portalId: rig.store.portalId },
    object: { objectId: Number(PAID), objectType: config.objectTypes[0] },
    // As many as the metafile asks for.
    inputFields: Object.fromEntries(config.inputFields.map((field) => [field, ''])),
  });
  const signature = createHash('sha256').update(`${CLIENT_SECRET}POST${PUBLIC_URL}${RECALCULATE_PATH}${body}`);
  const answer = await fetch(service.url + RECALCULATE_PATH, {
    method: 'POST',
    headers: { 'x-hubspot-signature': signature.digest('hex'), 'x-hubspot-signature-version': 'v2' },
    body,
  });
  const { outputFields } = (await answer.json()) as { outputFields: Record<string, string> };
  // HubSpot's docs: how the step ended goes with the outputs and is none of them.
  const { hs_execution_state: state, ...answered } = outputFields;
  expect([answer.status, state]).toEqual([200, 'SUCCESS']);
  expect(Object.keys(answered).toSorted()).toEqual(outputs.map(({ name }) => name).toSorted());
  for (const { name, type, options } of outputs) {
    const value = answered[name] ?? '';
    if (type === 'number') expect([name, value]).toEqual([name, expect.stringMatching(/^\d+(\.\d+)?$/)]);
    else expect([name, options?.map((option) => option.value)]).toEqual([name, expect.arrayContaining([value])]);
  }
});

test('a status may be whatever the company property may be', () => {
  const property = app.companyProperties.properties.find(({ name }) => name === 'account_health_status');
  const status = outputs.find(({ name }) => name === 'status');
  expect(status?.options).toEqual(property?.options?.map(({ value, label }) => ({ value, label })));
  expect(status?.options?.length).toBeGreaterThan(0);
});

test('every accepted language names the action and all its outputs', () => {
  // HubSpot's docs on custom actions: English must be there; of ours, Italian alone is taken besides.
  expect(Object.keys(config.labels)).toEqual(['en', 'it']);
  for (const labels of Object.values(config.labels)) {
    const { actionName, actionDescription, actionCardContent, outputFieldLabels } = labels;
    for (const text of [actionName, actionDescription, actionCardContent, ...Object.values(outputFieldLabels)])
      expect(text).toMatch(/\p{L}/u);
    expect(Object.keys(outputFieldLabels)).toEqual(outputs.map(({ name }) => name));
  }
});

test('everybody who installed the app is offered it, in workflows for companies', () => {
  expect(config).toMatchObject({ isPublished: true, supportedClients: [{ client: 'WORKFLOWS' }] });
  expect(config.objectTypes).toEqual(['COMPANY']);
});
