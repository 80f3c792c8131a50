import { describe, expect, it } from 'vitest';
import type { HubSpotRecord } from '../../src/hubspot/record-schema.ts';
import type { TypePlan } from '../../src/scoring/read-plan.ts';
import { parseRecord } from '../../src/sync/parse-record.ts';

const EMAILS: TypePlan = {
  objectType: 'emails',
  properties: ['hs_email_open_count', 'hs_email_status', 'hs_timestamp'],
  associations: ['companies', 'contacts'],
};

const EMAIL: HubSpotRecord = {
  id: '41',
  properties: { hs_timestamp: '2025-05-05', hs_email_open_count: 'many', hs_email_status: null },
  createdAt: '2025-05-05T00:00:00Z',
  updatedAt: '2025-05-06T07:08:09.100Z',
  archived: false,
  associations: { companies: ['7', '3'], contacts: ['9', '12', '10'] },
};

function parse(record: HubSpotRecord, plan = EMAILS) {
  const dirty: string[] = [];
  const properties = plan.properties.filter((property) => property !== 'hs_email_status');
  const onDirty = (property: string) => void dirty.push(property);
  return { seen: parseRecord(record, { plan, properties, timeZone: 'UTC', onDirty }), dirty };
}

describe('parseRecord', () => {
  it('gives typed values, sorted ids beside them, and the companies apart', () => {
    expect(parse(EMAIL)).toEqual({
      seen: {
        id: '41',
        values: { hs_timestamp: Date.UTC(2025, 4, 5), hs_email_open_count: null, contacts: ['10', '12', '9'] },
        effectiveAt: Date.UTC(2025, 4, 6, 7, 8, 9, 100),
        companyIds: ['7', '3'],
      },
      dirty: ['hs_email_open_count'],
    });
  });

  it('gives a company no companies', () => {
    const plan: TypePlan = { objectType: 'companies', properties: ['name'], associations: [] };
    const { seen } = parse({ ...EMAIL, properties: { name: 'Alder' }, associations: {} }, plan);
    expect(seen).toMatchObject({ values: { name: 'Alder' }, companyIds: undefined });
  });

  it.each([
    ['7', '7'],
    ['8', null],
    [null, null],
  ])('has primary company %j among the associated ones as %j', (told, kept) => {
    const property = 'hs_primary_associated_company';
    const plan: TypePlan = { objectType: 'deals', properties: [property], associations: ['companies'] };
    expect(parse({ ...EMAIL, properties: { [property]: told } }, plan).seen.values).toEqual({ [property]: kept });
  });

  it('keeps companies under a label beside the values, sorted, where the plan has labels alone', () => {
    const labelled = { property: 'referrers', labels: ['referrer'] };
    const plan: TypePlan = { objectType: 'deals', properties: ['amount'], associations: ['companies'], labelled };
    const deal = { ...EMAIL, properties: { amount: '1' }, labelled: ['7', '3'] };
    expect(parse(deal, plan).seen).toMatchObject({
      values: { amount: 1, referrers: ['3', '7'] },
      companyIds: ['7', '3'],
    });
    const { labelled: _, ...without } = plan;
    expect(parse(deal, without).seen.values).toEqual({ amount: 1 });
    expect(() => parse(EMAIL, plan)).toThrow(/41.*labels/);
  });

  it('is loud about a record without its associations: they would count as gone', () => {
    expect(() => parse({ ...EMAIL, associations: { contacts: [] } })).toThrow(/41.*companies/);
    expect(() => parse({ ...EMAIL, associations: { companies: [] } })).toThrow(/41.*contacts/);
  });

  it('is loud about a record that cannot be dated, and a property that nobody can ask for', () => {
    expect(() => parse({ ...EMAIL, updatedAt: 'lately' })).toThrow(/updatedAt/);
    expect(() => parse(EMAIL, { ...EMAILS, properties: ['contacts'] })).toThrow(/emails\.contacts/);
  });
});
