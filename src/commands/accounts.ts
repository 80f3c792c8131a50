import { readLanguage, readStoreAddress } from '../config.ts';
import { InputError } from '../errors.ts';
import { ACCOUNT_STATUSES, type AccountStatus, listAccounts } from '../jobs/list-accounts.ts';
import { openStore } from '../store/open-store.ts';
import { accountsCsv, accountsText } from './accounts-text.ts';
import { choosePortal } from './choose-portal.ts';
import { readOptions } from './options.ts';

export const ACCOUNTS_USAGE = 'npm run cli -- accounts [--status STATUS] [--json | --csv] [--portal ID]';

/** Lists the companies with score, status and, in PORTAL_LANGUAGE, the reason, as the latest cycle scored them. Calls nobody. */
export async function accounts(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    {
      status: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      portal: { type: 'string' },
    },
    ACCOUNTS_USAGE,
  );
  const status = options.status === undefined ? undefined : parseStatus(options.status);
  if (options.json && options.csv) throw new InputError(`Give --json or --csv, not both. Usage: ${ACCOUNTS_USAGE}`);
  const language = readLanguage();

  const store = await openStore(readStoreAddress());
  try {
    const portalId = await choosePortal(store, options.portal);
    const list = await listAccounts(store.portal(portalId), language);
    if (list === undefined)
      throw new InputError(`No cycle has scored portal ${portalId} yet. Run one first: npm run cycle`);
    const kept = list.accounts.filter((account) => status === undefined || account.status === status);
    if (options.json) {
      const asOf = new Date(list.asOf).toISOString();
      console.log(JSON.stringify({ portalId, asOf, model: list.model, accounts: kept }));
    } else console.log(options.csv ? accountsCsv(kept) : accountsText(list, kept));
  } finally {
    await store.close();
  }
}

/** @throws InputError naming the statuses there are. */
function parseStatus(text: string): AccountStatus {
  const status = ACCOUNT_STATUSES.find((known) => known === text);
  if (status === undefined) throw new InputError(`--status ${text}: use one of ${ACCOUNT_STATUSES.join(', ')}.`);
  return status;
}
