/** A segment with signals and limits of its own: what the list of changes says of it, and that it scores by them once published. */

import { readFileSync } from 'node:fs';
import type { ModelState } from '@account-health/contract/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordChanges } from '../../../src/http/settings/model/word-changes.ts';
import { readModelYaml } from '../../../src/model-file.ts';
import type { Edit, Json } from '../../../src/portal-model/apply-edit.ts';
import { editYaml } from '../../../src/portal-model/edit-yaml.ts';
import { portalModel } from '../../../src/portal-model/portal-model.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';
import { MODEL } from '../../jobs/cycle-rig.ts';
import { OVERDUE, PAID } from '../../jobs/small-portal.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openServedPortal } from './served-portal.ts';

const STANDARD = readFileSync('models/standard-b2b.yaml', 'utf8');
const NEW = ['segments', 0];
const RETAIL = ['segments', 1];
const overdueOf = (segment: Edit['path']) => [...segment, 'dimensions', 'billing', 'signals', 'overdue_balance'];

const retail: Json = {
  name: 'Retail',
  when: { property: 'industry', values: ['RETAIL'] },
  caps: [{ key: 'few_visits', signal: 'visits', from: 3, scoreAtMost: 40 }],
  dimensions: {
    billing: { weight: 3, signals: { overdue_balance: { weight: 5 } } },
    adoption: {
      signals: {
        visits: {
          ...{ weight: 1, mapped: { property: 'visits', kind: 'number', label: { en: 'Store visits' } } },
          curve: [
            [0, 0],
            [10, 100],
          ],
        },
      },
    },
  },
};
const WITH_RETAIL = editYaml(STANDARD, [{ path: RETAIL, value: retail }]);

/** A change in one line: what, before and after. */
function changes(before: string, edits: readonly Edit[], locale = 'en'): string[] {
  const after = readModelYaml(editYaml(before, edits));
  expect(after.mistakes).toEqual([]);
  const wording = makeWording({ locale, timeZone: 'UTC' });
  return wordChanges(readModelYaml(before), after, wording).map(
    (change) => `${change.label} | ${change.before ?? '–'} | ${change.after ?? '–'}`,
  );
}

describe('the list of changes', () => {
  test.each<[string, readonly Edit[], readonly string[]]>([
    ['a signal of which nothing differs yet', [{ path: overdueOf(NEW), value: {} }], []],
    [
      'a signal’s weight, points and unknown',
      [
        {
          path: overdueOf(NEW),
          value: {
            ...{ weight: 2, whenUnknown: 'neutral' },
            curve: [
              [0, 100],
              [9, 0],
            ],
          },
        },
      ],
      [
        'Group “New customers”, Overdue invoices: weight | as for everybody | 2',
        'Group “New customers”, Overdue invoices: when unknown | as for everybody | 50 points',
        'Group “New customers”, Overdue invoices: curve | as for everybody | 0 → 100, 9 → 0',
      ],
    ],
    [
      'limits of its own',
      [
        {
          path: [...NEW, 'caps'],
          value: [{ key: 'cap_overdue_balance', signal: 'overdue_balance', from: 90, scoreAtMost: 20 }],
        },
      ],
      ['Group “New customers”: limits | as for everybody | Overdue invoices from 90: score at most 20'],
    ],
    ['no limits', [{ path: [...NEW, 'caps'], value: [] }], ['Group “New customers”: limits | as for everybody | none']],
    [
      'another score of a limit, by what its signal is called',
      [{ path: [...RETAIL, 'caps', 0, 'scoreAtMost'], value: 50 }],
      ['Group “Retail”, Limit “Store visits”: score at most | 40 | 50'],
    ],
    [
      'a limit less',
      [{ path: [...RETAIL, 'caps', 0], value: null }],
      ['Group “Retail”, Limit “Store visits” | Store visits from 3: score at most 40 | –'],
    ],
    [
      'a signal as for everybody again',
      [{ path: [...RETAIL, 'dimensions', 'billing'], value: null }],
      [
        'Group “Retail”, Billing: weight | 3 | as for everybody',
        'Group “Retail”, Overdue invoices: weight | 5 | as for everybody',
      ],
    ],
    [
      'the unit of a source of its own, which nobody else has',
      [{ path: [...RETAIL, 'dimensions', 'adoption', 'signals', 'visits', 'mapped', 'unit'], value: 'visits' }],
      ['Group “Retail”, Store visits: own source, unit | – | visits'],
    ],
    [
      'the first segment less: the other has its place, and is not called gone',
      [{ path: NEW, value: null }],
      [
        'Group “New customers” | who is in it: customer for less than so many days: 90; minimum coverage: 25%; minimum of dimensions: 1; dimensions: (Deals & renewals: weight: 5; Engagement: weight: 30) | –',
      ],
    ],
    [
      'the first limit of everybody less',
      [{ path: ['caps', 0], value: null }],
      ['Limit “Long overdue invoice” | Overdue invoices from 61: score at most 32 | –'],
    ],
  ])('%s', (_what, edits, said) => {
    expect(changes(WITH_RETAIL, edits).toSorted()).toEqual(said.toSorted());
  });

  test('a segment more, with no key of ours in it', () => {
    const [said = ''] = changes(STANDARD, [{ path: RETAIL, value: retail }]);
    expect(said).toMatch(/^Group “Retail” \| – \| who is in it: \(property: industry; values: RETAIL\); limits: Store/);
    expect(said).toContain('Billing: (weight: 3; signals: Overdue invoices: weight: 5)');
    expect(said).not.toMatch(/overdue_balance|few_visits|scoreAtMost/);
  });

  test.each([
    ['it', 'Gruppo “New customers”, Fatture scadute: peso | come per tutti | 2'],
    ['tr', '“New customers” grubu, Vadesi geçmiş faturalar: ağırlık | herkesteki gibi | 2'],
    ['ko', '그룹 “New customers”, 연체된 청구서: 가중치 | 모두와 같음 | 2'],
    ['ro', 'Grupul „New customers”, Facturi restante: pondere | ca pentru toți | 2'],
  ])('in %s', (locale, said) => {
    expect(changes(STANDARD, [{ path: [...overdueOf(NEW), 'weight'], value: 2 }], locale)).toEqual([said]);
  });
});

