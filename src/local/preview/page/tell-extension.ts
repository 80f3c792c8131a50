/**
 * Calls a handler of the extension. It runs in the worker, so it gets plain data: a DOM event cannot cross. What it throws comes back as
 * an unhandled rejection, which the page shows.
 */
export function tell(handler: unknown, ...values: readonly unknown[]): void {
  if (typeof handler === 'function') handler(...values);
}

/** What HubSpot tells a handler of a click, as far as anything here reads it. */
export const CLICK = { type: 'click' };
