/** The measured portal in a process of its own, so that its work is not counted as ours. Speaks over IPC with `sync.ts`. */
import { startSandbox } from '../../../src/local/sandbox/start-sandbox.ts';
import { benchPortal } from './bench-portal.ts';

const [scale = '1', latencyMs = '0', limits = 'on'] = process.argv.slice(2);
const data = benchPortal(Number(scale));
const sandbox = await startSandbox({
  data,
  latencyMs: Number(latencyMs),
  ...(limits === 'off' ? { limits: 'off' } : {}),
});

/** Sets a new value on every `every`-th record of each type (0: none), and starts the counts anew. */
process.on('message', ({ every }: { every: number }) => {
  let touched = 0;
  if (every > 0) {
    for (const [type, records] of Object.entries(data.objects)) {
      for (let index = 0; index < records.length; index += every) {
        const id = records[index]?.id ?? '';
        sandbox.portal.upsert(type, {
          id,
          properties: { [NAMES[type] ?? 'name']: type === 'emails' ? String(every) : `changed ${every}` },
        });
        touched += 1;
      }
    }
  }
  sandbox.resetStats();
  process.send?.({ touched });
});
const NAMES: Readonly<Record<string, string>> = {
  companies: 'name',
  contacts: 'firstname',
  deals: 'dealname',
  tickets: 'subject',
  emails: 'hs_email_open_count',
  invoices: 'hs_number',
};
process.send?.({ url: sandbox.url, token: sandbox.token });
