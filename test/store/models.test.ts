import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

const PUBLISHED = { at: 5, by: { kind: 'service' } } as const;

onEachEngine('health models', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  test('what a version stood for first stays, with the order of its keys', async () => {
    const portal = store.portal(portalId(1));
    expect(await portal.model('M', '1')).toBeUndefined();
    await portal.saveModel('M', '1', { z: 1, a: [{ y: null, b: '\u0000' }] }, PUBLISHED);
    await portal.saveModel('M', '1', { other: true }, PUBLISHED);
    expect(JSON.stringify(await portal.model('M', '1'))).toBe('{"z":1,"a":[{"y":null,"b":""}]}');
  });

  test('each portal, name and version has its own', async () => {
    const portal = store.portal(portalId(2));
    await portal.saveModel('M', '1', 'a', PUBLISHED);
    await portal.saveModel('M', '2', 'b', PUBLISHED);
    await portal.saveModel('N', '1', 'c', PUBLISHED);
    expect(await Promise.all([portal.model('M', '1'), portal.model('M', '2'), portal.model('N', '1')])).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(await store.portal(portalId(3)).model('M', '1')).toBeUndefined();
  });
});
