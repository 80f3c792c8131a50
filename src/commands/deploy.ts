import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type DeployConfig, readDeployConfig } from '../config.ts';
import { requireNamesAndIds } from '../deploy/cli-accounts.ts';
import { keysInProject } from '../deploy/find-keys.ts';
import { readProfile } from '../deploy/profile.ts';
import { InputError } from '../errors.ts';
import { DESCRIPTOR_FILE, readAppDescriptor, unfilledSupport } from '../manifest/app-descriptor.ts';
import { staleFiles } from '../manifest/rendered-files.ts';
import { readOptions } from './options.ts';

export const DEPLOY_USAGE = 'npm run deploy -- --profile NAME';

/** So many places of keys are told at once. */
const PLACES = 10;

/**
 * Uploads the HubSpot project, with HubSpot's own CLI, to the account of a profile. Everything that can be wrong here is found before
 * HubSpot is called.
 */
export async function deploy(args: string[], root = process.cwd(), env?: NodeJS.ProcessEnv): Promise<void> {
  const { profile: name } = readOptions(args, { profile: { type: 'string' } }, DEPLOY_USAGE);
  if (name === undefined) throw new InputError(`Say which profile to deploy. Usage: ${DEPLOY_USAGE}`);
  const profile = readProfile(root, name);
  const config = readDeployConfig(env);
  if (config.accountId !== profile.accountId)
    throw new InputError(
      `HUBSPOT_ACCOUNT_ID is ${config.accountId}, but the profile "${name}" is for account ${profile.accountId}. Set the key and id of that account.`,
    );
  const app = readAppDescriptor(root);
  const stale = staleFiles(root, app).map(({ path }) => path);
  if (stale.length > 0)
    throw new InputError(`Not as ${DESCRIPTOR_FILE} and the signals say: ${stale.join(', ')}. Run npm run manifest.`);
  requireNamesAndIds(root);
  requireNoKeys(root);
  for (const part of unfilledSupport(app)) console.warn(`${DESCRIPTOR_FILE}: ${part} is still a stand-in.`);

  console.log(`Uploading to account ${profile.accountId}, with ${profile.backendUrl} as its backend ...`);
  await upload(root, name, config);
}

function requireNoKeys(root: string): void {
  const found = keysInProject(root).map(({ path, line, what }) => `${path}:${line} (${what})`);
  if (found.length === 0) return;
  const more = found.length > PLACES ? ` and ${found.length - PLACES} more` : '';
  throw new InputError(
    `Something that looks like a key is in the project's files: ${found.slice(0, PLACES).join(', ')}${more}. Take it out, and revoke it: what was committed is in the history.`,
  );
}

/** HubSpot's CLI asks by itself whether to make the project, the first time. */
async function upload(root: string, profile: string, { accountId, personalAccessKey, passedOn }: DeployConfig) {
  const child = spawn('hs', ['project', 'upload', '--use-env', '--profile', profile], {
    cwd: root,
    stdio: 'inherit',
    // Not our own environment: the service's secrets are none of the CLI's business.
    env: {
      ...passedOn,
      HUBSPOT_ACCOUNT_ID: String(accountId),
      HUBSPOT_PERSONAL_ACCESS_KEY: personalAccessKey,
      // What the CLI's own library looks at (@hubspot/local-dev-lib, config): some versions look for a file in spite of --use-env.
      USE_ENVIRONMENT_HUBSPOT_CONFIG: 'true',
    },
  });
  try {
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new InputError(`HubSpot's CLI did not upload the project; see what it said above.`);
  } catch (error) {
    if (error instanceof InputError || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new InputError("HubSpot's CLI, hs, is not on the PATH. Install it: npm install -g @hubspot/cli");
  }
}
