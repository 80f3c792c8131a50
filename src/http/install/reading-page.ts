import type { CycleProgress } from '@account-health/contract/progress';
import type { Wording } from '../../wording/make-wording.ts';
import { type Html, html } from './html.ts';

/** How far the first sync has come. */
export function readingBody(wording: Wording, progress: CycleProgress | undefined): Html {
  const isRunning = progress?.state === 'running';
  const failed = !isRunning && progress?.last?.failure != null;
  const waiting = html`<p>${wording.say(failed ? 'setup.reading.failed' : 'setup.reading.waiting')}</p>`;
  return html`<p>${wording.say('setup.reading.text')}</p>
<section>${isRunning ? runningPart(wording, progress) : waiting}</section>`;
}

function runningPart(wording: Wording, { step, records, companies, secondsLeft }: CycleProgress): Html {
  const isReading = step === 'sync';
  const [done, expected] = isReading
    ? [records.read, records.expected]
    : [companies.scored, companies.expected ?? companies.scored];
  const said =
    isReading && expected === null
      ? wording.say('setup.reading.records_so_far', { read: done })
      : isReading
        ? wording.say('setup.reading.records', { read: done, expected: expected ?? done })
        : wording.say('setup.reading.companies', { scored: done, expected: expected ?? done });
  // A bar without a value shows that nobody knows how far it is.
  const bar =
    expected === null || expected === 0
      ? html`<progress></progress>`
      : html`<progress value="${done}" max="${expected}"></progress>`;
  const left =
    secondsLeft === null
      ? null
      : html`<p class="soft">${wording.say('setup.reading.left', { left: { kind: 'duration', ms: Math.max(60_000, secondsLeft * 1000) } })}</p>`;
  return html`<p>${said}</p><p>${bar}</p>${left}`;
}
