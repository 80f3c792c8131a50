import { expect, it } from 'vitest';
import type { LabelledTarget } from '../../src/hubspot/associations.ts';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import type { HubSpotRecord } from '../../src/hubspot/record-schema.ts';
import type { TypePlan } from '../../src/scoring/read-plan.ts';
import type { PropertyChoice, SyncState } from '../../src/store/sync-state.ts';
import { newPass } from '../../src/sync/begin-pass.ts';
import { makeTakePages } from '../../src/sync/take-pages.ts';
import { freshPortals, onEachEngine } from '../store/test-store.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const PLAN: TypePlan = {
  objectType: 'deals',
  properties: ['createdate'],
  associations: ['companies'],
  labelled: { property: 'referrers', labels: ['referrer'] },
};
const CHOICE: PropertyChoice = {
  properties: ['createdate'],
  missing: [],
  tellsMerged: false,
  companiesVia: null,
  readAt: NOW,
};
const STATE: SyncState = {
  planHash: 'plan',
  cursor: newPass(null, NOW),
  runningSince: null,
  completeTo: null,
  archived: null,
  reconciledAt: null,
  choice: CHOICE,
  round: null,
  blocked: null,
  missingProperties: [],
  firstRecordAt: null,
  filledSince: {},
};
const deal = (id: number): HubSpotRecord => ({
  id: String(id),
  properties: { createdate: '2025-01-01T00:00:00Z' },
  createdAt: '2025-01-01T00:00:00Z',
  updatedAt: '2025-01-01T00:00:00Z',
  archived: false,
  associations: {},
});
/** Every deal is company 1's, which referred it. */
const client = {
  async labelledAssociations(_from, _to, ids) {
    return new Map(ids.map((id): [string, readonly LabelledTarget[]] => [id, [{ id: '1', labels: ['Referrer'] }]]));
  },
} as Pick<PortalClient, 'labelledAssociations'> as PortalClient;

onEachEngine('pages that wait for labels', (engine) => {
  const open = freshPortals(engine);

  it('are none lost where the list and a search meet at one record, and the process dies then', async () => {
    const store = open();
    let state = STATE;
    const start = () =>
      makeTakePages({
        client,
        store,
        plan: PLAN,
        choice: CHOICE,
        planHash: state.planHash,
        own: [],
        timeZone: 'UTC',
        cursor: () => state.cursor ?? newPass(null, NOW),
        async save(change, write = store.saveSyncState) {
          const next = change(state);
          await write('deals', next);
          state = next;
        },
        count: { pages: 0, read: 0, changed: 0, ended: [] },
        dirtyValues: {},
        onPage: () => {},
        signal: new AbortController().signal,
      });
    const died = await start();
    const list = { after: 'x', upTo: '3', beyondId: null };
    const listed = { records: [1, 2, 3].map(deal), askedAt: NOW, after: 'x' };
    const searched = { records: [5, 4, 3].map(deal), askedAt: NOW, total: 5, more: true };
    // Both were asked for before either came.
    await Promise.all([
      died.takeListed(listed, { above: '0', upTo: '3' }, list),
      died.takeSearched(searched, { above: '2', upTo: null }, 5),
    ]);
    await (await start()).flush();
    expect(await store.heldIds('deals', null, 10)).toEqual(['1', '2', '3', '4', '5']);
    expect(await store.stagedPages('deals')).toEqual([]);
  });
});
