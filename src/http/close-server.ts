import type { Server } from 'node:http';

/** How often connections that have become idle are looked for. */
const LOOK_EVERY_MS = 20;

/** Takes no more connections, lets the requests in hand be answered for so long, and then cuts off what is left. Resolves when all are closed. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept for another request is idle once its answer is out.
  const look = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(look);
  clearTimeout(cut);
}
