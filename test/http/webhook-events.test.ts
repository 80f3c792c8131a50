import { describe, expect, test } from 'vitest';
import app from '../../app.json' with { type: 'json' };
import { readWebhookEvents } from '../../src/http/webhook-events.ts';
import { OBJECT_TYPES } from '../../src/scoring/object-types.ts';
import { OBJECTS } from '../../src/scoring/properties.ts';

const base = { eventId: 1, subscriptionId: 2, portalId: 7, appId: 3, occurredAt: 1_750_000_000_000, attemptNumber: 0 };
const event = (subscriptionType: string, fields: object = {}) => ({ ...base, subscriptionType, ...fields });
const about = (subscriptionType: string, objectTypeId: string, objectId: number, fields: object = {}) =>
  event(subscriptionType, { objectTypeId, objectId, changeSource: 'CRM_UI', ...fields });

/** What is asked of portal 7, as "companies/1" and "purge/1". */
const asked = (...events: readonly unknown[]): string[] =>
  readWebhookEvents(events).portals.flatMap(({ purges, touched }) => [
    ...purges.map((id) => `purge/${id}`),
    ...touched.map(({ objectType, id }) => `${objectType}/${id}`),
  ]);

const association = (fields: object) =>
  event('object.associationChange', {
    changeSource: 'CRM_UI',
    associationCategory: 'HUBSPOT_DEFINED',
    associationTypeId: 341,
    associationRemoved: false,
    isPrimaryAssociation: true,
    ...fields,
  });

describe('generic events', () => {
  test.each(OBJECT_TYPES)('of %s, by their type id', (type) => {
    const { typeId } = OBJECTS[type];
    for (const action of ['creation', 'deletion', 'restore']) {
      expect(asked(about(`object.${action}`, typeId, 12))).toEqual([`${type}/12`]);
    }
  });

  test.each([
    [
      'a property that is read',
      about('object.propertyChange', '0-3', 5, { propertyName: 'amount', propertyValue: '9' }),
      ['deals/5'],
    ],
    ['a property that nobody reads', about('object.propertyChange', '0-3', 5, { propertyName: 'hs_color' }), []],
    ['a property of another type', about('object.propertyChange', '0-1', 5, { propertyName: 'amount' }), []],
    ['a name that every object has', about('object.propertyChange', '0-3', 5, { propertyName: 'toString' }), []],
    ['a property that is not named', about('object.propertyChange', '0-3', 5), ['deals/5']],
    [
      'a merge into one of the two',
      event('object.merge', {
        objectTypeId: '0-2',
        primaryObjectId: 1,
        mergedObjectIds: [2, 3],
        newObjectId: null,
        numberOfPropertiesMoved: 4,
      }),
      ['companies/1', 'companies/2', 'companies/3'],
    ],
    [
      'a merge into a record of its own',
      about('object.merge', '0-1', 9, { primaryObjectId: 1, mergedObjectIds: [2], newObjectId: 9 }),
      ['contacts/9', 'contacts/1', 'contacts/2'],
    ],
    [
      'an association of two types of ours',
      association({ fromObjectTypeId: '0-3', fromObjectId: 5, toObjectTypeId: '0-2', toObjectId: 1 }),
      ['deals/5', 'companies/1'],
    ],
    [
      'an association of one type',
      association({ fromObjectTypeId: '0-2', fromObjectId: 1, toObjectTypeId: '0-2', toObjectId: 2 }),
      ['companies/1', 'companies/2'],
    ],
    [
      'an association with a type that we do not read',
      association({ fromObjectTypeId: '0-8', fromObjectId: 5, toObjectTypeId: '0-3', toObjectId: 6 }),
      ['deals/6'],
    ],
    [
      'an id given as text',
      about('object.creation', '0-49', 0, { objectId: '90071992547409930' }),
      ['emails/90071992547409930'],
    ],
  ])('%s', (_what, given, touched) => {
    expect(asked(given)).toEqual(touched);
    expect(readWebhookEvents([given]).ignored.size).toBe(0);
  });

  test('none of the properties that we write leads to another look', () => {
    const events = app.companyProperties.properties.map(({ name }) =>
      about('object.propertyChange', '0-2', 1, { propertyName: name, changeSource: 'INTEGRATION' }),
    );
    expect(readWebhookEvents(events)).toEqual({ portals: [], ignored: new Map() });
  });
});

describe('classic events', () => {
  test.each([
    [event('company.creation', { objectId: 1 }), ['companies/1']],
    [event('contact.deletion', { objectId: 2 }), ['contacts/2']],
    [event('ticket.restore', { objectId: 3 }), ['tickets/3']],
    [event('deal.propertyChange', { objectId: 4, propertyName: 'dealstage', propertyValue: 'x' }), ['deals/4']],
    [event('company.propertyChange', { objectId: 4, propertyName: 'account_health_score' }), []],
    [
      event('deal.merge', { primaryObjectId: 1, mergedObjectIds: [2], newObjectId: 3 }),
      ['deals/1', 'deals/3', 'deals/2'],
    ],
    [
      event('contact.associationChange', {
        associationType: 'CONTACT_TO_COMPANY',
        fromObjectId: 1,
        toObjectId: 2,
        associationRemoved: true,
      }),
      ['contacts/1', 'companies/2'],
    ],
    [
      event('deal.associationChange', { associationType: 'DEAL_TO_LINE_ITEM', fromObjectId: 1, toObjectId: 2 }),
      ['deals/1'],
    ],
    [
      event('ticket.associationChange', { associationType: 'ENGAGEMENT_TO_TICKET', fromObjectId: 1, toObjectId: 2 }),
      ['tickets/2'],
    ],
    [event('contact.associationChange', { fromObjectId: 1, toObjectId: 2 }), ['contacts/1']],
    [event('contact.privacyDeletion', { objectId: 8 }), ['purge/8']],
  ])('%j', (given, hints) => {
    expect(asked(given)).toEqual(hints);
    expect(readWebhookEvents([given]).ignored.size).toBe(0);
  });
});

