import type { RecordedCall } from './preview-fetch.ts';

export interface ListedCall extends RecordedCall {
  readonly id: number;
}

/** What the extension asked the service, newest first; bodies on request. */
export function CallList({ calls, onClear }: { calls: readonly ListedCall[]; onClear: () => void }) {
  return (
    <section className="calls" aria-label="Calls to the service">
      <header>
        <h2>Calls to the service ({calls.length})</h2>
        <button type="button" onClick={onClear} disabled={calls.length === 0}>
          Clear
        </button>
      </header>
      <ol>
        {calls.map(({ id, method, path, status, tookMs, sent, answered }) => (
          <li key={id}>
            <details>
              <summary>
                <b>{method}</b> <span className="calls-path">{path}</span>{' '}
                <span className={status === 200 ? 'calls-fine' : 'calls-other'}>{status ?? 'waiting'}</span>
                {tookMs === undefined ? null : <span className="calls-took"> {tookMs} ms</span>}
              </summary>
              {sent === null ? null : <pre>Sent: {indented(sent)}</pre>}
              {answered === undefined ? null : <pre>Answered: {indented(answered)}</pre>}
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
