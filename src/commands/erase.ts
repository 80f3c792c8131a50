import { readStoreAddress } from '../config.ts';
import { InputError } from '../errors.ts';
import type { RowCounts } from '../store/erase-portal.ts';
import { openStore } from '../store/open-store.ts';
import { readOptions } from './options.ts';
import { anyPortal } from './portal-option.ts';

export const ERASE_USAGE = 'npm run cli -- erase [--portal ID] [--keep-model] (--yes | --confirm ID)';

/**
 * Deletes everything held of a portal: first says what that is, and without a confirmation does no more. Run again after it died, it
 * goes on. Not undone; nothing in HubSpot changes.
 */
export async function erase(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    {
      portal: { type: 'string' },
      'keep-model': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      confirm: { type: 'string' },
    },
    ERASE_USAGE,
  );
  const scope = { keepModel: options['keep-model'] };
  const store = await openStore(readStoreAddress());
  try {
    const id = await anyPortal(store, options.portal);
    if (options.confirm !== undefined && options.confirm !== String(id))
      throw new InputError(`--confirm ${options.confirm}: the portal to erase is ${id}. Nothing was erased.`);
    const portal = store.portal(id);
    const found = await portal.countRows(scope);
    if (sum(found) === 0) {
      console.log(`Nothing is held of portal ${id}.`);
      return;
    }
    console.log(`Of portal ${id}:\n${lines(found)}`);
    if (!options.yes && options.confirm === undefined)
      throw new InputError(
        `Nothing was erased. To erase these ${sum(found)} rows for good, stop the service and run it again with --confirm ${id}.`,
      );
    const erased = await portal.erase(scope);
    console.log(`Erased: ${sum(erased)} rows. HubSpot itself is unchanged.`);
  } finally {
    await store.close();
  }
}

const sum = (counts: RowCounts): number => Object.values(counts).reduce((total, count) => total + count, 0);

function lines(counts: RowCounts): string {
  const width = Math.max(...Object.values(counts).map((count) => String(count).length));
  return Object.entries(counts)
    .map(([table, count]) => `  ${String(count).padStart(width)}  ${table}`)
    .join('\n');
}
