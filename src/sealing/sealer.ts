/**
 * Seals texts for the database: AES-256-GCM (NIST SP 800-38D) with a random 96-bit IV. A sealed text reads
 * `v1.<key id>.<base64url of IV, ciphertext and tag>`; its head and the context are authenticated with it, so that no part of it
 * can be changed, and no row's sealed text stands for another row's.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { InputError } from '../errors.ts';
import type { KeyRing, SealingKey } from './key-ring.ts';

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface Sealer {
  /** Seals under the first key. The context says what the text is of, such as portal and purpose; it is not secret. */
  seal(text: string, context: string): string;
  /** @throws InputError where the key is missing, or the text is damaged or of another context; it names no secret. */
  open(sealed: string, context: string): string;
  /** Whether the first key sealed it. Says nothing of whether it opens. */
  isCurrent(sealed: string): boolean;
}

export function makeSealer(keys: KeyRing): Sealer {
  const [current] = keys;
  return {
    seal(text, context) {
      const head = `${VERSION}.${current.id}`;
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, current.key, iv).setAAD(authenticated(head, context));
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${head}.${body.toString('base64url')}`;
    },
    open(sealed, context) {
      const [version, id = '', body = '', ...rest] = sealed.split('.');
      if (version !== VERSION || rest.length > 0) throw damaged(context);
      const key = keys.find((one) => one.id === id);
      if (key === undefined) throw keyMissing(id, context);
      const text = decipher(key, Buffer.from(body, 'base64url'), authenticated(`${version}.${id}`, context));
      // Base64 has spare bits at its end, which say nothing and could be changed unseen.
      if (text === undefined || Buffer.from(body, 'base64url').toString('base64url') !== body) throw damaged(context);
      return text;
    },
    isCurrent: (sealed) => sealed.startsWith(`${VERSION}.${current.id}.`),
  };
}

/** The head holds no line break, so that no other head and context read the same. */
const authenticated = (head: string, context: string) => Buffer.from(`${head}\n${context}`);

/** Undefined where the tag does not hold. */
function decipher({ key }: SealingKey, body: Buffer, context: Buffer): string | undefined {
  if (body.length < IV_BYTES + TAG_BYTES) return undefined;
  const [iv, tag] = [body.subarray(0, IV_BYTES), body.subarray(-TAG_BYTES)];
  const opening = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }).setAAD(context).setAuthTag(tag);
  const text = opening.update(body.subarray(IV_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([text, opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const keyMissing = (id: string, context: string) => {
  const named = /^[0-9a-f]{12}$/.test(id) ? ` ${id}` : '';
  return new InputError(
    `What is sealed of ${context} needs a key${named} that ENCRYPTION_KEYS does not hold. Add the old key behind the new one, or have the app installed again in that portal.`,
  );
};

const damaged = (context: string) =>
  new InputError(
    `What is sealed of ${context} is damaged, or was sealed for something else. Restore the database from a backup, or have the app installed again in that portal.`,
  );
