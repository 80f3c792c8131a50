import type { ServerOptions } from 'node:http';

/**
 * How long a caller may take to send a request, ms: one that sends a byte now and then must not hold a connection for minutes. HubSpot
 * sends at once, and gives up on an answer to events after 5 seconds; a posted megabyte takes 10 on a line of 1 Mbit/s.
 */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  /** Node looks for connections that are over their time this often. */
  connectionsCheckingInterval: 5_000,
} as const satisfies ServerOptions;