describe('published', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  test('a company of the segment is scored by its signals and limits, and nobody else otherwise', async () => {
    const portal = await openServedPortal(store);
    const scores = async () => {
      const { scored } = await portal.rig.cycle({ model: await portalModel(portal.rig.store, MODEL) });
      return [PAID, OVERDUE].map((id) => {
        const health = scored.get(id)?.health;
        if (health?.state !== 'scored') throw new Error(`Company ${id} has no score.`);
        return { score: health.score, caps: health.receipt.filter(({ dimension }) => dimension === null).length };
      });
    };
    let revision = 0;
    const change = async (...edits: Edit[]) => {
      const { body } = await portal.ask<ModelState>('PUT', '/api/settings/model/draft', {
        body: { revision, change: { kind: 'edits', edits } },
      });
      expect(body.draft?.mistakes).toEqual([]);
      const { body: after } = await portal.ask<ModelState>('POST', '/api/settings/model/publish', {
        body: { revision: body.revision },
      });
      expect(after.draft).toBeNull();
      revision = after.revision;
    };

    const [paid, overdue] = await scores();
    expect(overdue).toEqual({ score: expect.any(Number), caps: 1 });
    // As the page does it: a signal is added, then said more of; limits begin as everybody's.
    const of = { property: 'hs_object_id', values: [OVERDUE] };
    await change(
      { path: RETAIL, value: { name: 'Slow payers', when: of } },
      { path: overdueOf(RETAIL), value: {} },
      { path: [...RETAIL, 'caps'], value: JSON.parse(JSON.stringify(MODEL.caps)) as Json },
    );
    expect(await scores()).toEqual([paid, overdue]);
    await change({ path: [...RETAIL, 'caps', 0], value: null });
    const [, withoutLimit] = await scores();
    expect(withoutLimit?.caps).toBe(0);
    expect(withoutLimit?.score).toBeGreaterThan(overdue?.score ?? 100);
    await change({ path: [...overdueOf(RETAIL), 'weight'], value: 0 });
    const [same, uncounted] = await scores();
    expect(uncounted?.score).toBeGreaterThan(withoutLimit?.score ?? 100);
    expect(same).toEqual(paid);
  });
});
