/**
 * A time limit around HTTP calls made by code that takes no signal: HubSpot's client calls the global `fetch` with
 * method, headers and body only, and undici's own limits restart with every chunk of the body.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from 'undici';

/** A call took longer than its time limit. */
export class TimedOut extends Error {
  override name = 'TimedOut';
}

/** The signal of the deadline that the running code is under, carried along its awaits; none outside of one. */
const deadlineSignal = new AsyncLocalStorage<AbortSignal>();

const installed = Symbol('deadlines');

/**
 * Puts a layer on the process's dispatcher (which `fetch` sends by) that ends the requests made under an expired
 * deadline. Everything else passes untouched, so callers never meet each other's limits. Does nothing the second time.
 */
export function installDeadlines(): void {
  const dispatcher = getGlobalDispatcher();
  if (installed in dispatcher) return;
  const layered = dispatcher.compose((dispatch) => (options, handler) => {
    const signal = deadlineSignal.getStore();
    if (signal !== undefined) endOnAbort(handler, signal);
    return dispatch(options, handler);
  });
  setGlobalDispatcher(Object.assign(layered, { [installed]: true }));
}

/**
 * Runs `work` for at most `timeoutMs`, then throws `TimedOut` and ends the requests it left open, whether they wait for
 * an answer or for the rest of a body.
 */
export async function withDeadline<T>(timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const expired = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new TimedOut(`timed out after ${timeoutMs} ms`);
    controller.abort(error);
    expired.reject(error);
  }, timeoutMs);
  try {
    return await Promise.race([deadlineSignal.run(controller.signal, work), expired.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function endOnAbort(handler: Dispatcher.DispatchHandler, signal: AbortSignal): void {
  const onRequestStart = handler.onRequestStart;
  handler.onRequestStart = (controller, context) => {
    onRequestStart?.call(handler, controller, context);
    const end = () => controller.abort(signal.reason);
    // A request that had to wait for a connection may start after its deadline.
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  };
}
