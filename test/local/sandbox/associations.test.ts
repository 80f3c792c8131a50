import { expect, test } from 'vitest';
import { sandbox } from './sandbox-fixture.ts';

const path = (from: string, to: string) => `/crm/associations/2026-09/${from}/${to}/batch/read`;

test('each association comes with its types; the id at the other end is a number', async () => {
  const { call } = await sandbox();
  const { status, body } = await call(path('deals', 'companies'), { json: { inputs: [{ id: '201' }] } });
  expect(status).toBe(200);
  expect(body.results).toEqual([
    {
      from: { id: '201' },
      to: [
        {
          toObjectId: 1,
          associationTypes: [
            { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
            { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
          ],
        },
        { toObjectId: 2, associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 341, label: null }] },
      ],
    },
  ]);
});

test('both directions are there, though the data tells one', async () => {
  const { call } = await sandbox();
  const { body } = await call(path('company', '0-3'), { json: { inputs: [{ id: '2' }] } });
  expect(body.results[0].to.map((one: { toObjectId: number }) => one.toObjectId)).toEqual([201]);
});

test('a record with none is an error of a 207', async () => {
  const { call } = await sandbox();
  const { status, body } = await call(path('deals', 'companies'), { json: { inputs: [{ id: '202' }, { id: '201' }] } });
  expect([status, body.results.length, body.numErrors]).toEqual([207, 1, 1]);
  expect(body.errors[0]).toMatchObject({
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    context: { fromObjectId: ['202'] },
  });
});

test('1,000 inputs at most, and a cursor that is none of ours is refused', async () => {
  const { call } = await sandbox();
  const inputs = Array.from({ length: 1000 }, (_, index) => ({ id: String(index) }));
  expect((await call(path('deals', 'companies'), { json: { inputs } })).status).toBe(207);
  const tooMany = { inputs: [...inputs, { id: '1000' }] };
  expect((await call(path('deals', 'companies'), { json: tooMany })).status).toBe(400);
  const bad = { inputs: [{ id: '201', after: 'nonsense' }] };
  expect((await call(path('deals', 'companies'), { json: bad })).status).toBe(400);
});
