/** A small portal by hand, and plain fetch to it. */
import { onTestFinished } from 'vitest';
import type { PortalData, PortalRecord } from '../../../src/local/sandbox/portal-data.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/local/sandbox/start-sandbox.ts';

const TAKEN_AT = Date.parse('2026-06-01T00:00:00Z');

export const record = (
  id: string,
  properties: PortalRecord['properties'],
  associations: PortalRecord['associations'] = {},
): PortalRecord => ({ id, properties, associations });

/** Company 1 has everything, 2 is the second company of deal 201, 3 has nothing. */
export const DATA: PortalData = {
  portalId: 4711,
  timeZone: 'Europe/Rome',
  companyCurrency: 'EUR',
  takenAt: TAKEN_AT,
  objects: {
    companies: [
      record('2', { name: 'Beta', domain: 'beta.example', hs_lastmodifieddate: '2026-02-01T00:00:00Z' }),
      record('1', {
        name: 'Alpha Ltd',
        domain: 'alpha.example',
        createdate: '2025-01-01T00:00:00Z',
        hs_lastmodifieddate: '2026-01-01T00:00:00Z',
        numberofemployees: '90',
        lifecyclestage: 'not-a-stage',
        hubspot_owner_id: '7',
      }),
      record('3', { name: 'Gamma', numberofemployees: '1000', hs_lastmodifieddate: '2026-03-01T00:00:00Z' }),
    ],
    contacts: [record('101', { firstname: 'Ann', lastmodifieddate: '2026-01-05T00:00:00Z' }, { companies: ['1'] })],
    deals: [
      record('201', { dealname: 'Renewal', pipeline: 'renewals', dealstage: 'signed' }, { companies: ['1', '2'] }),
      record('202', { dealname: 'Loose', dealstage: 'closedlost', hs_is_closed: 'true' }),
    ],
    tickets: [],
    emails: [301, 302, 303, 304, 305].map((id) => record(String(id), {}, { companies: ['1'] })),
  },
  extraProperties: { companies: [{ name: 'tier', type: 'enumeration', options: ['gold', 'silver'] }] },
};

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the sandbox sent; the tests say what it must be
  readonly body: any;
  readonly headers: Headers;
}

export interface Call {
  /** A body to POST as JSON. */
  readonly json?: unknown;
  readonly method?: string;
  /** Null: none. Default: the sandbox's first token. */
  readonly token?: string | null;
}

/** Starts a sandbox that ends with the test. Limits are off unless a test is about them. */
export async function sandbox(options: Partial<SandboxOptions> = {}) {
  const started: Sandbox = await startSandbox({ data: DATA, limits: 'off', ...options });
  onTestFinished(() => started.close());
  const call = async (path: string, { json, method, token = started.token }: Call = {}): Promise<Reply> => {
    const response = await fetch(`${started.url}${path}`, {
      method: method ?? (json === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };
  return { ...started, call };
}

/** A clock that only the test moves. */
export function handClock(start = Date.parse('2026-06-15T10:00:00Z')) {
  let now = start;
  return {
    clock: () => now,
    pass: (ms: number) => {
      now += ms;
    },
  };
}
