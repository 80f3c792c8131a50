import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleCard } from './bundle-card.ts';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const PAGE = join(import.meta.dirname, 'page');
const CARDS = join(import.meta.dirname, '../../../extensions/app/cards');
const SCRIPT = 'text/javascript';

/**
 * Builds everything that the browser loads, by its path: the page, the worker that plays HubSpot's, and the card as
 * HubSpot's bundler makes it. All of it comes from this machine; nothing stays on disk.
 */
export async function buildAssets(): Promise<ReadonlyMap<string, Asset>> {
  const outDir = await mkdtemp(join(tmpdir(), 'account-health-preview-'));
  try {
    const [card, page, worker, html, style] = await Promise.all([
      bundleCard(CARDS, 'HealthCard.tsx', join(outDir, 'card')).then((file) => readFile(file, 'utf8')),
      bundle(join(PAGE, 'main.tsx')),
      bundle(join(PAGE, 'card-worker.ts')),
      readFile(join(PAGE, 'index.html'), 'utf8'),
      bundle(join(PAGE, 'page.css')),
    ]);
    return new Map([
      ['/', { type: 'text/html; charset=utf-8', body: html }],
      ['/page.css', { type: 'text/css', body: style }],
      ['/page.js', { type: SCRIPT, body: page }],
      ['/worker.js', { type: SCRIPT, body: worker }],
      ['/card.js', { type: SCRIPT, body: card }],
    ]);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    // A classic script: the worker brings the card in with importScripts, which module workers do not have.
    format: 'iife',
    platform: 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
