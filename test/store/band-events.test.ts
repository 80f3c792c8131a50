import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { BandEvent } from '../../src/store/band-events.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { PublishedScore } from '../../src/store/published-scores.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

const ONE = companyId('1');
const TWO = companyId('2');
const THREE = companyId('3');

const event = (id: BandEvent['companyId'], at: number, parts: Partial<BandEvent> = {}): BandEvent => ({
  companyId: id,
  at,
  kind: 'worsened',
  fromStatus: 'healthy',
  toStatus: 'at_risk',
  fromAt: 1,
  fromScore: 70,
  toScore: 60,
  modelVersion: '1',
  own: true,
  parts: null,
  ...parts,
});
const STARTED = {
  kind: 'started',
  fromStatus: null,
  toStatus: 'healthy',
  fromAt: null,
  fromScore: null,
  own: null,
} as const;

const score = (id: PublishedScore['companyId'], asOf: number, of: number, status: PublishedScore['status']) => ({
  ...{ companyId: id, asOf, score: of, status },
  modelVersion: '1',
});

onEachEngine('band events', (engine) => {
  const makePortal = freshPortals(engine);
  const named = (portal: PortalStore, id: string, name: string, seenAt = 1) =>
    portal.saveRecords('companies', [{ id, effectiveAt: seenAt, values: { name } }], seenAt);

  it('give back what was saved, and of each company the latest', async () => {
    const [portal, other] = [makePortal(), makePortal()];
    const parts = [{ cause: 'ageing', points: -10, signals: [{ signal: 'overdue_balance', points: -10 }] }] as const;
    const worse = event(ONE, 7, { parts });
    await portal.saveBandEvents([event(ONE, 5, STARTED), worse, event(TWO, 5, STARTED)]);
    await other.saveBandEvents([event(ONE, 9, STARTED)]);
    expect(await portal.latestBandEvents([ONE, THREE])).toEqual(new Map([[ONE, worse]]));
    expect(await portal.latestBandEvents([])).toEqual(new Map());
    expect((await portal.latestBandEvents([TWO])).get(TWO)).toEqual(event(TWO, 5, STARTED));
  });

  it('are told once: what is said of the same moment again changes nothing', async () => {
    const portal = makePortal();
    const first = event(ONE, 7);
    await portal.saveBandEvents([first]);
    await portal.saveBandEvents([first, event(ONE, 7, { kind: 'recovered', toScore: 1 })]);
    await portal.saveBandEvents([]);
    expect((await portal.latestBandEvents([ONE])).get(ONE)).toEqual(first);
  });

  it('since a moment: moves alone, the newest first, with the name as it is now, and how many there are', async () => {
    const [portal, other] = [makePortal(), makePortal()];
    await named(portal, '1', 'Alder');
    await named(portal, '1', 'Alder & Sons', 2);
    await named(portal, '2', 'Birch');
    await named(portal, '3', 'Gone');
    await portal.endRecords('companies', [{ id: '3', effectiveAt: 3 }], 3);
    await named(other, '1', 'Elsewhere');
    await other.saveBandEvents([event(ONE, 20)]);
    const recovered = event(TWO, 20, { kind: 'recovered', fromStatus: 'at_risk', toStatus: 'healthy' });
    await portal.saveBandEvents([
      event(ONE, 10),
      event(ONE, 9),
      event(ONE, 12, { kind: 'ended', toStatus: null, toScore: null }),
      event(ONE, 30, STARTED),
      recovered,
      event(THREE, 20),
      event(ONE, 20),
    ]);
    const moved = [
      { ...event(ONE, 20), name: 'Alder & Sons' },
      { ...recovered, name: 'Birch' },
      { ...event(ONE, 10), name: 'Alder & Sons' },
    ];
    expect(await portal.bandEventsSince(10, 9)).toEqual({ events: moved, total: 3 });
    expect(await portal.bandEventsSince(10, 2)).toEqual({ events: moved.slice(0, 2), total: 3 });
    expect(await portal.bandEventsSince(21, 9)).toEqual({ events: [], total: 0 });
  });

  it('the last score of a status, from one moment until before another', async () => {
    const portal = makePortal();
    await portal.savePublished([
      score(ONE, 1, 80, 'healthy'),
      score(ONE, 3, 70, 'healthy'),
      score(ONE, 5, 65, 'at_risk'),
      score(ONE, 7, 67, 'healthy'),
      score(TWO, 5, 65, 'at_risk'),
    ]);
    const last = async (since: number, before: number, status: PublishedScore['status'] = 'healthy') =>
      (await portal.lastPublishedAs([{ companyId: ONE, status, since, before }])).get(ONE)?.score;
    expect([await last(1, 9), await last(1, 7), await last(1, 4), await last(3, 4)]).toEqual([67, 70, 70, 70]);
    const held = await portal.lastPublishedAs([{ companyId: ONE, status: 'healthy', since: 1, before: 7 }]);
    expect(held.get(ONE)).toMatchObject({ asOf: 3, heldUntil: 5 });
    expect([await last(1, 1), await last(4, 7), await last(1, 9, 'unhealthy')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const asked = { since: 1, before: 9 };
    const both = await portal.lastPublishedAs([
      { companyId: ONE, status: 'healthy', ...asked },
      { companyId: TWO, status: 'at_risk', ...asked },
    ]);
    expect([...both]).toEqual([
      [ONE, { ...score(ONE, 7, 67, 'healthy'), heldUntil: null }],
      [TWO, { ...score(TWO, 5, 65, 'at_risk'), heldUntil: null }],
    ]);
    expect(await portal.lastPublishedAs([])).toEqual(new Map());
  });
});
