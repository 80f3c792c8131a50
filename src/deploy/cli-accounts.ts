import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { InputError } from '../errors.ts';

const FILE = 'hubspot.config.yml';

/**
 * All that the file may hold: names and ids. HubSpot's CLI would also take keys from it (`personalAccessKey`, `auth`, `apiKey`), and
 * writes them there when it is asked to log in; strict, so that whatever else it may hold one day is refused too.
 */
const accountsSchema = z.strictObject({
  defaultPortal: z.string().optional(),
  httpTimeout: z.int().optional(),
  allowUsageTracking: z.boolean().optional(),
  portals: z.array(
    z.strictObject({ name: z.string().max(60), portalId: z.int().positive(), env: z.enum(['prod', 'qa']).optional() }),
  ),
});

/** @throws InputError where the CLI's account file holds anything but names and ids; what it holds is not quoted. */
export function requireNamesAndIds(root: string): void {
  let given: unknown;
  try {
    given = parse(readFileSync(join(root, FILE), 'utf8'));
  } catch {
    // The parser quotes the line, which may hold a key.
    throw new InputError(`${FILE} cannot be read as YAML. Put back the committed one.`);
  }
  const { error } = accountsSchema.safeParse(given);
  if (error === undefined) return;
  const [issue] = error.issues;
  const where = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.');
  throw new InputError(
    `${FILE}: ${where} does not belong there. It holds names and ids of accounts alone; a key goes into HUBSPOT_PERSONAL_ACCESS_KEY.`,
  );
}
