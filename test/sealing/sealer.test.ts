import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { portalId } from '../../src/ids.ts';
import { parseKeys } from '../../src/sealing/key-ring.ts';
import { openTokens, sealTokens } from '../../src/sealing/portal-tokens.ts';
import { makeSealer } from '../../src/sealing/sealer.ts';

const key = () => randomBytes(32).toString('base64');
const [OLD, NEW] = [key(), key()];
const sealerOf = (...keys: string[]) => makeSealer(parseKeys(keys.join()));
const sealer = sealerOf(OLD);

const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error('It opened.');
};

const anyText = fc.string({ unit: 'grapheme', maxLength: 400 });

test('opens what it sealed, whatever the text and the context', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, context) => {
      const sealed = sealer.seal(text, context);
      expect(sealer.open(sealed, context)).toBe(text);
      expect(sealed).toMatch(/^v1\.[0-9a-f]{12}\.[\w-]+$/);
      if (text.length > 8) expect(sealed + Buffer.from(sealed.split('.')[2] ?? '', 'base64url')).not.toContain(text);
    }),
  );
});

test('the same text is sealed differently each time', () => {
  const sealed = Array.from({ length: 1_000 }, () => sealer.seal('same', 'context'));
  expect(new Set(sealed.map((one) => one.slice(0, 32))).size).toBe(1_000);
});

test('any bit of any character that is turned is refused, and so is any text cut short or added to', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.integer({ min: 0, max: 7 }), (text, at, bit) => {
      const sealed = sealer.seal(text, 'context');
      const place = at % sealed.length;
      const turned = String.fromCharCode(sealed.charCodeAt(place) ^ (1 << bit));
      const changed = sealed.slice(0, place) + turned + sealed.slice(place + 1);
      const said = refusal(() => sealer.open(changed, 'context'));
      expect(said).toMatch(/Restore the database|Add the old key/);
      if (text.length > 8) expect(said).not.toContain(text);
      expect(refusal(() => sealer.open(sealed.slice(0, place), 'context'))).toContain('context');
      expect(refusal(() => sealer.open(`${sealed}A`, 'context'))).toContain('damaged');
    }),
    { numRuns: 500 },
  );
});

test('the last character in each of its 64 forms: only the one that was sealed opens', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const text of ['', 'a', 'ab']) {
    const sealed = sealer.seal(text, 'c');
    const opened = [...alphabet].filter((last) => {
      try {
        return sealer.open(sealed.slice(0, -1) + last, 'c') === text;
      } catch {
        return false;
      }
    });
    expect(opened).toEqual([sealed.at(-1)]);
  }
});

test('what is not sealed at all is refused', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.constantFrom('', '.', '..', 'v1..', 'v2.a.b')), (text) => {
      expect(refusal(() => sealer.open(text, 'context'))).toContain('context');
    }),
  );
});

test("one portal's tokens do not open as another's", () => {
  fc.assert(
    fc.property(fc.tuple(fc.integer({ min: 1 }), fc.integer({ min: 1 })), ([one, other]) => {
      const tokens = { accessToken: 'access', refreshToken: 'refresh' };
      const sealed = sealTokens(sealer, portalId(one), tokens);
      expect(openTokens(sealer, portalId(one), sealed)).toEqual(tokens);
      if (one === other) return;
      expect(refusal(() => openTokens(sealer, portalId(other), sealed))).toContain(`portal ${other} is damaged`);
    }),
  );
});

describe('rotation', () => {
  const old = sealer.seal('text', 'c');

  test('old data opens with the new key before the old one, and new data is under the new key', () => {
    const both = sealerOf(NEW, OLD);
    expect(both.open(old, 'c')).toBe('text');
    expect(both.isCurrent(old)).toBe(false);
    const fresh = both.seal('text', 'c');
    expect(both.isCurrent(fresh)).toBe(true);
    expect(sealerOf(NEW).open(fresh, 'c')).toBe('text');
  });

  test('without the old key it is said which key lacks, and what to do', () => {
    const said = refusal(() => sealerOf(NEW).open(old, 'c'));
    expect(said).toContain(`key ${parseKeys(OLD)[0].id} that ENCRYPTION_KEYS does not hold. Add the old key`);
    expect(said).not.toContain(OLD);
  });

  test('a text under a key is not the same under the name of another', () => {
    const renamed = old.replace(parseKeys(OLD)[0].id, parseKeys(NEW)[0].id);
    expect(refusal(() => sealerOf(NEW, OLD).open(renamed, 'c'))).toContain('damaged');
  });
});
