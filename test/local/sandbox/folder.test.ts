import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPortalFolder } from '../../../src/local/sandbox/folder.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'portal-folders-'));
});
afterAll(() => rm(root, { recursive: true }));

/** A folder of these files; its path. */
async function folder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const dir = await mkdtemp(join(root, 'portal-'));
  for (const [file, content] of Object.entries(files)) await writeFile(join(dir, file), content);
  return dir;
}

const COMPANIES = 'id,name,createdate\n1,One,2024-01-05T10:00:00Z\n2,"Two, Inc",2024-02-01\n';

describe('readPortalFolder', () => {
  it('reads records, associations, primary companies, empty values, quoted commas and line breaks', async () => {
    const { objects } = await readPortalFolder(
      await folder({
        'companies.csv': `\uFEFF${COMPANIES}`,
        'deals.csv':
          'id,company_id,dealname,amount,hs_is_closed\n10,2,"Two ""lines""\nof text",12.50,true\n11,,Nobody,,\n',
        'contacts.csv': 'id,company_id,firstname\r\n20,1,Ada\r\n\r\n',
        'tickets.csv': 'id,subject\n30,No company column\n',
      }),
    );
    expect(objects).toEqual({
      companies: [
        { id: '1', properties: { name: 'One', createdate: '2024-01-05T10:00:00.000Z' }, associations: {} },
        { id: '2', properties: { name: 'Two, Inc', createdate: '2024-02-01T00:00:00.000Z' }, associations: {} },
      ],
      deals: [
        {
          id: '10',
          properties: {
            dealname: 'Two "lines"\nof text',
            amount: '12.50',
            hs_is_closed: 'true',
            hs_primary_associated_company: '2',
          },
          associations: { companies: ['2'] },
        },
        {
          id: '11',
          properties: { dealname: 'Nobody', amount: null, hs_is_closed: null },
          associations: { companies: [] },
        },
      ],
      contacts: [
        { id: '20', properties: { firstname: 'Ada', associatedcompanyid: '1' }, associations: { companies: ['1'] } },
      ],
      tickets: [{ id: '30', properties: { subject: 'No company column' }, associations: {} }],
    });
  });

  it('reads every object type that has a file', async () => {
    const files = {
      'meetings.csv': 'id,company_id,hs_timestamp,hs_meeting_outcome\n1,1,2024-03-01T09:00:00Z,NO_SHOW\n',
      'calls.csv': 'id,company_id,hs_timestamp,hs_call_duration\n2,1,2024-03-01T09:00:00Z,60000\n',
      'communications.csv': 'id,company_id,hs_timestamp,hs_communication_channel_type\n3,1,2024-03-01,SMS\n',
      'notes.csv': 'id,company_id,hs_timestamp,hs_note_body\n4,1,2024-03-01,"<p>They plan, they say</p>"\n',
      'feedback_submissions.csv': 'id,company_id,hs_survey_type,hs_value\n5,1,NPS,9\n',
      'subscriptions.csv': 'id,company_id,hs_status,hs_recurring_billing_start_date\n6,2,active,2024-01-01T00:00:00Z\n',
      'commerce_payments.csv': 'id,company_id,hs_initial_amount,hs_initiated_date\n7,2,12.50,2024-03-01\n',
      'quotes.csv': 'id,company_id,hs_title,hs_expiration_date\n8,2,Two sites,2024-03-01\n',
    };
    const { objects, extraProperties } = await readPortalFolder(await folder({ 'companies.csv': COMPANIES, ...files }));
    expect(extraProperties).toEqual({});
    const at = '2024-03-01T09:00:00.000Z';
    const day = '2024-03-01T00:00:00.000Z';
    const { companies: _, ...others } = objects;
    expect(Object.fromEntries(Object.entries(others).map(([type, [first]]) => [type, first?.properties]))).toEqual({
      meetings: { hs_timestamp: at, hs_meeting_outcome: 'NO_SHOW' },
      calls: { hs_timestamp: at, hs_call_duration: '60000' },
      communications: { hs_timestamp: day, hs_communication_channel_type: 'SMS' },
      notes: { hs_timestamp: day, hs_note_body: '<p>They plan, they say</p>' },
      feedback_submissions: { hs_survey_type: 'NPS', hs_value: '9' },
      subscriptions: { hs_status: 'active', hs_recurring_billing_start_date: '2024-01-01' },
      commerce_payments: { hs_initial_amount: '12.50', hs_initiated_date: day },
      quotes: { hs_title: 'Two sites', hs_expiration_date: day },
    });
    expect(objects.quotes?.[0]?.associations).toEqual({ companies: ['2'] });
  });

  it('tells the type of columns that HubSpot does not know by all their values', async () => {
    const { extraProperties, objects } = await readPortalFolder(
      await folder({
        'companies.csv':
          'id,createdate,seats,left,plan,mixed,blank\n1,2024-01-01,9,2024-03-01T00:00:00Z,Pro,1,\n2,2024-01-01,-1.5,2024-04-01,,x,\n',
      }),
    );
    expect(extraProperties).toEqual({
      companies: [
        { name: 'seats', type: 'number' },
        { name: 'left', type: 'datetime' },
        { name: 'plan', type: 'string' },
        { name: 'mixed', type: 'string' },
        { name: 'blank', type: 'string' },
      ],
    });
    expect(objects.companies?.map((company) => company.properties.left)).toEqual([
      '2024-03-01T00:00:00.000Z',
      '2024-04-01T00:00:00.000Z',
    ]);
  });

  it('leaves out files that hold no HubSpot records, with a note', async () => {
    const dir = await folder({
      'companies.csv': COMPANIES,
      'usage.csv': 'company_id,date\n1,2024-01-01\n',
      'emails.csv': 'hs_timestamp\n2024-01-01\n',
      'notes.txt': 'not read',
    });
    const notes: string[] = [];
    const { objects } = await readPortalFolder(dir, (note) => notes.push(note));
    expect(Object.keys(objects)).toEqual(['companies']);
    expect(notes.map((note) => note.replace(dir, 'DIR'))).toEqual([
      'DIR/emails.csv left out: no id column.',
      'DIR/usage.csv left out: not an object type of HubSpot.',
    ]);
  });

  const INVOICES =
    'id,hs_invoice_date,hs_payment_date,hs_currency\n1,2024-05-05T08:00:00Z,2024-08-01,GBP\n2,2024-05-04,,\n';
  const DEALS =
    'id,createdate,closedate,hs_is_closed,deal_currency_code\n1,2024-06-01,2024-06-20T01:00:00Z,true,EUR\n2,2024-06-02,2025-01-01,false,EUR\n';
  const TICKETS = 'id,createdate,closed_date\n1,2024-07-01T23:59:59.999Z,2024-09-01\n';
  it.each([
    [
      'the newest invoice',
      { 'invoices.csv': INVOICES, 'deals.csv': DEALS, 'tickets.csv': TICKETS },
      '2024-05-05',
      'EUR',
    ],
    [
      'the newest deal, closed ones by their close',
      { 'deals.csv': DEALS, 'tickets.csv': TICKETS },
      '2024-06-20',
      'EUR',
    ],
    ['the newest ticket', { 'tickets.csv': TICKETS }, '2024-07-01', 'USD'],
    ['the newest company', {}, '2024-02-01', 'USD'],
  ])(
    'is taken at the close of the day of %s; its currency is the most frequent one',
    async (_, files, day, currency) => {
      const data = await readPortalFolder(await folder({ 'companies.csv': COMPANIES, ...files }));
      expect(new Date(data.takenAt).toISOString()).toBe(`${day}T23:59:59.999Z`);
      expect(data.companyCurrency).toBe(currency);
      expect(data.timeZone).toBe('UTC');
    },
  );

  it('gives a folder one portal id, however its path is written, and another folder another', async () => {
    const [a, b] = [await folder({ 'companies.csv': COMPANIES }), await folder({ 'companies.csv': COMPANIES })];
    const ids = await Promise.all([a, `${a}/`, b].map(async (dir) => (await readPortalFolder(dir)).portalId));
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(Number.isSafeInteger(ids[0])).toBe(true);
  });
});

