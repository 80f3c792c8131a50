import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const PAGE = join(import.meta.dirname, 'page');
const SCRIPT = 'text/javascript';

/** Builds the page and the worker that plays HubSpot's, by their paths. All of it comes from this machine. */
export async function buildAssets(): Promise<ReadonlyMap<string, Asset>> {
  const [page, worker, html, style] = await Promise.all([
    bundle(join(PAGE, 'main.tsx')),
    bundle(join(PAGE, 'extension-worker.ts')),
    readFile(join(PAGE, 'index.html'), 'utf8'),
    bundle(join(PAGE, 'page.css')),
  ]);
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: html }],
    ['/page.css', { type: 'text/css', body: style }],
    ['/page.js', { type: SCRIPT, body: page }],
    ['/worker.js', { type: SCRIPT, body: worker }],
  ]);
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    // A classic script: the worker brings the extension in with importScripts, which module workers do not have.
    format: 'iife',
    platform: 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
