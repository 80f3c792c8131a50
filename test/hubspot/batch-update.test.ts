import fc from 'fast-check';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HUBSPOT, makeTestClient } from './test-client.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const PATH = '/crm/objects/2026-09/companies/batch/update';
const update = (id: string) => ({ id, properties: { account_health_score: '71' } });
const written = (ids: readonly string[]) => ids.map((id) => ({ id, properties: {}, objectWriteTraceId: id }));

/** A portal whose own rule refuses whole any batch that holds one of these records. */
function mockRule(culprits: ReadonlySet<string>, batches: string[][]) {
  let ids: string[] = [];
  nock(HUBSPOT)
    .persist()
    .post(PATH, (body: { inputs: { id: string }[] }) => {
      ids = body.inputs.map(({ id }) => id);
      return true;
    })
    .reply(() => {
      batches.push(ids);
      return ids.some((id) => culprits.has(id))
        ? [400, { category: 'VALIDATION_ERROR', message: 'Industry is required for this company' }]
        : [200, { results: written(ids) }];
    });
}

describe('updateBatch', () => {
  it('sends id, values and a trace id, and nothing else', async () => {
    const inputs = ['1', '2'].map((id) => ({ ...update(id), objectWriteTraceId: id }));
    nock(HUBSPOT, { reqheaders: { 'content-type': 'application/json' } })
      .post(PATH, { inputs })
      .reply(200, { status: 'COMPLETE', results: written(['1', '2']) });
    const result = await makeTestClient().client.updateBatch('companies', [update('1'), update('2')]);
    expect(result).toEqual({ updated: ['1', '2'], refused: [] });
  });

  it('207: tells each record its own message, by whichever field names it', async () => {
    const errors = [
      { status: 'error', category: 'VALIDATION_ERROR', message: 'by trace', context: { objectWriteTraceId: ['2'] } },
      { status: 'error', category: 'OBJECT_NOT_FOUND', message: 'by ids', context: { ids: ['3', '4'] } },
      { status: 'error', message: 'by id', id: '5' },
    ];
    nock(HUBSPOT)
      .post(PATH)
      .reply(207, { results: written(['1']), errors, numErrors: 3 });
    const result = await makeTestClient().client.updateBatch('companies', ['1', '2', '3', '4', '5'].map(update));
    expect(result.updated).toEqual(['1']);
    expect(result.refused).toEqual([
      { id: '2', message: 'by trace' },
      { id: '3', message: 'by ids' },
      { id: '4', message: 'by ids' },
      { id: '5', message: 'by id' },
    ]);
  });

  it('a record that the answer leaves out was not written', async () => {
    nock(HUBSPOT)
      .post(PATH)
      .reply(200, { results: written(['1']) });
    const result = await makeTestClient().client.updateBatch('companies', ['1', '2'].map(update));
    expect(result).toEqual({ updated: ['1'], refused: [{ id: '2', message: expect.stringMatching(/leaves .* out/) }] });
  });

  it('finds any culprits in a batch that is refused whole, and writes all the others once', async () => {
    const places = fc.uniqueArray(fc.nat(99), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), places, async (size, picked) => {
        nock.cleanAll();
        const ids = Array.from({ length: size }, (_, index) => String(index));
        const culprits = new Set(picked.map(String).filter((id) => ids.includes(id)));
        const batches: string[][] = [];
        mockRule(culprits, batches);
        const { updated, refused } = await makeTestClient().client.updateBatch('companies', ids.map(update));
        expect(updated).toEqual(ids.filter((id) => !culprits.has(id)));
        expect(refused.map(({ id }) => id)).toEqual(ids.filter((id) => culprits.has(id)));
        expect(refused.every(({ message }) => message === 'Industry is required for this company')).toBe(true);
        expect(batches.length).toBeLessThanOrEqual(culprits.size === 0 ? 1 : 1 + 2 * 7 * culprits.size);
      }),
      { numRuns: 15 },
    );
  });

  it('a property that does not exist is missing for all: thrown at once', async () => {
    const message = 'Property values were not valid: [{"error":"PROPERTY_DOESNT_EXIST","name":"account_health_score"}]';
    nock(HUBSPOT).post(PATH).reply(400, { category: 'VALIDATION_ERROR', message });
    const { client } = makeTestClient();
    const batch = Array.from({ length: 100 }, (_, index) => update(String(index)));
    await expect(client.updateBatch('companies', batch)).rejects.toThrow(/PROPERTY_DOESNT_EXIST/);
    expect(client.calls.total).toBe(1);
  });

  it('a missing scope is no matter of records', async () => {
    nock(HUBSPOT).post(PATH).reply(403, { category: 'MISSING_SCOPES', message: 'no' });
    const { client } = makeTestClient();
    await expect(client.updateBatch('companies', ['1', '2'].map(update))).rejects.toMatchObject({
      name: 'ScopeMissing',
    });
    expect(client.calls.total).toBe(1);
  });

  it('repeats a batch whose answer was lost', async () => {
    nock(HUBSPOT)
      .post(PATH)
      .reply(502, '')
      .post(PATH)
      .reply(200, { results: written(['1']) });
    const { client } = makeTestClient();
    expect((await client.updateBatch('companies', [update('1')])).updated).toEqual(['1']);
    expect(client.calls).toEqual({ total: 2, rateLimited: 0, failed: 1 });
  });

  it('no updates make no call, and more than a batch is a defect', async () => {
    const { client } = makeTestClient();
    expect(await client.updateBatch('companies', [])).toEqual({ updated: [], refused: [] });
    const many = Array.from({ length: 101 }, (_, index) => update(String(index)));
    await expect(client.updateBatch('companies', many)).rejects.toThrow(/at most 100/);
    expect(client.calls.total).toBe(0);
  });
});
