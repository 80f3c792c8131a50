/** Sends the portal's events to an app's address, as HubSpot's documents on webhooks say. */
import { createHmac } from 'node:crypto';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { PortalEvent } from './events.ts';

export interface WebhookOptions {
  /** Signed as it stands. */
  readonly targetUrl: string;
  readonly clientSecret: string;
  /**
   * Before the first repeat, ms; doubled before each further one. HubSpot spreads ten repeats over 24 hours, this sandbox
   * over minutes. Default 500.
   */
  readonly retryAfterMs?: number;
  /** Told of each request that failed, in a line. */
  readonly onFailure?: (line: string) => void;
}

/** Events since the start: taken by the app, and given up after the last repeat. */
export interface DeliveryCounts {
  readonly delivered: number;
  readonly lost: number;
}

export interface WebhookDelivery {
  push(event: PortalEvent): void;
  /** Once every event so far was taken or given up. */
  settled(): Promise<DeliveryCounts>;
  /** Ends requests and repeats under way. */
  close(): void;
}

/** HubSpot sends fewer than 100 at once. */
const BATCH = 99;
const REPEATS = 10;
const TIMEOUT_MS = 5_000;

/** A batch that fails is repeated aside, so that later ones overtake it: HubSpot promises no order. */
export function makeWebhookDelivery(options: WebhookOptions, clock: () => number): WebhookDelivery {
  const { targetUrl, clientSecret, retryAfterMs = 500, onFailure = () => {} } = options;
  const waiting: PortalEvent[] = [];
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();
  const counts = { delivered: 0, lost: 0 };
  let sending = false;

  const keep = (work: Promise<void>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  /** Whether the app took the batch. */
  async function post(batch: readonly PortalEvent[], attemptNumber: number): Promise<boolean> {
    const body = JSON.stringify(batch.map((event) => ({ ...event, attemptNumber })));
    const timestamp = String(clock());
    const signature = createHmac('sha256', clientSecret).update(`POST${targetUrl}${body}${timestamp}`).digest('base64');
    let outcome: string;
    try {
      const answer = await fetch(targetUrl, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          'x-hubspot-request-timestamp': timestamp,
          'x-hubspot-signature-v3': signature,
        },
        body,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await answer.arrayBuffer();
      if (answer.ok) {
        counts.delivered += batch.length;
        return true;
      }
      outcome = `status ${answer.status}`;
    } catch (error) {
      outcome = error instanceof Error ? error.message : String(error);
    }
    if (!closing.signal.aborted) onFailure(`${batch.length} events, attempt ${attemptNumber}: ${outcome}`);
    return false;
  }

  async function repeat(batch: readonly PortalEvent[]): Promise<void> {
    for (let attempt = 1; attempt <= REPEATS; attempt++) {
      try {
        await sleep(retryAfterMs * 2 ** (attempt - 1), undefined, { signal: closing.signal });
      } catch {
        break;
      }
      if (await post(batch, attempt)) return;
    }
    counts.lost += batch.length;
  }

  async function send(): Promise<void> {
    // What happens in one go comes in one request.
    await turn();
    while (waiting.length > 0 && !closing.signal.aborted) {
      const batch = waiting.splice(0, BATCH);
      if (!(await post(batch, 0))) keep(repeat(batch));
    }
    sending = false;
  }

  return {
    push(event) {
      waiting.push(event);
      if (sending) return;
      sending = true;
      keep(send());
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
      return { ...counts };
    },
    close: () => closing.abort(),
  };
}
