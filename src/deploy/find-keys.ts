import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';

/** Something in a file that looks like a key. The key itself is nowhere in it. */
export interface FoundKey {
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/** HubSpot's ids and secrets, and much else, are of this shape. */
const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
/** Nothing before it that it could be the middle of: long texts in base64 hold any letters. */
const FRESH = '(?<![\\w+/=-])';

/**
 * The shapes of keys. HubSpot documents none of its own: these are those of the keys in its docs and of those that people were given.
 */
const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ['a private-app token', new RegExp(`${FRESH}pat-[a-z]{2,4}\\d*-${UUID}`, 'i')],
  ['a personal access key', new RegExp(`${FRESH}Ci[QR][\\w+/-]{60,}`)],
  ['an OAuth access token', new RegExp(`${FRESH}C[A-P][\\w-]{70,}`)],
  ['a refresh token or client secret', new RegExp(`(?:secret|refresh_?token)\\W{1,6}${UUID}`, 'i')],
  ['an ingest key', new RegExp(`${FRESH}ahk_[\\w-]{32}(?![\\w-])`)],
  // A value, not a name, a call or a stand-in: eight or more of what keys are made of, with a digit or a sign among them.
  [
    'a secret setting with its value',
    /\b(?:ENCRYPTION_KEYS|HUBSPOT_PERSONAL_ACCESS_KEY|HUBSPOT_CLIENT_SECRET|HUBSPOT_ACCESS_TOKEN|METRICS_TOKEN)['"]?[ ]?[:=][ ]?['"]?(?=[\w-]*[\d+/=])[\w+/=,-]{24,}/,
  ],
  ['a database address with its password', /\bpostgres(?:ql)?:\/\/[^\s:/@'"`$<{]+:(?![^\s@]*[$<{])[^\s@'"`]{12,}@/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
];

/** The lines of a text that hold something that looks like a key. */
export const keysIn = (text: string): readonly FoundKey[] =>
  text.split('\n').flatMap((line, index) => {
    const what = SHAPES.find(([, shape]) => shape.test(line))?.[0];
    return what === undefined ? [] : [{ what, line: index + 1 }];
  });

/** Nobody keeps a key in a file of this size; what is larger is data, and takes long. */
const LARGEST_BYTES = 4_000_000;

/**
 * What looks like a key in a project's files: those that git tracks, and those that it would take in with the next `git add`, since
 * HubSpot's CLI uploads them as well. @throws InputError where the folder is no git repository.
 */
export function keysInProject(root: string): readonly (FoundKey & { readonly path: string })[] {
  return projectFiles(root).flatMap((path) => {
    const file = join(root, path);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile() || stat.size > LARGEST_BYTES) return [];
    return keysIn(readFileSync(file, 'utf8')).map((found) => ({ ...found, path }));
  });
}

function projectFiles(root: string): readonly string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [...new Set(listed.split('\0').filter((path) => path !== ''))];
  } catch {
    throw new InputError(
      'The files cannot be searched for keys: this is no git repository. Deploy from a clone of it.',
    );
  }
}
