import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
let store: Store;
let service: SignedService;

beforeAll(async () => {
  store = await openTestStore();
  // A store that fails under the scorecard, and under nothing before it.
  const failing: Store = {
    ...store,
    portal: (id) => ({
      ...store.portal(id),
      stamp: () => Promise.reject(new Error('the database at db.internal went away')),
    }),
  };
  service = await startSignedService(failing, () => NOW);
});
afterAll(async () => {
  service.close();
  await store.close();
});

test.each([
  ['/healthz', 200],
  ['/nothing', 404],
  ['/api/progress', 401],
])('%s: each answer has an id of its own', async (path, status) => {
  const ids = [];
  for (let count = 0; count < 2; count += 1) {
    const answer = await fetch(service.url + path);
    expect(answer.status).toBe(status);
    ids.push(answer.headers.get('x-request-id'));
  }
  expect(ids[0]).toMatch(ID);
  expect(ids[1]).not.toBe(ids[0]);
});

test('an id that the caller brings is not taken over', async () => {
  const answer = await fetch(`${service.url}/healthz`, {
    headers: { 'x-request-id': 'mine', 'x-correlation-id': 'mine' },
  });
  expect(answer.headers.get('x-request-id')).toMatch(ID);
});

test('what failed is told with its id, which the log has as well; nothing else of it is told', async () => {
  const answer = await service.ask('/api/companies/1/scorecard', { portalId: 7 });
  const id = answer.headers.get('x-request-id');
  expect([answer.status, await answer.json()]).toEqual([
    500,
    { error: 'Something went wrong here. It has been logged; please try again.', requestId: id },
  ]);
  expect(service.errors).toContainEqual({ err: expect.any(Error), requestId: id });
});
