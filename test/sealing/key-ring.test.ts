import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { parseKeys } from '../../src/sealing/key-ring.ts';

const newKey = () => randomBytes(32).toString('base64');
const refusal = (text: string): string => {
  try {
    parseKeys(text);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error('Nothing was refused.');
};

test('keys in the order given, each with a name of its own that is always the same', () => {
  const [first, second] = [newKey(), newKey()];
  const ring = parseKeys(`${first}, ${second}`);
  expect(ring.map(({ key }) => key.export().toString('base64'))).toEqual([first, second]);
  expect(parseKeys(second).map(({ id }) => id)).toEqual([ring[1]?.id]);
  expect(ring[0].id).not.toBe(ring[1]?.id);
});

test('printing shows no key', () => {
  const text = newKey();
  const bytes = Buffer.from(text, 'base64');
  const printed = inspect(parseKeys(text), { depth: 9, showHidden: true }) + JSON.stringify(parseKeys(text));
  for (const form of [text, bytes.toString('hex'), bytes.subarray(0, 4).toString('hex')])
    expect(printed).not.toContain(form);
});

describe('what is wrong is said by its place, without the key', () => {
  const good = newKey();
  test.each([
    ['', /^key 1 is not 32 bytes in base64.*openssl rand -base64 32/],
    ['short', /^key 1 /],
    [`${good},`, /^key 2 is not 32 bytes/],
    [`${good},${randomBytes(16).toString('base64')}`, /^key 2 is not 32 bytes/],
    [`${good},${randomBytes(33).toString('base64')}`, /^key 2 is not 32 bytes/],
    [`${good},${randomBytes(32).toString('hex')}`, /^key 2 is not 32 bytes/],
    [`${good},${newKey().replace('=', '')}`, /^key 2 is not 32 bytes/],
    [`${good},!${newKey().slice(1)}`, /^key 2 is not 32 bytes/],
    [`${newKey()},${good},${good}`, /^key 3 was named before it/],
  ])('%#', (text, says) => {
    expect(refusal(text)).toMatch(says);
    for (const part of text.split(',').filter((part) => part.length > 8)) expect(refusal(text)).not.toContain(part);
  });
});
