import { readLanguage, readStoreAddress } from '../config.ts';
import { InputError } from '../errors.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { openStore } from '../store/open-store.ts';
import { makeWording } from '../wording/make-wording.ts';
import { choosePortal } from './choose-portal.ts';
import { moversText } from './movers-text.ts';
import { readOptions, wholeNumber } from './options.ts';

export const MOVERS_USAGE = 'npm run cli -- movers [--days 7] [--json] [--portal ID]';

const MOST_DAYS = 3_650;
/** So many are listed; how many there are besides is said. */
const MOST_LISTED = 1_000;

/**
 * Lists the companies whose band worsened or recovered in the last days (7), as it was told when it happened, with, in
 * PORTAL_LANGUAGE, the main cause. Calls nobody.
 */
export async function movers(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    {
      days: { type: 'string', default: '7' },
      json: { type: 'boolean', default: false },
      portal: { type: 'string' },
    },
    MOVERS_USAGE,
  );
  const days = wholeNumber('days', options.days, 1, MOST_DAYS);
  const language = readLanguage();

  const store = await openStore(readStoreAddress());
  try {
    const portalId = await choosePortal(store, options.portal);
    const portal = store.portal(portalId);
    const profile = await portal.profile();
    if (profile === undefined || (await portal.publishedSince()) === undefined)
      throw new InputError(`No cycle has published scores of portal ${portalId} yet. Run one first: npm run cycle`);
    const { timeZone } = profile;
    const wording = makeWording({ locale: language, timeZone });
    const since = makeCalendar(timeZone).daysBefore(Date.now(), days);
    const { events, total } = await portal.bandEventsSince(since, MOST_LISTED);
    const of = (kind: string) => events.filter((event) => event.kind === kind);
    const found = { days, timeZone, total, worsened: of('worsened'), recovered: of('recovered'), wording };
    if (!options.json) return console.log(moversText(found));
    const told = (list: typeof events) =>
      list.map(({ at, kind: _, ...event }) => ({ at: new Date(at).toISOString(), ...event }));
    const [worsened, recovered] = [told(found.worsened), told(found.recovered)];
    console.log(
      JSON.stringify({ portalId, since: new Date(since).toISOString(), timeZone, total, worsened, recovered }),
    );
  } finally {
    await store.close();
  }
}
