/** `cycle` and `doctor` of a portal that installed the app, as its operator runs them: without a token of its own. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { parseModel } from '../../src/model-file.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openInstalledRig } from '../jobs/installed-rig.ts';
import { PAID } from '../jobs/small-portal.ts';
import { makeDataDir } from '../store/test-store.ts';
import { expectOneLine, freshPath, run } from './run-command.ts';

const CLI = 'src/cli.ts';

/** The embedded database is one process's at a time: the command's, but while `work` runs. */
async function inStore<T>(dataDir: string, work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) {
  const store = await openStore({ dataDir });
  return await work(store).finally(() => store.close());
}

test('a cycle writes once an admin let it, and says so before; doctor tells of the installation', async () => {
  const dataDir = await makeDataDir();
  const { settings, sandbox, portal } = await inStore(dataDir, openInstalledRig);
  const env = { ...settings, DATA_DIR: dataDir };
  const changes = () => Object.keys(sandbox.stats().byPath).filter((path) => /update|create|groups/.test(path));
  const id = portal.portalId;

  const preview = await run([CLI, 'cycle'], env);
  expect([preview.code, preview.stderr]).toEqual([0, '']);
  expect(preview.stdout).toMatch(/^Preview, nothing is written: .* yet; [1-9]\d* would change, \d+ would not$/m);
  expect(preview.stdout).not.toContain('Written back');
  expect(changes()).toEqual([]);
  const examined = await run([CLI, 'doctor', '--portal', String(id)], env);
  expect([examined.code, examined.stderr]).toEqual([0, '']);
  expect(examined.stdout).toMatch(/ {2}look {4}Installed since .* Preview: nothing is written into HubSpot yet\./);
  expect(examined.stdout).toContain(`portal ${id}, time zone`);

  const other = portalId(77);
  await inStore(dataDir, async (store) => {
    await store.portal(id).startWriting(Date.now());
    const none = { by: null, scopes: [], sealedTokens: 'none', accessExpiresAt: 0 };
    await store.portal(other).install({ at: 1, ...none });
  });
  const unnamed = await run([CLI, 'cycle'], env);
  expectOneLine(unnamed, `Several portals installed the app. Name one with --portal: ${other}, ${id}.`);
  const written = await run([CLI, 'cycle', '--json', '--portal', String(id)], env);
  expect([written.code, written.stderr]).toEqual([0, '']);
  expect(JSON.parse(written.stdout)).toMatchObject({
    portalId: id,
    written: { changed: expect.any(Number), failed: 0 },
  });
  expect(changes()).not.toEqual([]);

  await inStore(dataDir, (store) => store.portal(id).leave('disconnected', Date.now()));
  const over = await run([CLI, 'cycle', '--portal', String(id)], env);
  expectOneLine(over, `Portal ${id} was disconnected. Its admin has to install the app again.`);
  for (const secret of Object.values(settings).slice(2))
    for (const { stdout, stderr } of [preview, examined, unnamed, written, over])
      expect(`${stdout}${stderr}`).not.toContain(secret);
});

test('which portal is meant must be told: one line, with the remedy', async () => {
  const app = {
    HUBSPOT_CLIENT_ID: 'app',
    HUBSPOT_CLIENT_SECRET: 'secret',
    ENCRYPTION_KEYS: Buffer.alloc(32, 7).toString('base64'),
  };
  const dataDir = await makeDataDir();
  expectOneLine(await run([CLI, 'cycle'], { ...app, DATA_DIR: dataDir }), 'No portal has installed the app yet. Start');
  const both = await run([CLI, 'cycle', '--portal', '7'], { ...app, HUBSPOT_ACCESS_TOKEN: 'x', DATA_DIR: dataDir });
  expectOneLine(both, '--portal 7: HUBSPOT_ACCESS_TOKEN is set');
  await inStore(dataDir, (store) =>
    store.portal(portalId(8)).install({ at: 1, by: null, scopes: [], sealedTokens: 'none', accessExpiresAt: 0 }),
  );
  const wrong = await run([CLI, 'doctor', '--json', '--portal', '7'], { ...app, DATA_DIR: dataDir });
  expect([wrong.code, wrong.stderr]).toEqual([1, '']);
  expect(JSON.parse(wrong.stdout).todo[0]).toBe('--portal 7: it never installed the app. Name one that did: 8.');
  const nothing = await run([CLI, 'doctor', '--json'], { ...app, DATA_DIR: freshPath() });
  expect([nothing.code, nothing.stderr]).toEqual([1, '']);
  expect(JSON.parse(nothing.stdout).todo[0]).toContain('told by the database of the service: set DATABASE_URL');
});

