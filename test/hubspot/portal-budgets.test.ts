import { afterEach, describe, expect, it, vi } from 'vitest';
import { makePortalClient } from '../../src/hubspot/make-portal-client.ts';
import { TOKEN } from './test-client.ts';
import { makeVirtualTime } from './virtual-time.ts';

const SEARCH = '/crm/objects/2026-09/deals/search';
const PROPERTIES = '/crm/properties/2026-09/deals';
const ASSOCIATIONS = '/crm/associations/2026-03/deals/companies/batch/read';

type Answer = (path: string, seenBefore: number) => Response | undefined;

afterEach(() => {
  vi.unstubAllGlobals();
});

/**
 * Virtual time, and a HubSpot that answers at once and writes down when each path was called. It stands in for `fetch`,
 * as virtual time cannot see that a real request is under way.
 */
function setUp(headers: Record<string, string> = {}, special: Answer = () => undefined) {
  const time = makeVirtualTime(0);
  const calledAt = new Map<string, number[]>();
  const callsOf = (path: string) => calledAt.get(path) ?? [];
  vi.stubGlobal('fetch', async (url: URL) => {
    const before = callsOf(url.pathname);
    calledAt.set(url.pathname, [...before, time.clock()]);
    return special(url.pathname, before.length) ?? Response.json({ total: 0, results: [] }, { headers });
  });
  const makeClient = () =>
    makePortalClient({ token: async () => TOKEN, baseUrl: 'http://127.0.0.1', ...time, random: () => 0 });
  return { time, callsOf, makeClient };
}

const search = (client: ReturnType<typeof makePortalClient>) =>
  client.search('deals', { properties: [], above: '0', upTo: null });
const times = <T>(count: number, what: () => T) => Array.from({ length: count }, what);
/** The most calls within any window of that length. */
const most = (calledAt: readonly number[], windowMs: number) =>
  Math.max(...calledAt.map((from) => calledAt.filter((at) => at >= from && at <= from + windowMs).length));

describe('the budgets of a portal', () => {
  it('general, search and associations each keep their own limit, side by side', async () => {
    const { time, callsOf, makeClient } = setUp();
    const client = makeClient();
    await time.run(
      Promise.all([
        ...times(130, () => client.properties('deals')),
        ...times(12, () => search(client)),
        ...times(110, () => client.associations('deals', 'companies', ['1'])),
      ]),
    );
    expect(most(callsOf(PROPERTIES), 10_000)).toBe(100);
    expect(most(callsOf(SEARCH), 1_000)).toBe(5);
    expect(most(callsOf(ASSOCIATIONS), 10_000)).toBe(100);
    // None waited for another: each began at once and was through after its own windows.
    expect([PROPERTIES, SEARCH, ASSOCIATIONS].map((path) => callsOf(path)[0])).toEqual([0, 0, 0]);
    expect(callsOf(SEARCH).at(-1)).toBe(2_040);
  });

  it('general follows the limit that HubSpot states, staying under it', async () => {
    const { time, callsOf, makeClient } = setUp({
      'X-HubSpot-RateLimit-Max': '60',
      'X-HubSpot-RateLimit-Interval-Milliseconds': '5000',
    });
    const client = makeClient();
    await time.run(client.properties('deals'));
    await time.run(Promise.all(times(120, () => client.properties('deals'))));
    expect(most(callsOf(PROPERTIES), 5_000)).toBe(57);
    // Associations have a limit of their own, whatever general answers state.
    await time.run(Promise.all(times(110, () => client.associations('deals', 'companies', ['1']))));
    expect(most(callsOf(ASSOCIATIONS), 10_000)).toBe(100);
  });

  it.each([
    ['0', '10000'],
    ['many', '10000'],
    ['190', '0'],
  ])('a stated limit of %s in %s ms is no limit to follow', async (max, interval) => {
    const { time, callsOf, makeClient } = setUp({
      'X-HubSpot-RateLimit-Max': max,
      'X-HubSpot-RateLimit-Interval-Milliseconds': interval,
    });
    const client = makeClient();
    await time.run(Promise.all(times(120, () => client.properties('deals'))));
    expect(most(callsOf(PROPERTIES), 10_000)).toBe(100);
  });

  it('are never shared with another portal', async () => {
    const { time, callsOf, makeClient } = setUp();
    const [one, other] = [makeClient(), makeClient()];
    await time.run(Promise.all([one, other].flatMap((client) => times(100, () => client.properties('deals')))));
    expect(callsOf(PROPERTIES)).toHaveLength(200);
    expect(time.clock()).toBe(0);
    expect([one.calls.total, other.calls.total]).toEqual([100, 100]);
  });

  it('a 429 stops the other calls of its budget, and no others', async () => {
    const { time, callsOf, makeClient } = setUp({}, (path, before) =>
      path === PROPERTIES && before === 3
        ? Response.json({ policyName: 'TEN_SECONDLY_ROLLING' }, { status: 429 })
        : undefined,
    );
    const client = makeClient();
    await time.run(Promise.all([...times(20, () => client.properties('deals')), search(client)]));
    const general = callsOf(PROPERTIES);
    // Sixteen were under way, one of them was the 429; the others, and its second try, came when the window had passed.
    expect(general.filter((at) => at === 0)).toHaveLength(16);
    expect(general.filter((at) => at > 0)).toEqual(times(5, () => 10_000));
    expect(callsOf(SEARCH)).toEqual([0]);
    expect(client.calls).toEqual({ total: 22, rateLimited: 1, failed: 1 });
  });
});
