/** What a person's browser is told where the service itself fails on the way through an install. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../../src/hubspot/answer.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { CATALOGUES } from '../../../src/wording/make-wording.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openInstallRig } from './install-rig.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const defect = new TypeError('the inner workings');
// A status of HubSpot's answer says nothing about the browser that asked us.
const refused = new Refusal('POST /oauth', { status: 403, headers: new Headers(), text: '{}' });

/** A service that fails as soon as HubSpot's code is to be exchanged. */
const failing = (error: Error) => {
  const fail = () => Promise.reject(error);
  return openInstallRig(store, { oauth: { exchangeCode: fail, introspect: fail, revoke: fail, uninstall: fail } });
};

test.each([defect, refused])(
  'coming back from HubSpot: a page that says so, and a line in the log: %s',
  async (error) => {
    const { browser, told } = await failing(error);
    const { status, headers, html, title } = await browser().connect();
    expect([status, title]).toEqual([500, 'Something went wrong here']);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('href="/oauth/install">Begin again<');
    expect(html).not.toContain(error.message);
    // What the person can quote is what the log has.
    const id = headers.get('x-request-id') ?? '';
    expect(id).not.toBe('');
    expect(html).toContain(id);
    expect(told.errors).toEqual([{ err: error, requestId: id }]);
  },
);

test.each(Object.entries(CATALOGUES))('in the reader’s language: %s', async (language, catalogue) => {
  const { browser } = await failing(defect);
  const { headers, html, title } = await browser({ 'accept-language': language }).connect();
  expect([headers.get('content-language'), title]).toEqual([language, catalogue['install.failed.title']]);
  expect(html).toContain(catalogue['install.again']);
});

test('on the set-up page: back to that page, where one stays signed in', async () => {
  const { browser, told } = await openInstallRig(store, { firstScores: () => Promise.reject(defect) });
  const reader = browser();
  expect((await reader.connect()).status).toBe(200);
  const { status, title, html } = await reader.ask('/setup');
  expect([status, title]).toEqual([500, 'Something went wrong here']);
  expect(html).toContain('href="/setup">Open the page again<');
  expect(told.errors).toHaveLength(1);
  expect(reader.jar.has('__Host-session')).toBe(true);
});

test('what the caller did wrong is neither ours nor logged', async () => {
  const { browser, told } = await openInstallRig(store);
  const { status } = await browser().ask('/setup/start-writing', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `token=${'x'.repeat(5_000)}`,
  });
  expect([status, told.errors]).toEqual([413, []]);
});