test('a portal is disconnected once its id is repeated: the app is out of it, and nothing is held but its model and who did it', async () => {
  const dataDir = await makeDataDir();
  const { settings, sandbox, portal } = await inStore(dataDir, openInstalledRig);
  const env = { ...settings, DATA_DIR: dataDir };
  const id = portal.portalId;
  await inStore(dataDir, (store) => store.portal(id).startWriting(Date.now()));
  expect((await run([CLI, 'cycle'], env)).code).toBe(0);
  const shown = () => sandbox.portal.record('companies', PAID)?.properties.account_health_score || null;
  const written = shown();
  expect(written).toMatch(/^\d+$/);

  expectOneLine(await run([CLI, 'disconnect'], env), `run it again with --confirm ${id}; with --clear-values what was`);
  expectOneLine(await run([CLI, 'disconnect', '--confirm', '9'], env), `Name one that did: ${id}.`);
  const ours = { HUBSPOT_ACCESS_TOKEN: 'x', DATA_DIR: dataDir };
  expectOneLine(
    await run([CLI, 'disconnect'], ours),
    'HUBSPOT_ACCESS_TOKEN is of a private app: delete that in HubSpot',
  );
  expect(shown()).toBe(written);

  const done = await run([CLI, 'disconnect', '--confirm', String(id), '--clear-values'], env);
  expect(done).toEqual({
    code: 0,
    stderr: '',
    stdout: `Portal ${id} is disconnected, and what was held of it is erased. 3 companies were blanked.\n`,
  });
  expect(shown()).toBe(null);
  expect(sandbox.stats().byPath).toMatchObject({ 'DELETE /appinstalls/2026-03/external-install': 1 });
  const left = await inStore(dataDir, (store) => store.portal(id).countRows());
  expect(left).toEqual({ model: 1, audit_entry: 1 });
});

test('the model that the portal’s people published counts, unless a file is named; which one is said', async () => {
  const dataDir = await makeDataDir();
  const { settings, portal } = await inStore(dataDir, openInstalledRig);
  const env = { ...settings, DATA_DIR: dataDir };
  const yaml = readFileSync('models/standard-b2b.yaml', 'utf8').replace(/^version: .*$/m, 'version: "9.0.0"');
  const by = { kind: 'service' } as const;
  const audit = { at: 1, actor: by, kind: 'model_published', about: 'Own', before: null, after: null } as const;
  const put = (content: unknown, version: string, fromRevision: number) => {
    const fresh = { content, yaml };
    return inStore(dataDir, (store) =>
      store.portal(portal.portalId).putModelInUse({ name: 'Standard B2B', version, fresh, fromRevision, audit }),
    );
  };
  await put(parseModel(yaml, 'own'), '9.0.0', 0);
  const own = await run([CLI, 'cycle'], env);
  const said = "By the portal's own health model, Standard B2B 9.0.0, as published on the app's settings page.";
  expect([own.code, own.stderr]).toEqual([0, `${said}\n`]);
  const examined = await run([CLI, 'doctor'], env);
  expect(examined.stdout).toMatch(/The portal’s own health model counts, .*: Standard B2B, version 9\.0\.0\./);
  expect(examined.stdout).toMatch(/with the model Standard B2B 9\.0\.0/);
  const file = await run([CLI, 'cycle', '--json'], { ...env, MODEL_FILE: 'models/saas-subscription.yaml' });
  expect([file.code, file.stderr]).toEqual([
    0,
    expect.stringMatching(/^By MODEL_FILE, SaaS subscription [\d.]+, and not by the portal's own .* 9\.0\.0\.\n/),
  ]);
  await put({ name: 'Standard B2B', of: 'another app' }, '9.1.0', 1);
  const unreadable = await run([CLI, 'cycle'], env);
  expectOneLine(unreadable, /The portal's own health model "Standard B2B" 9\.1\.0 cannot be read .* Publish one on/);
}, 240_000);
