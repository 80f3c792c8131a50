import type { Response } from 'express';
import type { MessageValues, Wording } from '../../wording/make-wording.ts';
import { html } from './html.ts';
import { SETUP_PATH } from './install-parts.ts';
import { type Page, sendPage } from './send-page.ts';

/** Why an install, or a page after it, ends here. Each has its words under `install.<why>`. */
export const REFUSALS = [
  'stale',
  'denied',
  'code',
  'scope',
  'error',
  'unreachable',
  'wrong_account',
  'session',
  'form',
  'gone',
  'failed',
] as const;
export type Refusal = (typeof REFUSALS)[number];

const STATUS: Partial<Record<Refusal, number>> = { unreachable: 503, session: 401, form: 403, gone: 410, failed: 500 };

/** Says in plain words what happened, and leads back: to HubSpot by a new install, or to the page with the button. */
export function sendRefusal(
  response: Response,
  wording: Wording,
  why: Refusal,
  options: { readonly values?: MessageValues; readonly again: string },
): void {
  const isBackToPage = options.again === SETUP_PATH;
  const isNew = why === 'session' || why === 'gone';
  const page: Page = {
    locale: wording.locale,
    title: wording.say(`install.${why}.title`),
    body: html`<section><p>${wording.say(`install.${why}.text`, options.values)}</p>
<p><a class="button" href="${options.again}">${wording.say(isBackToPage ? 'install.form.go' : isNew ? 'install.connect' : 'install.again')}</a></p></section>`,
  };
  sendPage(response, STATUS[why] ?? 400, page);
}
