/** What is rendered from app.json and the signals, and the command that writes it. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { manifest } from '../../src/commands/manifest.ts';
import { readAppDescriptor } from '../../src/manifest/app-descriptor.ts';
import { renderedFiles, staleFiles } from '../../src/manifest/rendered-files.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { freshFolder, run } from '../commands/run-command.ts';

const app = readAppDescriptor(process.cwd());
const text = (path: string) => renderedFiles(app).find((file) => file.path === path)?.text ?? '';
const SHARED = 'docs/listing/shared-data.md';
const APP = 'extensions/app/app-hsmeta.json';
const WEBHOOKS = 'extensions/app/webhooks/webhooks-hsmeta.json';
const ACTION = 'extensions/app/workflow-actions/recalculate-hsmeta.json';

test('the files of this project are as they would be rendered (npm run manifest)', () => {
  expect(renderedFiles(app).map(({ path }) => path)).toEqual([APP, WEBHOOKS, ACTION, SHARED]);
  expect(staleFiles(process.cwd(), app).map(({ path }) => path)).toEqual([]);
});

test('the same input gives the same bytes, whatever app.json’s order of parts', () => {
  const turned = Object.fromEntries(Object.entries(app).toReversed()) as typeof app;
  expect(renderedFiles(turned)).toEqual(renderedFiles(app));
});

describe('npm run manifest', () => {
  function project(): string {
    const root = freshFolder('project');
    cpSync('app.json', join(root, 'app.json'));
    return root;
  }
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
    vi.spyOn(console, 'warn').mockImplementation((line) => void said.push(line));
  });
  afterEach(() => vi.restoreAllMocks());

  test('writes what is missing and what differs, and nothing else', async () => {
    const root = project();
    await manifest([], root);
    expect(said[0]).toBe(`Written: ${APP}, ${WEBHOOKS}, ${ACTION}, ${SHARED}.`);
    for (const { path } of renderedFiles(app)) expect(readFileSync(join(root, path), 'utf8')).toBe(text(path));
    writeFileSync(join(root, WEBHOOKS), text(WEBHOOKS).replace('"active": true', '"active": false'));
    rmSync(join(root, SHARED));
    said.length = 0;
    await manifest([], root);
    expect(said[0]).toBe(`Written: ${WEBHOOKS}, ${SHARED}.`);
    said.length = 0;
    await manifest([], root);
    expect(said[0]).toBe('Nothing to write: all is as app.json says.');
  });

  test('--check fails where one is stale, and writes none', async () => {
    const root = project();
    await expect(manifest(['--check'], root)).rejects.toThrow(
      `${APP}, ${WEBHOOKS}, ${ACTION}, ${SHARED}. Run npm run manifest.`,
    );
    await manifest([], root);
    writeFileSync(join(root, 'app.json'), readFileSync('app.json', 'utf8').replace('"Account Health"', '"Other name"'));
    await expect(manifest(['--check'], root)).rejects.toThrow(`: ${APP}, ${SHARED}. Run npm run manifest.`);
    expect(readFileSync(join(root, APP), 'utf8')).toContain('Account Health');
  });

  test('names each address that is still to be filled in; --for-listing fails by it', async () => {
    const root = project();
    const unfilled = 'support.supportEmail, support.supportUrl, support.documentationUrl.';
    await manifest([], root);
    expect(said[1]).toContain(unfilled);
    await expect(manifest(['--for-listing'], root)).rejects.toThrow(unfilled);
    const real = readFileSync('app.json', 'utf8').replaceAll('to-be-filled-in.example', 'acme.io');
    writeFileSync(join(root, 'app.json'), real);
    said.length = 0;
    await manifest(['--for-listing'], root);
    expect(said).toHaveLength(1);
  });

  test('is a command of the project', async () => {
    const { code, stdout } = await run(['src/cli.ts', 'manifest', '--check']);
    expect([code, stdout]).toEqual([0, 'Nothing to write: all is as app.json says.\n']);
  });
});

describe('the table of shared data', () => {
  const lines = text(SHARED).split('\n');
  test('has a line for every object that is read, with exactly its properties and scopes', () => {
    for (const { objectType, properties } of readPlan(SIGNALS)) {
      const line = lines.find((one) => one.startsWith(`| ${objectType.replaceAll('_', ' ')} (0-`)) ?? '';
      const cells = line.split(' | ');
      expect([objectType, cells[2]]).toEqual([objectType, properties.map((name) => `\`${name}\``).join(', ')]);
      const scopes = Object.entries(app.scopeUses).flatMap(([scope, uses]) =>
        uses.some((use) => 'reads' in use && use.reads === objectType) ? [`\`${scope}\``] : [],
      );
      expect([objectType, cells[3]]).toEqual([objectType, scopes.join(' and ')]);
      // Companies alone are read and written.
      expect([objectType, cells[1]]).toEqual([
        objectType,
        objectType === 'companies' ? 'both ways' : 'HubSpot to the app',
      ]);
      // Somebody reads it, and it says who.
      expect([objectType, cells[4]]).toEqual([objectType, expect.stringMatching(/\w/)]);
    }
  });

  test('has every scope, every property that is written, and breaks no table', () => {
    for (const scope of [...app.scopes.required, ...app.scopes.optional])
      expect(lines.filter((line) => line.startsWith(`| \`${scope}\` |`))).toHaveLength(1);
    for (const { name } of (app.companyProperties as { properties: { name: string }[] }).properties)
      expect(lines.filter((line) => line.startsWith(`| \`${name}\` |`))).toHaveLength(1);
    const columns = (line: string) => line.split(/(?<!\\)\|/).length;
    lines.forEach((line, index) => {
      if (line.startsWith('|') && lines[index - 1]?.startsWith('|'))
        expect([line, columns(line)]).toEqual([line, columns(lines[index - 1] ?? '')]);
    });
    expect(text(SHARED)).not.toMatch(/undefined|null|NaN/);
  });
});
