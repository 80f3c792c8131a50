/** Of how many customers each signal is known, on the page where weights are set. */
import type { EditorSignal, ModelState } from '@account-health/contract/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScoredCompany } from '../../../src/jobs/score-portal.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openServedPortal } from './served-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

test('the latest cycle tells; what counts for nothing, or is measured otherwise than it was, is not known yet', async () => {
  const portal = await openServedPortal(store);
  const signals = ({ dimensions }: ModelState): readonly EditorSignal[] => dimensions.flatMap((one) => one.signals);
  const look = async () => (await portal.ask<ModelState>('GET', '/api/settings/model')).body;
  expect(signals(await look()).filter(({ known }) => known !== null)).toEqual([]);

  const scored: ScoredCompany[] = [];
  await portal.rig.cycle({ onScored: (company) => void scored.push(company) });
  const readings = scored.flatMap(({ health }) => (health.state === 'not_customer' ? [] : health.signals));
  const state = await look();
  const told = signals(state).filter(({ known }) => known !== null);
  expect(told.map(({ key }) => key).toSorted()).toEqual([...new Set(readings.map(({ signal }) => signal))].toSorted());
  for (const { key, known } of told) {
    const own = readings.filter(({ signal }) => signal === key);
    const share = own.filter(({ reading }) => reading.kind === 'scored').length / own.length;
    expect([key, known]).toEqual([key, expect.closeTo(share, 3)]);
  }
  expect(new Set(told.map(({ known }) => known)).size).toBeGreaterThan(1);
  const uncounted = signals(state).filter(({ weight, inModel }) => weight === 0 || !inModel);
  expect(uncounted.some(({ known }) => known === null)).toBe(true);

  const [first, second] = told.filter(({ known }) => known !== 0);
  const dimension = state.dimensions.find((one) => one.signals.some(({ key }) => key === first?.key))?.key ?? '';
  const path = ['dimensions', dimension, 'signals', first?.key ?? '', 'settings'];
  const edits = [{ path, value: { expiresAfterDays: 5 } }];
  const change = { kind: 'edits', edits };
  const { body } = await portal.ask<ModelState>('PUT', '/api/settings/model/draft', { body: { revision: 0, change } });
  const now = new Map(signals(body).map(({ key, known }) => [key, known]));
  expect([now.get(first?.key ?? ''), now.get(second?.key ?? '')]).toEqual([null, second?.known]);
});
