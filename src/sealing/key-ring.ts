/** The keys that secrets are sealed under, as ENCRYPTION_KEYS gives them. */
import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { InputError } from '../errors.ts';

/** AES-256's key length, bytes. */
const KEY_BYTES = 32;
const HOW_TO_MAKE = 'make each with: openssl rand -base64 32';

/** A key that printing does not show. */
export interface SealingKey {
  /** Twelve hexadecimal digits of its SHA-256: names the key in what it sealed, and tells nothing of it. */
  readonly id: string;
  readonly key: KeyObject;
}

/** The first key seals; all of them open. Never empty, no key twice. */
export type KeyRing = readonly [SealingKey, ...SealingKey[]];

/**
 * Reads keys separated by commas, the new one first: 32 random bytes each, in base64.
 * @throws InputError naming the key that is wrong by its place, without its text.
 */
export function parseKeys(text: string): KeyRing {
  const [first, ...older] = text.split(',').map((part, index) => parseKey(part.trim(), index + 1));
  if (first === undefined) throw new InputError(`set at least one key, ${HOW_TO_MAKE}`);
  const ring: KeyRing = [first, ...older];
  const twice = ring.findIndex(({ id }, index) => ring.findIndex((other) => other.id === id) < index);
  if (twice > 0) throw new InputError(`key ${twice + 1} was named before it: name each key once`);
  return ring;
}

function parseKey(text: string, place: number): SealingKey {
  const bytes = Buffer.from(text, 'base64');
  // Node reads whatever it can of a text that is no base64: what it read must be all that was there.
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text) {
    throw new InputError(`key ${place} is not 32 bytes in base64, ${HOW_TO_MAKE} and separate several by commas`);
  }
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { id, key: createSecretKey(bytes) };
}
