import {
  type ExtensionRequest,
  type ExtensionResponse,
  FORCED_ANSWERS,
  type ForcedState,
  type PreviewRequest,
} from '../preview-setting.ts';

/** A call of an extension, for whoever wants to see what it asks and is told. */
export interface RecordedCall {
  readonly method: string;
  /** Path and query, without HubSpot's own additions. */
  readonly path: string;
  /** Undefined: no answer yet. */
  readonly status?: number | 'failed';
  readonly tookMs?: number;
  readonly sent: string | null;
  readonly answered?: string;
}

export interface PreviewFetchOptions {
  readonly personId: string;
  readonly state: ForcedState;
  /** A call began; what it gives is told how it ended. */
  readonly onCall: (call: RecordedCall) => (end: Partial<RecordedCall>) => void;
}

/** Nothing came back; the worker has the call fail, as a network does. */
export const NO_ANSWER: ExtensionResponse = { status: 0, contentType: 'text/plain', body: '' };

const SLOW_MS = 3_000;
/** Without a sentence of the service's own: an extension shows that to people, and there is none in their language here. */
const FORCED_BODY = JSON.stringify({ forced: 'By the local preview.' });

/** HubSpot would sign and send it; here the preview's server does, unless a state is forced in which no answer comes. */
export function makePreviewFetch({ personId, state, onCall }: PreviewFetchOptions) {
  return async (request: ExtensionRequest): Promise<ExtensionResponse> => {
    const { pathname, search } = new URL(request.url);
    const ended = onCall({ method: request.method, path: pathname + search, sent: request.body });
    const startedAt = performance.now();
    const force = FORCED_ANSWERS.find((one) => one === state) ?? null;
    const answer = await answerIn(state, { ...request, personId, force });
    const status = answer.status === NO_ANSWER.status ? 'failed' : answer.status;
    ended({ status, answered: answer.body, tookMs: Math.round(performance.now() - startedAt) });
    return answer;
  };
}

async function answerIn(state: ForcedState, request: PreviewRequest): Promise<ExtensionResponse> {
  const forced = (status: number) => ({ status, contentType: 'application/json', body: FORCED_BODY });
  if (state === 'loading') return await new Promise<never>(() => {});
  if (state === 'offline') return NO_ANSWER;
  if (state === 'error') return forced(500);
  if (state === 'refused') return forced(403);
  if (state === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
  const answer = await fetch('/fetch', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!answer.ok) return NO_ANSWER;
  return (await answer.json()) as ExtensionResponse;
}
