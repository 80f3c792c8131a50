import { expect, test } from 'vitest';
import { knownShares } from '../../src/http/settings/model/known-shares.ts';

const MAPPED = { object: 'companies', property: 'tier', kind: 'number', label: { en: 'Tier' } };
const context = {
  known: { nps: 0.5, csat: 0, tier: 0.25 },
  model: {
    dimensions: {
      sentiment: {
        signals: { nps: { weight: 1, settings: { windowDays: 90 } }, csat: { weight: 1, settings: {} } },
      },
      mine: { signals: { tier: { weight: 1, settings: {}, mapped: { ...MAPPED, windowDays: 30 } } } },
    },
  },
};
const entry = (more = {}) => ({ weight: 9, ...more });

test.each([
  ['as it scored, whatever it weighs now', 'nps', entry({ settings: { windowDays: 90 } }), 0.5],
  ['known of nobody', 'csat', entry(), 0],
  ['with another setting', 'nps', entry({ settings: { windowDays: 30 } }), null],
  ['with a setting more', 'csat', entry({ settings: { windowDays: 30 } }), null],
  ['with its usual setting again', 'nps', entry(), null],
  ['that was not read', 'ces', entry(), null],
  ['named as something of every object', 'constructor', entry(), null],
  ['a source of the portal’s own, without its defaults', 'tier', entry({ mapped: MAPPED }), 0.25],
  ['called otherwise', 'tier', entry({ mapped: { ...MAPPED, label: { en: 'Level' } } }), 0.25],
  ['by another property', 'tier', entry({ mapped: { ...MAPPED, property: 'level' } }), null],
  ['a source where ours was', 'csat', entry({ mapped: MAPPED }), null],
  ['ours where a source was', 'tier', entry(), null],
  ['of a draft that is no model', 'nps', null, null],
])('a signal %s', (_what, signal, asked, share) => {
  expect(knownShares({ context })(signal, asked)).toBe(share);
});

test('before the first cycle, and of one of an earlier version, nothing is known', () => {
  expect(knownShares(undefined)('nps', entry())).toBeNull();
  expect(knownShares({ context: { model: context.model } })('nps', entry())).toBeNull();
});
