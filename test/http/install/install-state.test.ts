import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeInstallStates, STATE_MS } from '../../../src/http/install/install-state.ts';
import { portalId } from '../../../src/ids.ts';

const AT = Date.UTC(2026, 5, 15, 10);
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

function states(clientSecret = 'secret') {
  let now = AT;
  const made = makeInstallStates({ clientSecret, clock: () => now, challengeOf });
  return {
    ...made,
    at: (moment: number) => {
      now = moment;
    },
  };
}

test('what was begun is known again, with the account that was named and the verifier of its challenge', () => {
  const { begin, check } = states();
  for (const asked of [null, portalId(4711)]) {
    const { state, binding, codeChallenge } = begin(asked);
    const checked = check(state, binding);
    expect(checked?.asked).toBe(asked);
    expect(challengeOf(checked?.codeVerifier ?? '')).toBe(codeChallenge);
    // RFC 7636, 4.1: 43 to 128 unreserved characters.
    expect(checked?.codeVerifier).toMatch(/^[\w-]{43}$/);
    expect(state).not.toContain(checked?.codeVerifier);
  }
});

test('no two are alike', () => {
  const { begin } = states();
  const made = Array.from({ length: 50 }, () => begin(null));
  for (const part of ['state', 'binding', 'codeChallenge'] as const)
    expect(new Set(made.map((one) => one[part])).size).toBe(50);
});

test('changed by one character anywhere, it is nobody’s', () => {
  const { begin, check } = states();
  const { state, binding } = begin(portalId(4711));
  fc.assert(
    fc.property(fc.nat(state.length - 1), fc.constantFrom(...'0aZ_.-'), (place, character) => {
      fc.pre(state[place] !== character);
      expect(check(state.slice(0, place) + character + state.slice(place + 1), binding)).toBeUndefined();
    }),
  );
  for (const other of ['', `${state}.`, `${state} `, `.${state}`]) expect(check(other, binding)).toBeUndefined();
});

test('it is bound to its browser, and to the app’s secret', () => {
  const { begin, check } = states();
  const [one, other] = [begin(null), begin(null)];
  for (const binding of [other.binding, '', `${one.binding}x`]) expect(check(one.state, binding)).toBeUndefined();
  expect(states('another').check(one.state, one.binding)).toBeUndefined();
});

test('it holds for ten minutes, and not before it was made', () => {
  const { begin, check, at } = states();
  const { state, binding } = begin(null);
  at(AT + STATE_MS);
  expect(check(state, binding)).toBeDefined();
  for (const moment of [AT + STATE_MS + 1, AT - 1]) {
    at(moment);
    expect(check(state, binding)).toBeUndefined();
  }
});
