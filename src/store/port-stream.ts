import { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/**
 * A message port as the socket that the `pg` driver writes to. Each write goes out as one message and holds whole
 * protocol messages, as the driver writes no parts of one.
 */
export function makePortStream(port: MessagePort): Duplex {
  const send = (chunks: readonly Uint8Array[]) => {
    // Copied, for the driver's chunks are views of a larger buffer that it goes on using.
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    port.postMessage(bytes, [bytes.buffer]);
  };
  const stream = new Duplex({
    read() {},
    write(chunk, _encoding, done) {
      send([chunk]);
      done();
    },
    writev(items, done) {
      send(items.map((item) => item.chunk));
      done();
    },
    final(done) {
      stream.push(null);
      done();
    },
    destroy(error, done) {
      port.close();
      done(error);
    },
  });
  port.on('message', (bytes: Uint8Array) => stream.push(bytes));
  port.on('close', () => {
    if (!stream.writableEnded) stream.destroy(new Error('The embedded database has stopped.'));
  });
  // What the driver asks of a net.Socket beyond a stream.
  return Object.assign(stream, {
    connect: () => setImmediate(() => stream.emit('connect')),
    setNoDelay: () => stream,
    ref: () => port.ref(),
    unref: () => port.unref(),
  });
}
