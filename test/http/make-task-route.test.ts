/** What becomes of a task whose request was answered before it was made. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { RetryLater } from '../../src/errors.ts';
import { makeGate } from '../../src/http/gate.ts';
import { makeTaskRoute } from '../../src/http/make-task-route.ts';
import { notServed } from '../../src/http/portal-work.ts';
import { portalId } from '../../src/ids.ts';
import type { TaskMade } from '../../src/playbooks/play-work.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';

const PORTAL = portalId(4_713);
const MADE: TaskMade = { state: 'made', taskId: '9', subject: 'Call', dueAt: 0, owner: null };
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** A card's request for a task, whose answer waits 50 ms for it. */
async function open() {
  const making = Promise.withResolvers<TaskMade>();
  // Who waits for it comes with the request.
  making.promise.catch(() => {});
  const errors: unknown[] = [];
  const app = express();
  app.use(express.raw({ type: () => true }), (_request, response, next) => {
    Object.assign(response.locals, { portalId: PORTAL });
    next();
  });
  const gate = makeGate(async () => ({ known: true, superAdmin: true, teamIds: [] }));
  const log = { error: (fields: unknown) => void errors.push(fields) };
  const plays = { makeTask: () => making.promise, basis: notServed };
  app.post('/companies/:companyId/tasks', makeTaskRoute({ gate, store, plays, log, waitMs: 50 }));
  app.use(((_error, _request, response, _next) => {
    response.status(500).json({});
  }) satisfies express.ErrorRequestHandler);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async () => {
    const body = JSON.stringify({ kind: 'task' });
    const answer = await fetch(`${url}/companies/1/tasks?userId=1&userEmail=a%40b.example`, { method: 'POST', body });
    return { status: answer.status, body: (await answer.json()) as { state?: string; text?: string } };
  };
  return { making, errors, ask };
}

test('what fails behind the answer is logged, with where', async () => {
  const { making, errors, ask } = await open();
  expect(await ask()).toMatchObject({ status: 200, body: { state: 'refused' } });
  const err = new TypeError('a defect');
  making.reject(err);
  await vi.waitFor(() => expect(errors).toEqual([{ err, portalId: PORTAL, companyId: '1' }]));
});

test('that it was made late, or HubSpot answered nothing, is no error', async () => {
  for (const settle of [
    ({ making }: Awaited<ReturnType<typeof open>>) => making.resolve(MADE),
    ({ making }: Awaited<ReturnType<typeof open>>) => making.reject(new RetryLater('no answer', 1)),
  ]) {
    const opened = await open();
    await opened.ask();
    settle(opened);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(opened.errors).toEqual([]);
  }
});

test('what fails before the answer is the request’s own failure, and not told twice', async () => {
  const { making, errors, ask } = await open();
  making.reject(new TypeError('a defect'));
  expect((await ask()).status).toBe(500);
  expect(errors).toEqual([]);
});
