import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { isPlaceholder } from '../manifest/app-descriptor.ts';

/** Where HubSpot's project lies, by hsproject.json's `srcDir`. */
const SOURCE = 'extensions';

/** HubSpot's docs, "Config profiles": a file a target, with what "${NAME}" stands for. Every card can read the variables. */
const profileSchema = z.strictObject({
  accountId: z.int().positive(),
  variables: z.strictObject({ BACKEND_URL: z.url({ protocol: /^https$/ }).regex(/[^/]$/) }),
});

export interface Profile {
  readonly accountId: number;
  /** The address of the service that cards and HubSpot's events call; https, no slash at the end. */
  readonly backendUrl: string;
}

/** @throws InputError where there is no such profile, it is malformed, or its address only stands in for a real one. */
export function readProfile(root: string, name: string): Profile {
  const path = `${SOURCE}/hsprofile.${name}.json`;
  if (!/^[\w-]+$/.test(name) || !existsSync(join(root, path)))
    throw new InputError(`There is no profile "${name}" (${path}). There are: ${profileNames(root).join(', ')}.`);
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    throw new InputError(`${path} is no JSON. Write {"accountId": 123, "variables": {"BACKEND_URL": "https://..."}}.`);
  }
  const { data, error } = profileSchema.safeParse(given);
  if (data === undefined) {
    const [issue] = error.issues;
    const where = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.');
    throw new InputError(
      `${path}: ${where} is missing or wrong. It takes accountId, a number, and variables.BACKEND_URL, an https address without a slash at the end; nothing else.`,
    );
  }
  const backendUrl = data.variables.BACKEND_URL;
  if (isPlaceholder(backendUrl))
    throw new InputError(
      `${path}: BACKEND_URL ${backendUrl} only stands in for the service's address. Put in the real one.`,
    );
  return { accountId: data.accountId, backendUrl };
}

const profileNames = (root: string) =>
  readdirSync(join(root, SOURCE)).flatMap((file) => /^hsprofile\.([\w-]+)\.json$/.exec(file)?.[1] ?? []);