describe('of no use, and counted', () => {
  test.each([
    ['another subscription', event('conversation.creation', { objectId: 1 }), 'conversation.creation'],
    ['another type', about('object.creation', '0-7', 1), 'object.creation'],
    ['a type that is not told', event('object.creation', { objectId: 1 }), 'object.creation'],
    ['another action', about('object.explosion', '0-2', 1), 'object.explosion'],
    [
      'privacy deletion of what is no contact',
      event('company.privacyDeletion', { objectId: 1 }),
      'company.privacyDeletion',
    ],
    ['no record', event('contact.deletion'), 'contact.deletion'],
    ['no contact to purge', event('contact.privacyDeletion'), 'contact.privacyDeletion'],
    ['a merge of nothing', event('deal.merge', { mergedObjectIds: [] }), 'deal.merge'],
    [
      'an association of other types',
      association({ fromObjectTypeId: '0-7', fromObjectId: 1 }),
      'object.associationChange',
    ],
    ['a name of every object as an action', event('company.toString', { objectId: 1 }), 'company.toString'],
    ['no event at all', 'hello', 'malformed'],
    ['null', null, 'malformed'],
    ['a list', [event('company.creation', { objectId: 1 })], 'malformed'],
    ['no portal', { subscriptionType: 'company.creation', objectId: 1 }, 'malformed'],
    ['a portal that is no number', event('company.creation', { objectId: 1, portalId: '7' }), 'malformed'],
    ['a record id that is none', event('company.creation', { objectId: 'abc' }), 'malformed'],
    ['half a record id', event('company.creation', { objectId: 1.5 }), 'malformed'],
    // JSON.parse rounds it to a neighbour: another record.
    ['a number too great to be exact', event('company.creation', { objectId: 2 ** 53 }), 'malformed'],
  ])('%s', (_what, given, counted) => {
    expect(readWebhookEvents([given])).toEqual({ portals: [], ignored: new Map([[counted, 1]]) });
  });

  test('does not keep the others from being read', () => {
    const events = [
      null,
      event('company.creation', { objectId: 1 }),
      {},
      event('x.y'),
      event('deal.deletion', { objectId: 2 }),
    ];
    const { portals, ignored } = readWebhookEvents(events);
    expect(portals[0]?.touched.map(({ id }) => id)).toEqual(['1', '2']);
    expect(ignored).toEqual(
      new Map([
        ['malformed', 2],
        ['x.y', 1],
      ]),
    );
  });
});

test.each<[string, readonly unknown[], readonly string[]]>([
  ['a creation', [about('object.creation', '0-2', 1)], ['companies/1']],
  ['a restore', [about('object.restore', '0-1', 1)], ['contacts/1']],
  ['a merge', [event('deal.merge', { primaryObjectId: 1, mergedObjectIds: [2] })], ['deals/1', 'deals/2']],
  ['a deletion', [about('object.deletion', '0-2', 1)], []],
  ['a changed value', [about('object.propertyChange', '0-2', 1, { propertyName: 'name' })], []],
  [
    'another company of a contact, which lends it to invoices',
    [association({ fromObjectTypeId: '0-2', fromObjectId: 1, toObjectTypeId: '0-1', toObjectId: 2 })],
    ['contacts/2'],
  ],
  [
    'another company of a deal, which lends it to quotes',
    [association({ fromObjectTypeId: '0-3', fromObjectId: 1, toObjectTypeId: '0-2', toObjectId: 2 })],
    ['deals/1'],
  ],
  [
    'another company of an email',
    [association({ fromObjectTypeId: '0-49', fromObjectId: 1, toObjectTypeId: '0-2', toObjectId: 2 })],
    [],
  ],
  [
    'another contact of an email',
    [association({ fromObjectTypeId: '0-49', fromObjectId: 1, toObjectTypeId: '0-1', toObjectId: 2 })],
    [],
  ],
  [
    'a restore and a changed value, in any order',
    [about('object.restore', '0-2', 1), about('object.propertyChange', '0-2', 1), about('object.restore', '0-2', 1)],
    ['companies/1'],
  ],
])('%s: whose neighbours are to be looked at too', (_what, events, wanted) => {
  const { touched = [] } = readWebhookEvents(events).portals[0] ?? {};
  const found = touched
    .filter(({ withNeighbours }) => withNeighbours)
    .map(({ objectType, id }) => `${objectType}/${id}`);
  expect(found).toEqual(wanted);
});

test('each portal has its own hints, each of them once', () => {
  const created = event('company.creation', { objectId: 1 });
  const gone = event('contact.privacyDeletion', { objectId: 5 });
  const events = [
    created,
    { ...created, portalId: 8 },
    { ...created, attemptNumber: 1 },
    gone,
    { ...gone, eventId: 9 },
  ];
  expect(readWebhookEvents(events).portals).toEqual([
    { portalId: 7, purges: ['5'], touched: [{ objectType: 'companies', id: '1', withNeighbours: true }] },
    { portalId: 8, purges: [], touched: [{ objectType: 'companies', id: '1', withNeighbours: true }] },
  ]);
});
