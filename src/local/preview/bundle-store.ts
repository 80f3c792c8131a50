import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oneAtATime } from '../../one-at-a-time.ts';
import { bundleCard } from './bundle-card.ts';
import type { Extension } from './read-surfaces.ts';

/**
 * Bundles as HubSpot's bundler makes them, made anew when a file of the app changed: reloading the page shows the change. One at a time,
 * for the bundler goes by the process's environment; nothing stays on disk.
 *
 * @param app the folder of the HubSpot project's app
 */
export function makeBundleStore(app: string): (extension: Extension) => Promise<string> {
  const made = new Map<string, { readonly changedAt: number; readonly script: string }>();
  const inTurn = oneAtATime();
  return (extension) =>
    inTurn(async () => {
      const changedAt = await lastChange(app);
      const known = made.get(extension.uid);
      if (known?.changedAt === changedAt) return known.script;
      const script = await bundle(extension);
      made.set(extension.uid, { changedAt, script });
      return script;
    });
}

/** A script in any case: one that does not compile says so where the extension would be. */
async function bundle({ folder, entry }: Extension): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'account-health-preview-'));
  try {
    return await readFile(await bundleCard(folder, entry, join(outDir, 'bundle')), 'utf8');
  } catch (error) {
    return `throw new Error(${JSON.stringify(`${entry} does not compile: ${(error as Error).message}`)});`;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** A file that went away between two looks, as editors have theirs do. */
const gone = () => 0;

/** When a file of the folder last changed, ms since 1970 UTC; one that went away shows by its folder. */
async function lastChange(folder: string): Promise<number> {
  const { mtimeMs } = await stat(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  const times = await Promise.all(
    entries
      .filter(({ name }) => name !== 'node_modules')
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? lastChange(path) : stat(path).then((file) => file.mtimeMs, gone);
      }),
  );
  return Math.max(mtimeMs, ...times);
}
