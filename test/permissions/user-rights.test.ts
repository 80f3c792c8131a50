import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PortalDisconnected, RetryLater, ScopeMissing } from '../../src/errors.ts';
import type { PortalUser } from '../../src/hubspot/users.ts';
import { portalId } from '../../src/ids.ts';
import { makeReadRights, type ReadUser } from '../../src/permissions/user-rights.ts';

const MINUTE_MS = 60_000;
const ONE = portalId(1);
const TWO = portalId(2);
const ANN = { userId: '7', email: 'ann@acme.com' };
const USER: PortalUser = { id: '7', email: 'Ann@Acme.com', superAdmin: true, teamIds: ['31'] };

/** A reader over what HubSpot answers; with how often it was asked, and a clock that stands still but for `advance`. */
function makeRig(answer: ReadUser) {
  let now = 1_000;
  let asked = 0;
  const readRights = makeReadRights({
    readUser: (portal, id) => {
      asked += 1;
      return answer(portal, id);
    },
    clock: () => now,
    patienceMs: 50,
  });
  return {
    readRights,
    asked: () => asked,
    advance: (ms: number) => {
      now += ms;
    },
  };
}

test('HubSpot is asked once in some minutes, also by many at once; what it says then holds', async () => {
  let user = USER;
  const { readRights, asked, advance } = makeRig(async () => user);
  const known = { known: true, superAdmin: true, teamIds: ['31'] };
  expect(await Promise.all([1, 2, 3].map(() => readRights(ONE, ANN)))).toEqual([known, known, known]);
  user = { ...USER, superAdmin: false };
  advance(4 * MINUTE_MS);
  expect([await readRights(ONE, ANN), asked()]).toEqual([known, 1]);
  advance(2 * MINUTE_MS);
  expect([await readRights(ONE, ANN), asked()]).toEqual([{ ...known, superAdmin: false }, 2]);
});

test('what is so in one portal says nothing of another', async () => {
  const { readRights } = makeRig(async (portal) => (portal === ONE ? USER : { ...USER, superAdmin: false }));
  expect(await readRights(ONE, ANN)).toMatchObject({ superAdmin: true });
  expect(await readRights(TWO, ANN)).toMatchObject({ superAdmin: false });
});

test.each<[string, ReadUser, string]>([
  ['no scope', () => Promise.reject(new ScopeMissing('no', ['settings.users.read'])), 'scope_missing'],
  ['HubSpot out of reach', () => Promise.reject(new RetryLater('later', 1)), 'unreachable'],
  ['a portal that is gone', () => Promise.reject(new PortalDisconnected('gone')), 'unreachable'],
  ['a defect', () => Promise.reject(new TypeError('x')), 'unreachable'],
  ['no such user', async () => undefined, 'not_found'],
  ['an answer about somebody else', async () => ({ ...USER, id: '8' }), 'not_found'],
  ['a user with another address', async () => ({ ...USER, email: 'bo@acme.com' }), 'not_found'],
])('%s makes nobody an admin', async (_what, answer, reason) => {
  expect(await makeRig(answer).readRights(ONE, ANN)).toEqual({ known: false, reason });
});

test('without the address the id alone must do', async () => {
  const { readRights } = makeRig(async () => USER);
  expect(await readRights(ONE, { userId: '7', email: null })).toMatchObject({ superAdmin: true });
});

test('a failure is soon tried again', async () => {
  let answer: ReadUser = () => Promise.reject(new Error('down'));
  const { readRights, asked, advance } = makeRig((portal, id) => answer(portal, id));
  expect(await readRights(ONE, ANN)).toMatchObject({ known: false });
  answer = async () => USER;
  advance(10_000);
  expect([await readRights(ONE, ANN), asked()]).toEqual([{ known: false, reason: 'unreachable' }, 1]);
  advance(30_000);
  expect(await readRights(ONE, ANN)).toMatchObject({ known: true });
});

test('nobody waits long; the answer that comes late serves whoever asks next', async () => {
  const late = Promise.withResolvers<PortalUser>();
  const { readRights, asked } = makeRig(() => late.promise);
  expect(await readRights(ONE, ANN)).toEqual({ known: false, reason: 'unreachable' });
  late.resolve(USER);
  await delay(1);
  expect([await readRights(ONE, ANN), asked()]).toEqual([expect.objectContaining({ superAdmin: true }), 1]);
});
