import { expect, it } from 'vitest';
import { STATUSES } from '../../extensions/app/packages/contract/scorecard.ts';
import {
  ASKS_NOTHING,
  BY_IMPORTANCE,
  COMPANY_PROPERTIES,
  parseCompanyProperties,
  propertiesOf,
} from '../../src/publish/company-properties.ts';
import { WRITABLE } from '../../src/scoring/model-shape.ts';

it('describes in app.json the six that every model has written, then those that it may ask for', () => {
  const types = COMPANY_PROPERTIES.properties.map(({ name, type, groupName }) => [name, type, groupName]);
  expect(types).toEqual([
    ['account_health_score', 'number', 'account_health'],
    ['account_health_status', 'enumeration', 'account_health'],
    ['account_health_change_30d', 'number', 'account_health'],
    ['account_health_coverage', 'number', 'account_health'],
    ['account_health_top_risk', 'string', 'account_health'],
    ['account_health_updated_at', 'datetime', 'account_health'],
    ['account_health_status_since', 'date', 'account_health'],
    ['account_health_revenue_at_risk', 'number', 'account_health'],
    ['account_health_next_renewal', 'date', 'account_health'],
    ['account_health_overdue_amount', 'number', 'account_health'],
    ['account_health_checked_on', 'date', 'account_health'],
  ]);
  const all = propertiesOf({ ...ASKS_NOTHING, write: WRITABLE }).map(({ name }) => name);
  expect(all.toSorted()).toEqual(types.map(([name]) => name).toSorted());
  expect(all.slice(0, 6)).toEqual(BY_IMPORTANCE);
  expect(propertiesOf(ASKS_NOTHING).map(({ name }) => name)).toEqual(BY_IMPORTANCE);
});

it('asks for a property once, though the model names it twice', () => {
  const asked = propertiesOf({ ...ASKS_NOTHING, write: ['checked_on', 'checked_on'] });
  expect(asked).toHaveLength(7);
});

it('offers each status that a score can have, and no other', () => {
  const status = COMPANY_PROPERTIES.properties.find(({ name }) => name === 'account_health_status');
  expect(status?.options?.map(({ value }) => value)).toEqual([...STATUSES]);
});

it.each([
  ['another group', { group: { name: 'other', label: 'Other' }, properties: [property({})] }],
  ['no properties', { group: { name: 'account_health', label: 'Health' }, properties: [] }],
  [
    'a name outside our own',
    { group: { name: 'account_health', label: 'Health' }, properties: [property({ name: 'score' })] },
  ],
  [
    'a choice without options',
    {
      group: { name: 'account_health', label: 'Health' },
      properties: [property({ type: 'enumeration', fieldType: 'select' })],
    },
  ],
  [
    'a field that does not go with the type',
    { group: { name: 'account_health', label: 'Health' }, properties: [property({ fieldType: 'text' })] },
  ],
  [
    'an unknown key',
    { group: { name: 'account_health', label: 'Health' }, properties: [property({ fieldtype: 'number' })] },
  ],
])('refuses a descriptor with %s', (_, part) => {
  expect(() => parseCompanyProperties(part)).toThrow();
});

function property(given: Record<string, unknown>) {
  return { name: 'account_health_x', label: 'X', description: '', type: 'number', fieldType: 'number', ...given };
}
