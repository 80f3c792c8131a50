/**
 * The embedded database, in a thread of its own so that the event loop of the web stays free while a query runs. Speaks
 * PostgreSQL's wire protocol over message ports; see connect-pglite.ts for the other side.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

export interface WorkerData {
  /** Where the database lives; null: in memory. */
  readonly databaseDir: string | null;
}

/** What the main thread sends: a port for a new connection, or the wish to end. */
export type ToWorker = { readonly kind: 'connect'; readonly port: MessagePort } | { readonly kind: 'close' };

const open = (databaseDir: string | null) =>
  PGlite.create({
    ...(databaseDir === null ? {} : { dataDir: databaseDir }),
    // The default of 128 MB would be held in full by the one process.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  });

/** A new database is made beside its place and moved there whole, so that a start cut short leaves no half of one. */
async function prepare(databaseDir: string): Promise<void> {
  if (existsSync(databaseDir)) return;
  const unfinished = `${databaseDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await open(unfinished)).close();
  renameSync(unfinished, databaseDir);
}

const { databaseDir } = workerData as WorkerData;
if (databaseDir !== null) await prepare(databaseDir);
const database = await open(databaseDir);

function serve(port: MessagePort): void {
  port.on('message', (bytes: Uint8Array) =>
    database.runExclusive(() =>
      database.execProtocolRawStream(bytes, {
        onRawData: (answer) => {
          const copy = answer.slice();
          port.postMessage(copy, [copy.buffer]);
        },
      }),
    ),
  );
}

parentPort?.on('message', async (message: ToWorker) => {
  if (message.kind === 'connect') return serve(message.port);
  await database.close();
  process.exit(0);
});
parentPort?.postMessage('ready');
