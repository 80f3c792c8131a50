import { createHash } from 'node:crypto';

const PREFIX = 'ahk_';
const RANDOM_BYTES = 24;

/** A new ingest key: what its owner sends, once. @param random gives so many random bytes. */
export function newIngestKey(random: (bytes: number) => Buffer): string {
  return PREFIX + random(RANDOM_BYTES).toString('base64url');
}

/** Whether a text may be an ingest key at all: nobody looks further for what is not. */
export const isIngestKey = (text: string): boolean => /^ahk_[\w-]{32}$/.test(text);

/** What is kept of a key. It is random and long, so a plain hash hides it. */
export const hashIngestKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** What people call a key by, when they list and revoke: it tells nothing of the key itself. */
export const ingestKeyId = (key: string): string => hashIngestKey(key).slice(0, 8);