const REAL = fileURLToPath(new URL('../../../../shared/data/portals', import.meta.url));
const absent = !existsSync(REAL);
if (absent) console.warn(`Real portal folders are not tested: there is no ${REAL}.`);

describe.skipIf(absent)('the real portal folders', () => {
  it.each([
    ['uci-retail', '2011-12-09', 'GBP', { companies: 5_942, invoices: 36_887, tickets: 7_903 }, []],
    ['receivables', '2013-12-02', 'USD', { companies: 100, invoices: 2_466, tickets: 561 }, []],
    [
      'ravenstack',
      '2024-12-31',
      'USD',
      { companies: 500, deals: 5_000, subscriptions: 5_000, tickets: 2_000 },
      ['usage.csv left out: not an object type of HubSpot.'],
    ],
  ])('%s', async (name, day, currency, counts, leftOut) => {
    const notes: string[] = [];
    const dir = join(REAL, name);
    const data = await readPortalFolder(dir, (note) => notes.push(note.replace(`${dir}/`, '')));
    expect(Object.fromEntries(Object.entries(data.objects).map(([type, records]) => [type, records.length]))).toEqual(
      counts,
    );
    expect(new Date(data.takenAt).toISOString()).toBe(`${day}T23:59:59.999Z`);
    expect(data.companyCurrency).toBe(currency);
    expect(notes).toEqual(leftOut);
  });
});
