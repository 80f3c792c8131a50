import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import { hashIngestKey, ingestKeyId, newIngestKey } from '../../src/store/ingest-key.ts';
import { openTestStore } from '../store/test-store.ts';
import { startSignedService } from './signed-service.ts';

const BLOCK = /```sh\n(curl [^`]*\/api\/usage[^`]*)```\n\nanswers `([^`]+)`/;

const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl) console.warn('Skipped: the README example of posting usage needs curl, which is not installed here.');

test.skipIf(!hasCurl)('README: the example of posting usage works as it stands', async () => {
  const [, command = '', answer = ''] = BLOCK.exec(readFileSync('README.md', 'utf8')) ?? [];
  expect(command).not.toBe('');
  const store = await openTestStore();
  onTestFinished(store.close);
  const service = await startSignedService(store, () => Date.UTC(2026, 5, 15));
  onTestFinished(service.close);
  const portal = store.portal(portalId(1));
  await portal.saveRecords('companies', [{ id: '7', effectiveAt: 5, values: { domain: 'acme.example' } }], 10);
  const key = newIngestKey((bytes) => Buffer.alloc(bytes, 7));
  await portal.addIngestKey(
    { id: ingestKeyId(key), hash: hashIngestKey(key), label: '', madeAt: 5 },
    { kind: 'service' },
  );

  expect(command).toContain('http://localhost:3000/');
  const local = command.replace('http://localhost:3000', service.url);
  const { stdout } = await promisify(execFile)('sh', ['-c', local], { env: { ...process.env, INGEST_KEY: key } });
  expect(stdout).toBe(answer);
  expect((await portal.account(companyId('7')))?.usage).toMatchObject([{ metric: 'logins', value: 12 }]);
});
