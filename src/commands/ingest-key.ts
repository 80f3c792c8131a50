import { randomBytes } from 'node:crypto';
import { readStoreAddress } from '../config.ts';
import { InputError } from '../errors.ts';
import { hashIngestKey, ingestKeyId, newIngestKey } from '../store/ingest-key.ts';
import { openStore } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { atThisTerminal } from './at-this-terminal.ts';
import { choosePortal } from './choose-portal.ts';
import { readOptions } from './options.ts';

export const INGEST_KEY_USAGE =
  'npm run cli -- ingest-key (--make [--label TEXT] | --list | --revoke ID) [--portal ID]';

/** Makes, lists and revokes the keys with which a portal's own systems post usage. A key is shown once: only its hash is kept. */
export async function ingestKey(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    {
      make: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      revoke: { type: 'string' },
      label: { type: 'string' },
      portal: { type: 'string' },
    },
    INGEST_KEY_USAGE,
  );
  const asked = [options.make, options.list, options.revoke !== undefined].filter(Boolean);
  if (asked.length !== 1 || (options.label !== undefined && !options.make))
    throw new InputError(`Say what to do with ingest keys. Usage: ${INGEST_KEY_USAGE}`);

  const store = await openStore(readStoreAddress());
  try {
    const portal = store.portal(await choosePortal(store, options.portal));
    if (options.make) await make(portal, options.label ?? '');
    else if (options.revoke !== undefined) await revoke(portal, options.revoke);
    else await list(portal);
  } finally {
    await store.close();
  }
}

async function make(portal: PortalStore, label: string): Promise<void> {
  const key = newIngestKey(randomBytes);
  await portal.addIngestKey(
    { id: ingestKeyId(key), hash: hashIngestKey(key), label, madeAt: Date.now() },
    atThisTerminal(),
  );
  // On standard output the key alone, for scripts.
  console.error(
    `Ingest key ${ingestKeyId(key)} of portal ${portal.portalId}. It is shown this once; keep it as a secret.`,
  );
  console.log(key);
}

async function revoke(portal: PortalStore, id: string): Promise<void> {
  if (!(await portal.revokeIngestKey(id, Date.now(), atThisTerminal())))
    throw new InputError(`Portal ${portal.portalId} has no ingest key "${id}" in use. See them with --list.`);
  console.log(`Ingest key ${id} of portal ${portal.portalId} is revoked.`);
}

async function list(portal: PortalStore): Promise<void> {
  const keys = await portal.ingestKeys();
  if (keys.length === 0) console.log(`Portal ${portal.portalId} has no ingest keys.`);
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  for (const { id, label, madeAt, revokedAt } of keys) {
    const state = revokedAt === null ? 'in use' : `revoked ${day(revokedAt)}`;
    console.log([id, `made ${day(madeAt)}`, state, label].join('  ').trimEnd());
  }
}
