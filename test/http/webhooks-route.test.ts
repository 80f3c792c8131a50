import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type AskOptions, type SignedService, startSignedService } from './signed-service.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const MINUTE_MS = 60_000;
const PATH = '/webhooks/hubspot';
const PROFILE = { timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app.hubspot.com' };

const event = (portal: number, subscriptionType: string, fields: object) => ({
  eventId: 1,
  subscriptionId: 2,
  portalId: portal,
  appId: 3,
  occurredAt: NOW - MINUTE_MS,
  attemptNumber: 0,
  subscriptionType,
  ...fields,
});
const created = (portal: number, objectId: number) =>
  event(portal, 'object.creation', { objectTypeId: '0-2', objectId, changeSource: 'CRM_UI' });

onEachEngine('HubSpot’s events', (engine) => {
  let store: Store;
  let service: SignedService;
  let started: number[] = [];
  let last = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
    service = await startSignedService(
      store,
      () => NOW,
      (portal) => void started.push(portal),
    );
  });
  afterAll(async () => {
    service.close();
    await store.close();
  });
  beforeEach(() => {
    started = [];
  });

  const knownPortal = async (): Promise<PortalStore> => {
    last += 1;
    const portal = store.portal(portalId(last));
    await portal.saveProfile(PROFILE);
    return portal;
  };
  const send = (body: unknown, options: AskOptions = {}): Promise<Response> =>
    service.ask(PATH, {
      method: 'POST',
      signedBody: typeof body === 'string' ? body : Buffer.isBuffer(body) ? Buffer.from(body) : JSON.stringify(body),
      ...options,
    });
  const expectAccepted = async (answer: Response): Promise<void> => {
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  };

  test('are remembered, answered with 204, and somebody is told', async () => {
    const portal = await knownPortal();
    const { portalId: id } = portal;
    const change = { objectTypeId: '0-3', objectId: 20, propertyName: 'amount', propertyValue: '12' };
    await expectAccepted(
      await send([
        created(id, 10),
        created(id, 10),
        event(id, 'object.propertyChange', change),
        event(id, 'contact.privacyDeletion', { objectId: 30 }),
      ]),
    );
    expect(await portal.touched(10)).toEqual([
      { objectType: 'companies', id: '10', touchedAt: NOW, withNeighbours: true },
      { objectType: 'deals', id: '20', touchedAt: NOW },
    ]);
    expect(await portal.purgeRequests()).toEqual(['30']);
    expect(started).toEqual([id]);
  });

  test('of several portals go to each its own; those of unknown portals nowhere', async () => {
    const [one, two] = [await knownPortal(), await knownPortal()];
    const stranger = 1_000_000;
    await expectAccepted(
      await send([created(one.portalId, 1), created(stranger, 2), created(two.portalId, 3), created(one.portalId, 4)]),
    );
    expect((await one.touched(10)).map(({ id }) => id)).toEqual(['1', '4']);
    expect((await two.touched(10)).map(({ id }) => id)).toEqual(['3']);
    expect(await store.portal(portalId(stranger)).touched(10)).toEqual([]);
    expect(started).toEqual([one.portalId, two.portalId]);
  });

  test('of what we write ourselves start nothing', async () => {
    const portal = await knownPortal();
    const change = {
      objectTypeId: '0-2',
      objectId: 1,
      propertyName: 'account_health_score',
      changeSource: 'INTEGRATION',
    };
    await expectAccepted(await send([event(portal.portalId, 'object.propertyChange', change)]));
    expect(await portal.touched(10)).toEqual([]);
    expect(started).toEqual([]);
  });

  test('that are of no use are counted, and hold up no others', async () => {
    const portal = await knownPortal();
    const before = service.warnings.length;
    const strange = event(portal.portalId, 'conversation.creation', { objectId: 1 });
    await expectAccepted(await send([strange, null, strange, created(portal.portalId, 1)]));
    expect((await portal.touched(10)).map(({ id }) => id)).toEqual(['1']);
    expect(service.warnings.slice(before)).toEqual([{ ignored: { 'conversation.creation': 2, malformed: 1 } }]);
    await expectAccepted(await send([]));
  });

  test('are checked byte for byte: spaces, line ends, escapes, letters of any script', async () => {
    const portal = await knownPortal();
    const change = JSON.stringify({
      ...event(portal.portalId, 'object.propertyChange', { objectTypeId: '0-2', objectId: 1 }),
      propertyName: 'name',
      propertyValue: 'Zoë \u{1F9F6} 株式会社 \u2028 \\ "x"',
    });
    const body = `\r\n [\t${change.replace('Zo', '\\u005A\\/o')} ,\n${JSON.stringify(created(portal.portalId, 2))}]  \n`;
    await expectAccepted(await send(Buffer.from(body)));
    expect((await portal.touched(10)).map(({ id }) => id)).toEqual(['1', '2']);
  });

  test('may be many', async () => {
    const portal = await knownPortal();
    const many = Array.from({ length: 250 }, (_, index) => ({
      ...created(portal.portalId, index + 1),
      propertyValue: 'x'.repeat(20_000),
    }));
    await expectAccepted(await send(many));
    expect(await portal.touched(1_000)).toHaveLength(250);
  });

  describe('are refused with 401 and leave nothing behind', () => {
    const REFUSED: Readonly<Record<string, AskOptions>> = {
      'without headers': { changeHeaders: () => ({}) },
      'with another secret': { secret: 'another secret' },
      'for another address': { publicUrl: 'https://elsewhere.example.com' },
      'over five minutes old': { signedAt: NOW - 5 * MINUTE_MS - 1 },
      'over five minutes ahead': { signedAt: NOW + 5 * MINUTE_MS + 1 },
      'with a timestamp that was not signed': {
        changeHeaders: (headers) => ({ ...headers, 'x-hubspot-request-timestamp': String(NOW + 1) }),
      },
      'with a query that was not signed': { changePath: (path) => `${path}?portalId=1` },
      'packed in a way nobody knows': { changeHeaders: (headers) => ({ ...headers, 'content-encoding': 'rot13' }) },
    };

    test.each(Object.entries(REFUSED))('%s', async (_what, options) => {
      const portal = await knownPortal();
      const answer = await send([created(portal.portalId, 1)], options);
      expect([answer.status, await answer.text()]).toEqual([401, '']);
      expect(await portal.touched(10)).toEqual([]);
      expect(started).toEqual([]);
    });

    test('with a body changed after it was signed, by a space or by a record', async () => {
      const portal = await knownPortal();
      const body = JSON.stringify([created(portal.portalId, 1)]);
      for (const changed of [`${body} `, body.replace('"objectId":1', '"objectId":2')]) {
        expect(changed).not.toBe(body);
        expect((await send(body, { body: changed })).status).toBe(401);
      }
      expect(await portal.touched(10)).toEqual([]);
    });
  });

  test('that are no list are the sender’s mistake', async () => {
    for (const body of ['', '{', '"x"', JSON.stringify(created(1, 1)), Buffer.from([0xff, 0xfe])]) {
      const answer = await send(body);
      expect([answer.status, await answer.json()]).toEqual([400, { error: 'Send a JSON array of events.' }]);
    }
  });

  test('that are too much at once are refused with 413, signed or not', async () => {
    const body = Buffer.alloc(8 * 1024 * 1024 + 1, 0x20);
    const answers = [await send(body), await fetch(service.url + PATH, { method: 'POST', body })];
    for (const answer of answers) {
      expect([answer.status, await answer.json()]).toEqual([413, { error: 'Send no more than 8MB at once.' }]);
    }
  });

  test('come by POST alone', async () => {
    expect((await service.ask(PATH)).status).toBe(404);
    expect((await service.ask(PATH, { method: 'PUT', signedBody: '[]' })).status).toBe(404);
  });
});

