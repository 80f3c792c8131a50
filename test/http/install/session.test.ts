import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSessions, SESSION_MS } from '../../../src/http/install/session.ts';
import { portalId } from '../../../src/ids.ts';

const AT = Date.UTC(2026, 5, 15, 10);
const ADMIN = { portalId: portalId(4711), userId: '12' };

function sessions(clientSecret = 'secret') {
  let now = AT;
  return {
    ...makeSessions({ clientSecret, clock: () => now }),
    at: (moment: number) => {
      now = moment;
    },
  };
}

test('a session is read again for an hour', () => {
  const { begin, read, at } = sessions();
  const cookie = begin(ADMIN);
  expect(read(cookie)).toMatchObject(ADMIN);
  at(AT + SESSION_MS - 1);
  expect(read(cookie)).toMatchObject(ADMIN);
  at(AT + SESSION_MS);
  expect(read(cookie)).toBeUndefined();
});

test('changed anywhere, or made by another secret, it is none; nor is whatever else stands in a cookie', () => {
  const { begin, read } = sessions();
  const cookie = begin(ADMIN);
  fc.assert(
    fc.property(fc.nat(cookie.length - 1), fc.constantFrom(...'0aZ_.-'), (place, character) => {
      fc.pre(cookie[place] !== character);
      expect(read(cookie.slice(0, place) + character + cookie.slice(place + 1))).toBeUndefined();
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => read(text) === undefined));
  expect(read(sessions('another').begin(ADMIN))).toBeUndefined();
});

test('a form’s token is its session’s alone', () => {
  const { begin, read, isFormToken, at } = sessions();
  const one = read(begin(ADMIN));
  at(AT + 1);
  const other = read(begin({ ...ADMIN, userId: '13' }));
  if (one === undefined || other === undefined) throw new Error('There is no session.');
  expect(isFormToken(one, one.formToken)).toBe(true);
  for (const given of [other.formToken, '', undefined, [one.formToken], `${one.formToken}x`])
    expect(isFormToken(one, given)).toBe(false);
});
