import { readEncryptionKeys, readStoreAddress } from '../config.ts';
import { InputError } from '../errors.ts';
import { resealPortal } from '../jobs/reseal-portal.ts';
import { makeSealer } from '../sealing/sealer.ts';
import { openStore } from '../store/open-store.ts';
import { atThisTerminal } from './at-this-terminal.ts';

export const KEYS_USAGE = 'npm run cli -- keys reseal';

/**
 * Seals all that is kept sealed under the first of ENCRYPTION_KEYS, portal by portal: afterwards the others can go. One whose tokens
 * do not open keeps no other from it. Repeats safely.
 */
export async function keys(args: string[]): Promise<void> {
  if (args.length !== 1 || args[0] !== 'reseal')
    throw new InputError(`Say what to do with the encryption keys. Usage: ${KEYS_USAGE}`);
  const ring = readEncryptionKeys();
  const sealer = makeSealer(ring);
  const store = await openStore(readStoreAddress());
  try {
    const counts = { resealed: 0, current: 0, nothing: 0 };
    const refusals: InputError[] = [];
    for (const { portalId } of await store.installations()) {
      try {
        const portal = { store: store.portal(portalId), sealer, clock: Date.now, actor: atThisTerminal() };
        counts[await resealPortal(portal)] += 1;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refusals.push(error);
      }
    }
    const done = `Sealed anew under key ${ring[0].id}: the tokens of ${portals(counts.resealed)}; under it already: of ${portals(counts.current)}.`;
    const [refusal] = refusals;
    if (refusal !== undefined)
      throw new InputError(`${done} Left as they are: of ${portals(refusals.length)}. ${refusal.message}`);
    console.log(`${done} The other keys are needed no more: ENCRYPTION_KEYS can be this one alone.`);
  } finally {
    await store.close();
  }
}

const portals = (count: number) => (count === 1 ? '1 portal' : `${count} portals`);
