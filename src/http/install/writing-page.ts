import type { PortalId } from '../../ids.ts';
import { dayOf } from '../../scoring/evidence.ts';
import { definitionOf } from '../../scoring/object-types.ts';
import type { Wording } from '../../wording/make-wording.ts';
import type { FirstScores } from './first-scores.ts';
import { type Html, html } from './html.ts';

/** `unwritten`: a cycle was to write, and HubSpot took nothing. */
export type WritingState = 'writing' | 'written' | 'unwritten';

/** By what the latest cycle did, and not by when it ran: one that began before it was let may end after it. */
export function writingState({ written }: FirstScores): WritingState {
  if (written === null) return 'writing';
  return written.failed > 0 && written.changed + written.unchanged === 0 ? 'unwritten' : 'written';
}

/** That scores are being written, have been, or could not be. */
export function writingBody(shown: {
  readonly wording: Wording;
  readonly scores: FirstScores;
  readonly portalId: PortalId;
  /** When writing was let begin, ms since 1970 UTC. */
  readonly since: number;
  readonly state: WritingState;
}): Html {
  const { wording, scores, portalId, since, state } = shown;
  if (state === 'writing') {
    return html`<section><p>${wording.say('setup.writing.text')}</p><p><progress></progress></p></section>`;
  }
  if (state === 'unwritten') return html`<section><p>${wording.say('setup.unwritten.text')}</p></section>`;
  const failed = scores.written?.failed ?? 0;
  const refused = failed === 0 ? null : html`<p>${wording.say('setup.written.failed', { failed })}</p>`;
  const companies = `https://${scores.uiDomain}/contacts/${portalId}/objects/${definitionOf('companies').typeId}`;
  return html`<section><p>${wording.say('setup.written.text', { day: dayOf(since) })}</p>${refused}
<p><a class="button" href="${companies}" rel="noreferrer">${wording.say('setup.written.open')}</a></p></section>`;
}