describe('where the store fails', () => {
  /** Keeps what is asked for until `fail` is asked for. */
  const failingStore = (fail: 'profile' | 'requestPurge' | 'touch', kept: string[]): Store => {
    const keep = (what: 'profile' | 'requestPurge' | 'touch') => async () => {
      if (what === fail) throw new Error('the database went away');
      kept.push(what);
      return PROFILE as never;
    };
    const portal = { profile: keep('profile'), requestPurge: keep('requestPurge'), touch: keep('touch') };
    return {
      portal: () => portal as Partial<PortalStore> as PortalStore,
      portals: async () => [],
      installations: async () => [],
      portalOfIngestKey: async () => undefined,
      isCurrent: async () => true,
      about: async () => ({ version: '17', bytes: 0 }),
      rowSecurity: 'embedded',
      close: async () => {},
    };
  };
  const events = [created(1, 1), event(1, 'contact.privacyDeletion', { objectId: 2 })];

  test.each([
    ['profile', []],
    ['requestPurge', ['profile']],
    ['touch', ['profile', 'requestPurge']],
  ] as const)('at %s the answer is 500, so that HubSpot tries again', async (fail, before) => {
    const kept: string[] = [];
    const started: number[] = [];
    const service = await startSignedService(
      failingStore(fail, kept),
      () => NOW,
      (portal) => void started.push(portal),
    );
    const answer = await service.ask(PATH, { method: 'POST', signedBody: JSON.stringify(events) });
    service.close();
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('database');
    expect([kept, started, service.errors.length]).toEqual([before, [], 1]);
  });
});
