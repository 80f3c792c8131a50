/** The versions of the portal's model on the settings page, over HTTP and on both engines: looked at, compared, gone back to. */
import { readFileSync } from 'node:fs';
import type { ModelDiff, ModelState, ModelVersions, ModelYaml } from '@account-health/contract/model';
import { expect, onTestFinished, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { portalModel } from '../../src/portal-model/portal-model.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { MODEL } from '../jobs/cycle-rig.ts';
import { onEachEngine, onPostgres, openTestStore } from '../store/test-store.ts';
import { modelRig, NOW, weigh } from './model-rig.ts';
import { AS_ADMIN, startSignedService } from './signed-service.ts';

const STANDARD = readFileSync('models/standard-b2b.yaml', 'utf8');

onEachEngine('the versions of the portal’s model', (engine) => {
  const rig = modelRig(engine);
  const { ask, look, change, publish } = rig;

  test('a version that was published can be gone back to, with the draft kept, and never means anything else', async () => {
    await change(0, weigh(35));
    await publish(1);
    await change(2, weigh(45));
    await publish(3);
    await change(4, weigh(55));
    const back = await ask('POST', '/rollback', { version: '2.2.0', revision: 5 });
    expect(back.body).toMatchObject({ revision: 6, active: { version: '2.2.0' }, nextVersion: '2.4.0' });
    expect(back.body.draft).toMatchObject({ basedOn: '2.3.0', yaml: expect.stringContaining('weight: 55') });
    expect((await portalModel(rig.portal, MODEL)).dimensions.billing?.weight).toBe(35);
    expect(rig.anew).toHaveLength(3);
    const { versions } = (await ask<ModelVersions>('GET', '/versions')).body;
    expect(versions.map(({ version, active, by }) => [version, active, by])).toEqual([
      ['2.3.0', false, 'admin@example.com'],
      ['2.2.0', true, 'admin@example.com'],
    ]);
    const diff = (await ask<ModelDiff>('GET', '/diff?from=2.2.0&to=2.3.0')).body;
    expect(diff.changes).toEqual([
      { path: ['dimensions', 'billing', 'weight'], label: 'Billing: weight', before: '35', after: '45' },
    ]);
    expect((await ask<ModelDiff>('GET', '/diff?from=active&to=draft')).body.changes[0]?.after).toBe('55');
    const [entry] = await rig.portal.auditEntries({ below: null, limit: 1 });
    expect(entry).toMatchObject({
      kind: 'model_rolled_back',
      before: { version: '2.3.0' },
      after: { version: '2.2.0' },
    });
    expect((await ask('POST', '/rollback', { version: '2.3.0', revision: 5 })).status).toBe(409);
    expect(rig.anew).toHaveLength(3);
    // Asked again it is done, and done once.
    expect((await ask('POST', '/rollback', { version: '2.2.0', revision: 6 })).body.revision).toBe(6);
  });

  test('a version of another model is looked at, compared and gone back to by its name', async () => {
    await change(0, weigh(35));
    await publish(1);
    const yaml = STANDARD.replace(/^name: .*$/m, 'name: Other');
    await change(2, { kind: 'yaml', yaml });
    expect((await publish(3)).body.active).toMatchObject({ name: 'Other', version: '2.2.0' });
    const name = encodeURIComponent('Standard B2B');
    const file = async (query: string) => (await ask<ModelYaml>('GET', `/yaml?of=2.2.0${query}`)).body.fileName;
    expect([await file(''), await file(`&name=${name}`)]).toEqual(['other-2.2.0.yaml', 'standard-b2b-2.2.0.yaml']);
    const weights = async (query: string) => {
      const { changes } = (await ask<ModelDiff>('GET', `/diff?from=2.2.0&to=2.2.0&${query}`)).body;
      return changes.flatMap(({ path, before, after }) => (path.at(-1) === 'weight' ? [[before, after]] : []));
    };
    expect([await weights(`fromName=${name}`), await weights(`toName=${name}`)]).toEqual([
      [['35', '20']],
      [['20', '35']],
    ]);
    const { versions } = (await ask<ModelVersions>('GET', '/versions')).body;
    expect(versions.map((one) => [one.name, one.version, one.active, one.publishedAt !== null])).toEqual([
      ['Other', '2.2.0', true, true],
      ['Standard B2B', '2.2.0', false, true],
    ]);
    const same = await ask('POST', '/rollback', { version: '2.2.0', revision: 4 });
    expect(same.body.active.name).toBe('Other');
    const back = await ask('POST', '/rollback', { version: '2.2.0', name: 'Standard B2B', revision: 4 });
    expect(back.body.active).toMatchObject({ name: 'Standard B2B', version: '2.2.0' });
  });

  test('what scores the portal waits for a cycle until one went by that very version', async () => {
    const [name, version] = ['Standard B2B', MODEL.version];
    const isPending = async (modelName: string, modelVersion: string, at: number) => {
      await rig.portal.saveCycle({ published: true, asOf: at, finishedAt: at, modelName, modelVersion, context: {} });
      return (await look()).pendingCycle;
    };
    expect(await isPending(name, '1', NOW)).toBe(true);
    expect(await isPending('Other', version, NOW + 1)).toBe(true);
    expect(await isPending(name, version, NOW + 2)).toBe(false);
  });

  test('a version that this app cannot read is named, and another can be published over it', async () => {
    const audit = {
      at: 1,
      actor: { kind: 'service' },
      kind: 'model_published',
      about: 'Old',
      before: null,
      after: null,
    } as const;
    const fresh = { content: { name: 'Old', version: '1', of: 'another app' }, yaml: 'name: Old\nversion: "1"\n' };
    await rig.portal.putModelInUse({ name: 'Old', version: '1', fresh, fromRevision: 0, audit });
    await expect(portalModel(rig.portal, MODEL)).rejects.toThrow(
      /"Old" 1 cannot be read by this version of the app.*Publish one/,
    );
    expect(await look()).toMatchObject({ active: { name: 'Old', version: '1' }, content: { name: 'Old' } });
    await change(1, { kind: 'template', key: 'standard-b2b' });
    expect((await publish(2)).body.active.name).toBe('Standard B2B');
  });
});

onPostgres('looking while a version is published', () => {
  test('shows all of it or nothing', async () => {
    const store = await openTestStore('postgres');
    onTestFinished(() => store.close());
    const portal = store.portal(portalId(1));
    let publishElsewhere = async () => {};
    /** After the active version is read, and before anything else is. */
    const publishing = (one: PortalStore): PortalStore => ({
      ...one,
      modelDraft: () => publishElsewhere().then(one.modelDraft),
      modelVersions: () => publishElsewhere().then(one.modelVersions),
      atOneMoment: (work) => one.atOneMoment((lent) => work(publishing(lent))),
    });
    const service = await startSignedService({ ...store, portal: (id) => publishing(store.portal(id)) }, () => NOW);
    onTestFinished(service.close);
    const look = async <T>(path: string) =>
      (await (await service.ask(`/api/settings/model${path}?${AS_ADMIN}`, { portalId: 1 })).json()) as T;
    let published = 0;
    const publishOnce = () => {
      publishElsewhere = async () => {
        publishElsewhere = async () => {};
        published += 1;
        const version = `3.${published}.0`;
        const audit = {
          ...{ at: NOW + published, actor: { kind: 'service' as const }, kind: 'model_published' as const },
          ...{ about: MODEL.name, before: null, after: { version } },
        };
        const fresh = { content: { ...MODEL, version }, yaml: STANDARD };
        const { revision } = await portal.modelDraft();
        expect(await portal.putModelInUse({ name: MODEL.name, version, fresh, fromRevision: revision, audit })).toBe(
          true,
        );
      };
    };
    publishOnce();
    expect(await look<ModelState>('')).toMatchObject({ revision: 0, active: { version: MODEL.version } });
    expect(await look<ModelState>('')).toMatchObject({ revision: 1, active: { version: '3.1.0' } });
    publishOnce();
    const { versions } = await look<ModelVersions>('/versions');
    expect(versions.map(({ version, active }) => [version, active])).toEqual([['3.1.0', true]]);
    expect(published).toBe(2);
  });
});
