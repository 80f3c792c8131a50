/** The account itself and the people who own its records. */

import { additionalCurrencies } from './currencies.ts';
import { invalid } from './error-bodies.ts';
import { knownOwners } from './known-owners.ts';
import { iso } from './record-view.ts';
import { pageSize, type Route, requireScopes } from './route.ts';

/** A time zone's distance from UTC at a moment, as HubSpot writes it: "+01:00". */
function utcOffset(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
}

const details: Route = {
  method: 'GET',
  path: '/account-info/{v}/details',
  family: 'general',
  handle({ state }) {
    const { portalId, timeZone, companyCurrency } = state.data;
    const utc = utcOffset(timeZone, state.clock());
    return {
      status: 200,
      body: {
        portalId,
        accountType: 'DEVELOPER_TEST',
        timeZone,
        companyCurrency,
        additionalCurrencies: additionalCurrencies(state.data),
        utcOffset: utc,
        utcOffsetMilliseconds: (utc.startsWith('-') ? -1 : 1) * offsetMs(utc),
        uiDomain: 'app.hubspot.com',
        dataHostingLocation: 'na1',
      },
    };
  },
};

function offsetMs(utc: string): number {
  const [hours = 0, minutes = 0] = utc.slice(1).split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/**
 * Owners are the users and whoever the records name, but for who left; under the data's names where it has them, and a user whom it does not
 * name under the address alone; ids ascending; 100 a page, 500 at most.
 */
const owners: Route = {
  method: 'GET',
  path: '/crm/owners/{v}',
  family: 'general',
  handle(call) {
    requireScopes(call, ['crm.objects.owners.read']);
    const { state, query } = call;
    const limit = pageSize(query.get('limit'), 100, 500);
    const after = query.get('after') ?? '0';
    if (!/^\d+$/.test(after)) throw invalid(`Invalid paging cursor: ${after}`);
    const rest = [...knownOwners(state)]
      .filter((id) => Number(id) > Number(after))
      .sort((a, b) => Number(a) - Number(b));
    const page = rest.slice(0, limit);
    const since = iso(state.data.takenAt);
    const named = new Map(state.data.owners?.map((owner) => [owner.id, owner]));
    const users = new Map(state.data.users?.map(({ id, email }) => [id, { email, firstName: '', lastName: '' }]));
    const results = page.map((id) => ({
      id,
      email: `owner${id}@example.com`,
      firstName: 'Owner',
      lastName: id,
      ...users.get(id),
      ...named.get(id),
      userId: Number(id),
      type: 'PERSON',
      createdAt: since,
      updatedAt: since,
      archived: false,
    }));
    const last = page.at(-1);
    const paging =
      last !== undefined && rest.length > page.length ? { paging: { next: { after: last, link: '' } } } : {};
    return { status: 200, body: { results, ...paging } };
  },
};

export const accountRoutes: readonly Route[] = [details, owners];
