import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HUBSPOT, makeTestClient } from './test-client.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const PATH = '/crm/associations/2026-03/contacts/companies/batch/read';
const to = (...ids: number[]) => ids.map((toObjectId) => ({ toObjectId, associationTypes: [{ typeId: 1 }] }));

describe('associations', () => {
  it('gives every asked id, complete over three pages and without repeats', async () => {
    const none = {
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
      message: 'No company is associated with contact 3.',
    };
    nock(HUBSPOT)
      .post(PATH, { inputs: [{ id: '1' }, { id: '2' }, { id: '3' }] })
      .reply(207, {
        results: [
          { from: { id: '1' }, to: to(10, 11), paging: { next: { after: 'p2' } } },
          { from: { id: '2' }, to: to(20, 20) },
        ],
        errors: [none],
        numErrors: 1,
      })
      .post(PATH, { inputs: [{ id: '1', after: 'p2' }] })
      .reply(200, { results: [{ from: { id: 1 }, to: to(11, 12), paging: { next: { after: 'p3' } } }] })
      .post(PATH, { inputs: [{ id: '1', after: 'p3' }] })
      .reply(200, { results: [{ from: { id: '1' }, to: to(13) }] });
    const found = await makeTestClient().client.associations('contacts', 'companies', ['1', '2', '3', '2']);
    expect([...found]).toEqual([
      ['1', ['10', '11', '12', '13']],
      ['2', ['20']],
      ['3', []],
    ]);
    expect(nock.isDone()).toBe(true);
  });

  it('asks for 1,000 at a time, and for nothing where there is nothing to ask', async () => {
    const sizes: number[] = [];
    nock(HUBSPOT)
      .post(PATH, (body) => sizes.push(body.inputs.length) > 0)
      .times(3)
      .reply(200, { results: [] });
    const { client } = makeTestClient();
    const ids = Array.from({ length: 2_001 }, (_, index) => String(index));
    expect((await client.associations('contacts', 'companies', ids)).size).toBe(2_001);
    expect(sizes).toEqual([1_000, 1_000, 1]);
    expect((await client.associations('contacts', 'companies', [])).size).toBe(0);
    expect(client.calls.total).toBe(3);
  });

  it('with labels: each record once with all that it has, over pages; unlabelled is no label', async () => {
    const of = (...labels: readonly (string | null)[]) =>
      labels.map((label, index) => ({
        category: label === null ? 'HUBSPOT_DEFINED' : 'USER_DEFINED',
        typeId: index,
        label,
      }));
    const target = (toObjectId: number, ...labels: readonly (string | null)[]) => ({
      toObjectId,
      associationTypes: of(...labels),
    });
    nock(HUBSPOT)
      .post(PATH, { inputs: [{ id: '1' }, { id: '2' }] })
      .reply(207, {
        results: [
          {
            from: { id: '1' },
            to: [target(10, 'Primary', null), target(11, null), target(12, null, 'Referrer', 'Billing')],
            paging: { next: { after: 'p2' } },
          },
        ],
        errors: [{ category: 'OBJECT_NOT_FOUND', subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND', message: '' }],
      })
      .post(PATH, { inputs: [{ id: '1', after: 'p2' }] })
      .reply(200, { results: [{ from: { id: '1' }, to: [target(12, 'Referrer', 'Friend')] }] });
    const { client } = makeTestClient();
    expect([...(await client.labelledAssociations('contacts', 'companies', ['1', '2']))]).toEqual([
      [
        '1',
        [
          { id: '10', labels: ['Primary'] },
          { id: '11', labels: [] },
          { id: '12', labels: ['Referrer', 'Billing', 'Friend'] },
        ],
      ],
      ['2', []],
    ]);
    expect(client.calls.total).toBe(2);
  });

  it('with labels: an answer that tells none is no answer without labels', async () => {
    nock(HUBSPOT)
      .post(PATH)
      .reply(200, { results: [{ from: { id: '1' }, to: [{ toObjectId: 10 }] }] });
    await expect(makeTestClient().client.labelledAssociations('contacts', 'companies', ['1'])).rejects.toThrow();
  });

  it('an error that is not "none" is loud: unread is not without associations', async () => {
    nock(HUBSPOT)
      .post(PATH)
      .reply(207, { results: [], errors: [{ category: 'INTERNAL_ERROR', message: 'try later' }] });
    const { client } = makeTestClient();
    await expect(client.associations('contacts', 'companies', ['1'])).rejects.toThrow(/did not read .*try later/);
  });

  it('pages that lead back to themselves are an error', async () => {
    nock(HUBSPOT)
      .persist()
      .post(PATH)
      .reply(200, { results: [{ from: { id: '1' }, to: to(1), paging: { next: { after: 'x' } } }] });
    await expect(makeTestClient().client.associations('contacts', 'companies', ['1'])).rejects.toThrow(/do not end/);
  });
});
