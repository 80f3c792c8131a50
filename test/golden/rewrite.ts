/**
 * Writes the golden files anew: `node test/golden/rewrite.ts`. Refuses where scores of the same portal moved and the model's version
 * was not raised: who sees a score must be able to tell from its version what it means.
 */
import { writeFileSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { goldenDiff, goldenLines, goldenText, headOf, readGolden } from './golden-portal.ts';

const store = await openStore({ memory: true });
try {
  for (const [golden, lines] of await goldenLines(store)) {
    const kept = readGolden(golden);
    const head = headOf(golden.model);
    const moved = goldenDiff(kept?.lines ?? [], lines);
    if (kept?.model === head.model && kept.portal === head.portal && moved.length > 0) {
      console.error(
        `${golden.golden} stays: ${moved.length} lines moved. Raise the version in ${golden.file}, then run again.`,
      );
      process.exitCode = 1;
      continue;
    }
    writeFileSync(golden.golden, goldenText(golden, lines));
    console.log(`${golden.golden}: ${head.model}, ${moved.length} lines moved.`);
  }
} finally {
  await store.close();
}
