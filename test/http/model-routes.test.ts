/** The portal's model on the settings page, over HTTP and on both engines: looked at, changed, published. */
import { readFileSync } from 'node:fs';
import type { ModelDiff, ModelState, ModelYaml } from '@account-health/contract/model';
import { expect, test } from 'vitest';
import { portalModel } from '../../src/portal-model/portal-model.ts';
import { MODEL } from '../jobs/cycle-rig.ts';
import { onEachEngine } from '../store/test-store.ts';
import { modelRig, weigh } from './model-rig.ts';

const STANDARD = readFileSync('models/standard-b2b.yaml', 'utf8');
/** Where the weight of the dimension billing stands. */
const LINE = STANDARD.split('\n').indexOf('  billing:') + 2;
const REP = 'userId=2&userEmail=rep%40example.com';

const editAt = (path: readonly string[]) => ({ kind: 'edits', edits: [{ path, value: 1 }] });

const heldAt = (content: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((held, key) => (held as Record<string, unknown> | undefined)?.[key], content);

onEachEngine('the portal’s model', (engine) => {
  const rig = modelRig(engine);
  const { ask, look, change, publish } = rig;

  test('numbers that YAML knows and JSON does not are mistakes of a draft, which is shown all the same', async () => {
    const [before, after = ''] = STANDARD.split(/^ {2}billing:$/m);
    const yaml = `${before}  billing:${after.replace(/weight: \d+/, 'weight: .inf').replace(/curve: .*/, 'curve: [[.nan, 100], [.inf, 0]]')}`;
    const { status, body } = await change(0, { kind: 'yaml', yaml });
    expect(status).toBe(200);
    expect(body.draft?.mistakes.map(({ path }) => path.slice(0, 2))).toContainEqual(['dimensions', 'billing']);
    const billing = body.dimensions.find(({ key }) => key === 'billing');
    expect(billing).toMatchObject({ weight: 0, share: 0 });
    expect(billing?.signals[0]).toMatchObject({ key: 'overdue_balance', curve: null });
    expect(heldAt(body.content, ['dimensions', 'billing', 'weight'])).toBe(null);
  });

  test('before anybody changed it: the service’s file, nothing being changed, and where to begin', async () => {
    const state = await look();
    expect(state).toMatchObject({
      active: { name: 'Standard B2B', version: MODEL.version, publishedAt: null, by: null },
      ...{ revision: 0, draft: null, changes: [], nextVersion: '2.2.0', pendingCycle: true },
    });
    expect(state.templates.map(({ key }) => key)).toEqual(['standard-b2b', 'agency-services', 'saas-subscription']);
    expect(state.content).toMatchObject({ name: 'Standard B2B', bands: { atRiskFrom: 33, healthyFrom: 66 } });
    const billing = state.dimensions.find(({ key }) => key === 'billing');
    expect(billing).toMatchObject({ label: 'Billing', weight: 20, share: 0.2 });
    expect(billing?.signals[0]).toMatchObject({
      ...{ key: 'overdue_balance', label: 'Overdue invoices', measures: 'days; fewer is better', mapped: false },
      ...{ inModel: true, weight: 3, share: expect.closeTo(0.12, 9), whenUnknown: 'skip', known: null },
    });
    const measured = new Map(state.dimensions.flatMap(({ signals }) => signals.map((one) => [one.key, one.measures])));
    expect(['nps', 'ces', 'pulse', 'meetings_held', 'unresolved_complaints'].map((key) => measured.get(key))).toEqual([
      'mean rating, 0 to 10; more is better',
      'mean rating, 1 to 7; more is better',
      'points from 0 to 100; more is better',
      'meetings held, less those that nobody came to; more is better',
      'cases, the grave ones counting more; fewer is better',
    ]);
    const shares = state.dimensions.flatMap(({ signals }) => signals.map(({ share }) => share));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const italian = await look('?locale=it');
    expect([italian.locale, italian.dimensions[0]?.label]).toEqual(['it', 'Trattative e rinnovi']);
  });

  test('a change becomes a draft; published it is the next version, scores from the next cycle on, and is logged', async () => {
    const draft = (await change(0, weigh(35))).body;
    expect(draft).toMatchObject({
      revision: 1,
      draft: {
        ...{ basedOn: MODEL.version, by: 'admin@example.com', mistakes: [] },
        changedAt: new Date(rig.now).toISOString(),
      },
    });
    expect(draft.changes).toEqual([
      { path: ['dimensions', 'billing', 'weight'], label: 'Billing: weight', before: '20', after: '35' },
    ]);
    expect(await portalModel(rig.portal, MODEL)).toBe(MODEL);
    expect(rig.anew).toEqual([]);
    const { status, body } = await publish(1);
    expect([status, body]).toMatchObject([
      200,
      {
        revision: 2,
        draft: null,
        active: { version: '2.2.0', by: 'admin@example.com' },
        nextVersion: '2.3.0',
        pendingCycle: true,
      },
    ]);
    expect(rig.anew).toEqual([rig.portal.portalId]);
    const expected = { ...MODEL, version: '2.2.0' };
    expect(await portalModel(rig.portal, MODEL)).toEqual({
      ...expected,
      dimensions: { ...expected.dimensions, billing: { ...expected.dimensions.billing, weight: 35 } },
    });
    const [entry] = await rig.portal.auditEntries({ below: null, limit: 1 });
    expect(entry).toMatchObject({
      ...{ kind: 'model_published', about: 'Standard B2B', actor: { kind: 'user', userId: '1' } },
      ...{
        before: { name: 'Standard B2B', version: MODEL.version },
        after: { name: 'Standard B2B', version: '2.2.0' },
      },
    });
    const { yaml, fileName } = (await ask<ModelYaml>('GET', '/yaml?of=active')).body;
    expect(fileName).toBe('standard-b2b-2.2.0.yaml');
    const wanted = STANDARD.replace(`version: "${MODEL.version}"`, 'version: "2.2.0"');
    expect(yaml).toBe(wanted.replace(/(billing:\n {4}weight:) 20/, '$1 35'));
  });

  test('a draft with mistakes is kept and told of in the reader’s language, and not published', async () => {
    const { body } = await change(0, weigh(-1));
    expect(body.draft?.mistakes).toEqual([
      { path: ['dimensions', 'billing', 'weight'], line: LINE, text: 'Billing: weight – a weight is zero or more.' },
    ]);
    expect((await look('?locale=it')).draft?.mistakes[0]?.text).toBe('Fatturazione: peso – un peso è zero o più.');
    expect(await publish(1)).toMatchObject({ status: 200, body: { revision: 1, active: { version: MODEL.version } } });
    expect(rig.anew).toEqual([]);
    expect(await rig.portal.setting('model')).toBeUndefined();
  });

  test('a setting of a signal is told with what is usual, changed at its place, refused where it makes no sense, and taken away', async () => {
    const at = ['dimensions', 'billing', 'signals', 'overdue_balance', 'settings', 'windowDays'];
    const set = (revision: number, value: unknown) => change(revision, { kind: 'edits', edits: [{ path: at, value }] });
    const overdue = ({ dimensions }: ModelState) =>
      dimensions.flatMap(({ signals }) => signals).find(({ key }) => key === 'overdue_balance');
    const label = 'Days without an invoice that count as silence';
    expect(overdue(await look())?.settings).toEqual([{ key: 'windowDays', label, standard: 365 }]);
    expect(overdue(await look('?locale=it'))?.settings[0]?.label).toBe(
      'Giorni senza fatture che contano come silenzio',
    );
    const { body } = await set(0, 180);
    expect(body.draft?.mistakes).toEqual([]);
    expect(heldAt(body.content, at)).toBe(180);
    expect(body.changes).toMatchObject([
      {
        path: at,
        label: 'Overdue invoices: days without an invoice that count as silence',
        before: '365 (standard)',
        after: '180',
      },
    ]);
    for (const [revision, value, mistake] of [
      [1, -5, 'must be from 1 to 36500'],
      [2, 'soon', 'must be a number or a list of names'],
      [3, ['a'], 'must be a number'],
    ] as const)
      expect((await set(revision, value)).body.draft?.mistakes.map(({ path, text }) => [path, text])).toEqual([
        [at, `Overdue invoices: days without an invoice that count as silence – ${mistake}.`],
      ]);
    const { body: usual } = await set(4, null);
    expect([usual.draft?.mistakes, heldAt(usual.content, at), usual.changes]).toEqual([[], undefined, []]);
  });

  test('text that is no YAML is kept as it is; it can be mended as a text and not by places', async () => {
    const { body } = await change(0, { kind: 'yaml', yaml: 'name: [1,\nversion' });
    expect(body.draft).toMatchObject({
      yaml: 'name: [1,\nversion',
      mistakes: [{ path: [], line: expect.any(Number) }],
    });
    expect(body.draft?.mistakes[0]?.text).toMatch(/^The model – this is not valid YAML \(.+\)\.$/);
    expect([body.dimensions, body.changes]).toEqual([[], []]);
    expect(body.content).toMatchObject({ name: 'Standard B2B' });
    const refused = await change(1, weigh(3));
    expect([refused.status, refused.body.error]).toEqual([
      400,
      expect.stringMatching(/^This cannot be changed in the form/),
    ]);
    expect((await look()).draft?.yaml).toBe('name: [1,\nversion');
    expect((await ask<ModelDiff>('GET', '/diff?from=active&to=draft')).body.changes).toEqual([]);
    expect((await change(1, { kind: 'discard' })).body).toMatchObject({ revision: 2, draft: null });
  });

  test('of two who change it at once one is told to look again, with what holds now', async () => {
    const both = await Promise.all([change(0, weigh(35)), change(0, weigh(45))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [won, lost] = both.toSorted((a, b) => a.status - b.status);
    expect(lost?.body).toMatchObject({ error: expect.stringMatching(/^Somebody else/), revision: 1 });
    expect(lost?.body.draft?.yaml).toBe(won?.body.draft?.yaml);
    expect((await publish(0)).status).toBe(409);
    expect((await ask('POST', '/rollback', { version: '9', revision: 0 })).status).toBe(400);
    expect((await look()).revision).toBe(1);
  });

  test('a signal that the model does not name comes with its usual curve', async () => {
    const text =
      'name: Mine\nversion: "1"\neligibility: { lifecycleStages: [customer], purchaseWithinMonths: 12, exclude: [] }\n';
    const one =
      'dimensions:\n  support:\n    weight: 1\n    signals:\n      csat: { weight: 1, curve: [[0, 0], [1, 100]] } # ours\n';
    const { body: mine } = await change(0, { kind: 'yaml', yaml: text + one });
    expect(mine.draft?.mistakes).toEqual([]);
    const missing = mine.dimensions.flatMap(({ signals }) => signals.filter(({ inModel }) => !inModel));
    expect(missing.map(({ key }) => key)).toContain('overdue_balance');
    expect(missing.find(({ key }) => key === 'nps')).toMatchObject({ weight: 0, share: 0, curve: expect.any(Array) });
    const edits = [{ path: ['dimensions', 'billing', 'signals', 'payment_habit', 'weight'], value: 4 }];
    const { body } = await change(1, { kind: 'edits', edits });
    expect(body.draft?.mistakes).toEqual([]);
    expect(body.content).toMatchObject({
      dimensions: {
        billing: {
          weight: 20,
          signals: {
            payment_habit: {
              weight: 4,
              settings: { minimumInvoices: 8 },
              curve: [
                [0, 100],
                [5, 75],
                [15, 35],
                [30, 0],
              ],
            },
          },
        },
      },
    });
    expect(body.draft?.yaml).toContain('# ours');
    expect(body.nextVersion).toBe('2');
  });

  test('the portal’s own signals are told as such, with what they measure', async () => {
    const own = (key: string, mapped: string, curve: string) =>
      `${key}: { weight: 1, curve: ${curve}, mapped: { property: ${key}, label: { en: ${key} }, ${mapped} } }`;
    const signals = [
      own('logins', 'kind: number', '[[0, 0], [9, 100]]'),
      own('seats', 'kind: number, unit: seats', '[[0, 0], [9, 100]]'),
      own('last_login', 'kind: date', '[[0, 100], [9, 0]]'),
    ];
    const yaml = STANDARD.replace(
      '\n  deals:\n',
      `\n  usage:\n    weight: 1\n    signals:\n      ${signals.join('\n      ')}\n  deals:\n`,
    );
    const { body } = await change(0, { kind: 'yaml', yaml });
    expect(body.draft?.mistakes).toEqual([]);
    const usage = body.dimensions.find(({ key }) => key === 'usage');
    expect(usage?.signals.map(({ key, mapped, measures, settings }) => [key, mapped, measures, settings])).toEqual([
      ['logins', true, 'as the property has it; more is better', []],
      ['seats', true, 'seats; more is better', []],
      ['last_login', true, 'days; fewer is better', []],
    ]);
  });

  test('a dimension of which no signal weighs anything has no share of the score', async () => {
    const { dimensions } = await look();
    const signals = dimensions.find(({ key }) => key === 'billing')?.signals.filter(({ inModel }) => inModel) ?? [];
    const edits = signals.map(({ key }) => ({ path: ['dimensions', 'billing', 'signals', key, 'weight'], value: 0 }));
    const { body } = await change(0, { kind: 'edits', edits });
    const shares = body.dimensions.map(({ key, share }) => [key, share] as const);
    expect(new Map(shares).get('billing')).toBe(0);
    expect(shares.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('a file has a name that every machine takes', async () => {
    const named = async (revision: number, name: string) => {
      await change(revision, { kind: 'edits', edits: [{ path: ['name'], value: name }] });
      return (await ask<ModelYaml>('GET', '/yaml?of=draft')).body.fileName;
    };
    expect(await named(0, '../Größe & so.')).toBe('größe-so-draft.yaml');
    expect(await named(1, '–!–')).toBe('model-draft.yaml');
    expect(await named(2, 'x'.repeat(80))).toBe(`${'x'.repeat(60)}-draft.yaml`);
  });

  test('a template replaces the draft, under its own name', async () => {
    const { body } = await change(0, { kind: 'template', key: 'agency-services' });
    expect([body.draft?.mistakes, body.content.name]).toEqual([[], 'Agency & services']);
    await publish(1);
    expect((await look()).active.name).toBe('Agency & services');
  });

  test('everybody may look, and who may not change it changes nothing', async () => {
    for (const path of ['', '/versions', '/yaml?of=active', '/diff?from=active&to=active'])
      expect((await ask('GET', path, undefined, REP)).status).toBe(200);
    const tried = [
      ask('PUT', '/draft', { revision: 0, change: weigh(1) }, REP),
      ask('POST', '/publish', { revision: 0 }, REP),
      ask('POST', '/rollback', { version: '1', revision: 0 }, REP),
      ask('POST', '/check', { yaml: '' }, REP),
    ];
    for (const one of tried) expect((await one).status).toBe(403);
    expect((await look()).revision).toBe(0);
  });

  test.each<[string, unknown, RegExp]>([
    ['no revision', { change: weigh(1) }, /^revision: send the revision/],
    ['no change', { revision: 0 }, /kind is edits/],
    ['another kind', { revision: 0, change: { kind: 'other' } }, /kind is edits/],
    ['another template', { revision: 0, change: { kind: 'template', key: '../x' } }, /use standard-b2b/],
    ['no edits', { revision: 0, change: { kind: 'edits', edits: [] } }, /edits/],
    ['the root', { revision: 0, change: { kind: 'edits', edits: [{ path: [], value: 1 }] } }, /path/],
    ['too many edits', { revision: 0, change: { ...weigh(1), edits: Array(201).fill(weigh(1).edits[0]) } }, /edits/],
    ['a place too deep', { revision: 0, change: editAt(Array(13).fill('a')) }, /path/],
    ['a key too long', { revision: 0, change: editAt(['a'.repeat(201)]) }, /path/],
    [
      'too much',
      { revision: 0, change: { kind: 'yaml', yaml: `a: ${'x'.repeat(200_000)}` } },
      /^A model may be at most 200 KB/,
    ],
  ])('%s: refused in one line, and nothing is changed', async (_what, body, says) => {
    const answer = await ask('PUT', '/draft', body);
    expect([answer.status, answer.body.error]).toEqual([400, expect.stringMatching(says)]);
    expect(answer.body.error).not.toContain('\n');
    expect((await look()).revision).toBe(0);
  });

  test('a text is checked without becoming the draft', async () => {
    const yaml = STANDARD.replace('rollUp: false', 'rollUp: maybe').replace('silencePoints: 70', 'silencePoints: 60');
    const { body } = await ask<{ mistakes: { text: string }[]; changes: { label: string }[] }>('POST', '/check', {
      yaml,
    });
    expect(body.mistakes.map(({ text }) => text)).toEqual(['Health of child companies – use true or false.']);
    expect(body.changes.map(({ label }) => label).toSorted()).toEqual([
      'Health of child companies',
      'Points for silence',
    ]);
    expect((await look()).revision).toBe(0);

    const check = (text: string) =>
      ask<{ mistakes: { text: string }[]; changes: unknown[] }>('POST', '/check', { yaml: text });
    const own = '  usage: { weight: 1, signals: { logins: { weight: -1, curve: [[0, 0], [9, 100]], mapped: ';
    const source = '{ property: logins, kind: number, label: { en: Logins } } } } }';
    const named = await check(STANDARD.replace('\n  deals:\n', `\n${own}${source}\n  deals:\n`));
    expect(named.body.mistakes.map(({ text }) => text)).toEqual(['Logins: weight – a weight is zero or more.']);
    const none = await check('[]');
    expect([none.body.mistakes.length > 0, none.body.changes]).toEqual([true, []]);
    // The limit is in bytes.
    expect((await check(`name: ${'ü'.repeat(150_000)}`)).status).toBe(400);
  });
});
