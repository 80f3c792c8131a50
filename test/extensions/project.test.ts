/** The HubSpot project as HubSpot's own parser sees it, and its agreement with app.json. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATUSES } from '@account-health/contract';
import { loadHsProfileFile } from '@hubspot/project-parsing-lib/profiles';
import { parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { translate, translateForLocalDev } from '@hubspot/project-parsing-lib/translate';
import { collectFileDependencies, findAndParsePackageJsonFiles } from '@hubspot/project-parsing-lib/workspaces';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import app from '../../app.json' with { type: 'json' };
import { readWebhookEvents } from '../../src/http/webhook-events.ts';
import { WEBHOOKS_PATH } from '../../src/http/webhooks-route.ts';
import { OBJECT_TYPES, type ObjectType } from '../../src/scoring/object-types.ts';
import { OBJECTS } from '../../src/scoring/properties.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';

const root = join(import.meta.dirname, '../..');
const { platformVersion, srcDir } = parseProjectConfig(root);
const source = join(root, srcDir);
const parsed = (profile = 'local') =>
  translate({ projectSourceDir: source, platformVersion }, { skipValidation: true, profile });

interface WebhooksConfig {
  readonly settings: { targetUrl: string; maxConcurrentRequests: number };
  readonly subscriptions: {
    crmObjects: { subscriptionType: string; objectType: string; propertyName?: string; active: boolean }[];
    legacyCrmObjects: unknown[];
    hubEvents: { subscriptionType: string; active: boolean }[];
  };
}

const readMetafile = <Config>(path: string): Config =>
  (JSON.parse(readFileSync(join(source, path), 'utf8')) as { config: Config }).config;

describe('HubSpot’s parser', () => {
  test('takes every metafile, none nested too deep, and puts the backend’s address in', async () => {
    const { intermediateRepresentation, skippedHsMetaFiles } = await parsed();
    expect(skippedHsMetaFiles).toEqual([]);
    const { account_health_settings, account_health_tab, account_health_preview, account_health_record, ...nodes } =
      intermediateRepresentation.intermediateNodesIndexedByUid;
    const cards = { account_health_tab, account_health_preview, account_health_record };
    expect(Object.values(cards).map((card) => [card?.metaFilePath, card?.config])).toMatchObject([
      ['app/cards/health-tab-hsmeta.json', { location: 'crm.record.tab', objectTypes: ['companies'] }],
      ['app/cards/health-preview-hsmeta.json', { location: 'crm.preview', objectTypes: ['companies'] }],
      [
        'app/cards/record-health-hsmeta.json',
        { location: 'crm.record.sidebar', objectTypes: ['deals', 'tickets', 'contacts'] },
      ],
    ]);
    const { account_health, account_health_card, account_health_webhooks, account_health_recalculate, ...others } =
      nodes;
    expect(others).toEqual({});
    expect(account_health_settings).toMatchObject({
      componentType: 'SETTINGS',
      metaFilePath: 'app/settings/settings-hsmeta.json',
      componentDeps: { app: 'account_health' },
    });
    expect(account_health).toMatchObject({
      componentType: 'APPLICATION',
      config: { permittedUrls: { fetch: ['https://account-health.example.com'] } },
    });
    expect(account_health_card).toMatchObject({
      componentType: 'CARD',
      metaFilePath: 'app/cards/health-card-hsmeta.json',
      componentDeps: { app: 'account_health' },
      config: { location: 'crm.record.sidebar', objectTypes: ['companies'] },
    });
    expect(account_health_webhooks).toMatchObject({
      componentType: 'WEBHOOKS',
      metaFilePath: 'app/webhooks/webhooks-hsmeta.json',
      componentDeps: { app: 'account_health' },
      config: { settings: { targetUrl: 'https://account-health.example.com/webhooks/hubspot' } },
    });
    expect(account_health_recalculate).toMatchObject({
      componentType: 'WORKFLOW_ACTION',
      metaFilePath: 'app/workflow-actions/recalculate-hsmeta.json',
      componentDeps: { app: 'account_health' },
      config: { actionUrl: 'https://account-health.example.com/workflow-actions/recalculate' },
    });
  });

  test('finds no parsing error, and the card’s entry point is a file', async () => {
    const { intermediateRepresentation } = await translateForLocalDev(
      { projectSourceDir: source, platformVersion },
      { skipValidation: true, profile: 'local' },
    );
    const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
    expect(nodes.flatMap((node) => node.localDev.parsingErrors)).toEqual([]);
    const cards = nodes.filter((node) => node.componentType === 'CARD');
    expect(cards).toHaveLength(4);
    const settings = nodes.find((node) => node.componentType === 'SETTINGS')?.config as { entrypoint: string };
    expect(readFileSync(join(source, settings.entrypoint), 'utf8')).toContain(`hubspot.extend<'settings'>`);
    for (const { config } of cards) {
      const { entrypoint, location } = config as { entrypoint: string; location: string };
      // The entry asks for the place that its metafile names.
      expect(readFileSync(join(source, entrypoint), 'utf8')).toContain(`hubspot.extend<'${location}'>`);
    }
    expect(intermediateRepresentation.profileData).toEqual({ BACKEND_URL: 'https://account-health.example.com' });
  });

  test('takes the project for another account and address, as a production profile names them', async () => {
    const copy = join(mkdtempSync(join(inject('runFolder'), 'project-')), 'extensions');
    cpSync(source, copy, { recursive: true, filter: (path) => !path.includes('node_modules') });
    const profile = { accountId: 7, variables: { BACKEND_URL: 'https://health.acme.io' } };
    writeFileSync(join(copy, 'hsprofile.production.json'), JSON.stringify(profile));
    const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
      { projectSourceDir: copy, platformVersion },
      { skipValidation: true, profile: 'production' },
    );
    expect(skippedHsMetaFiles).toEqual([]);
    const nodes = intermediateRepresentation.intermediateNodesIndexedByUid;
    expect(Object.keys(nodes).toSorted()).toEqual(
      ['', '_card', '_preview', '_recalculate', '_record', '_settings', '_tab', '_webhooks'].map(
        (part) => app.uid + part,
      ),
    );
    expect(nodes[app.uid]?.config).toMatchObject({
      name: app.name,
      distribution: 'marketplace',
      auth: {
        type: 'oauth',
        redirectUrls: ['https://health.acme.io/oauth/callback'],
        requiredScopes: app.scopes.required,
        optionalScopes: app.scopes.optional,
      },
      permittedUrls: { fetch: ['https://health.acme.io'] },
      support: app.support,
    });
    expect(JSON.stringify(nodes)).not.toMatch(/\$\{|account-health\.example\.com/);
  });

  test('refuses a profile that lacks the backend’s address', async () => {
    await expect(parsed('absent')).rejects.toThrow(/hsprofile\.absent\.json/);
  });

  test('uploads the contract that the card depends on', async () => {
    const dependencies = await collectFileDependencies(await findAndParsePackageJsonFiles(source));
    expect(dependencies.map(({ packageName, localPath }) => [packageName, localPath])).toEqual([
      ['@account-health/contract', join(source, 'app/packages/contract')],
    ]);
  });
});

describe('app.json', () => {
  test('gives every company property what HubSpot requires, and the status the contract’s values', () => {
    const { group, properties } = app.companyProperties;
    for (const property of properties) {
      expect(property.name.startsWith(`${group.name}_`)).toBe(true);
      expect(property).toMatchObject({
        label: expect.stringMatching(/./),
        description: expect.stringMatching(/./),
        type: expect.stringMatching(/^(number|string|enumeration|datetime|date)$/),
        fieldType: { number: 'number', string: 'text', enumeration: 'select', datetime: 'date', date: 'date' }[
          property.type
        ],
      });
      expect('options' in property).toBe(property.type === 'enumeration');
    }
    const status = properties.find((property) => property.name === 'account_health_status');
    expect(status?.options?.map((option) => option.value)).toEqual(STATUSES);
  });
});

describe('webhooks', () => {
  const { settings, subscriptions } = readMetafile<WebhooksConfig>('app/webhooks/webhooks-hsmeta.json');
  /** HubSpot's docs on generic subscriptions name a type so, and every subscription "object.*". */
  const SINGULARS: Readonly<Record<ObjectType, string>> = {
    companies: 'company',
    contacts: 'contact',
    deals: 'deal',
    tickets: 'ticket',
    emails: 'email',
    invoices: 'invoice',
    meetings: 'meeting_event',
    calls: 'call',
    communications: 'communication',
    notes: 'note',
    feedback_submissions: 'feedback_submission',
    subscriptions: 'subscription',
    commerce_payments: 'commerce_payment',
    quotes: 'quote',
  };
  const plan = readPlan(SIGNALS);
  /** HubSpot's docs: it does not tell of these. An email's subject does not change once it is sent or received. */
  const UNTOLD = ['email.hs_email_subject'];

  test('go where the service listens', () => {
    expect([settings.targetUrl, app.urls.webhooks]).toEqual(Array(2).fill(`\${BACKEND_URL}${WEBHOOKS_PATH}`));
    // HubSpot's docs: it must be greater than five.
    expect(settings.maxConcurrentRequests).toBeGreaterThan(5);
  });

  test('tell of every property that a signal reads and HubSpot tells of, and of no other', () => {
    const told = subscriptions.crmObjects.filter((one) => one.subscriptionType === 'object.propertyChange');
    const read = plan.flatMap(({ objectType, properties }) =>
      properties.map((propertyName) => `${SINGULARS[objectType]}.${propertyName}`),
    );
    expect(read).toEqual(expect.arrayContaining(UNTOLD));
    const wanted = read.filter((one) => !UNTOLD.includes(one));
    expect(told.map((one) => `${one.objectType}.${one.propertyName}`).toSorted()).toEqual(wanted.toSorted());
  });

  test('tell of all else that may happen to a record of each type', () => {
    const told = subscriptions.crmObjects.filter((one) => one.subscriptionType !== 'object.propertyChange');
    const actions = ['creation', 'deletion', 'merge', 'restore', 'associationChange'];
    const wanted = plan.flatMap(({ objectType }) =>
      actions.map((action) => ({
        subscriptionType: `object.${action}`,
        objectType: SINGULARS[objectType],
        active: true,
      })),
    );
    expect(told).toHaveLength(wanted.length);
    expect(told).toEqual(expect.arrayContaining(wanted));
  });

  test('tell of privacy deletions; none is switched off, and HubSpot allows as many', () => {
    expect(subscriptions.hubEvents).toEqual([{ subscriptionType: 'contact.privacyDeletion', active: true }]);
    expect(subscriptions.legacyCrmObjects).toEqual([]);
    expect(subscriptions.crmObjects.filter((one) => !one.active)).toEqual([]);
    expect(subscriptions.crmObjects.length).toBeLessThan(1_000);
  });

  test('the service makes something of every one of them', () => {
    const events = [...subscriptions.crmObjects, ...subscriptions.hubEvents].map((one, index) => {
      const { objectType, ...subscription } = { objectType: undefined, propertyName: undefined, ...one };
      const type = OBJECT_TYPES.find((each) => SINGULARS[each] === objectType);
      const typeId = type === undefined ? undefined : OBJECTS[type].typeId;
      // Each is about a record of its own.
      const ids =
        one.subscriptionType === 'object.associationChange'
          ? { fromObjectTypeId: typeId, fromObjectId: index + 1, toObjectTypeId: '0-8', toObjectId: 1 }
          : { objectTypeId: typeId, objectId: index + 1 };
      return { portalId: 1, ...subscription, ...ids };
    });
    const { portals, ignored } = readWebhookEvents(events);
    expect([...ignored]).toEqual([]);
    expect((portals[0]?.touched.length ?? 0) + (portals[0]?.purges.length ?? 0)).toBe(events.length);
  });
});

describe('no secrets', () => {
  const names = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
      : [];
  const secretName = /key|secret|token|auth|password|pak/i;

  test('hubspot.config.yml names accounts and nothing else', () => {
    const config: unknown = parse(readFileSync(join(root, 'hubspot.config.yml'), 'utf8'));
    expect(names(config).filter((name) => secretName.test(name))).toEqual([]);
    expect(config).toMatchObject({
      portals: [{ name: 'local', portalId: loadHsProfileFile(source, 'local').accountId }],
    });
  });

  test('nor does a profile, which every card can read', () => {
    const { variables } = loadHsProfileFile(source, 'local');
    expect(names(variables).filter((name) => secretName.test(name))).toEqual([]);
  });
});
