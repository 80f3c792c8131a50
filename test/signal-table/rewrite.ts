/** Writes docs/signals.md anew: `node test/signal-table/rewrite.ts`. */
import { writeFileSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { signalTable, TABLE_FILE } from './signal-table.ts';

const store = await openStore({ memory: true });
try {
  writeFileSync(TABLE_FILE, await signalTable(store));
  console.log(`${TABLE_FILE} is written.`);
} finally {
  await store.close();
}
