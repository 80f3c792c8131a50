/** Run as a process of its own: opens the data directory named, saves records, says so, and holds on until it is killed. */
import { portalId } from '../../src/ids.ts';
import { openStore } from '../../src/store/open-store.ts';

const [dataDir = '', count = '0'] = process.argv.slice(2);
const store = await openStore({ dataDir });
const records = Array.from({ length: Number(count) }, (_, index) => ({
  id: String(index),
  effectiveAt: 5,
  values: { name: `Company ${index}` },
}));
await store.portal(portalId(1)).saveRecords('companies', records, 10);
console.log('saved');
setInterval(() => {}, 60_000);
