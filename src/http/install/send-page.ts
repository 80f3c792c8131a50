import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { Html, html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';

export interface Page {
  /** BCP 47. */
  readonly locale: string;
  readonly title: string;
  readonly body: Html;
  /** Loads this address of our own after some seconds, without a script. */
  readonly goTo?: { readonly path: string; readonly afterSeconds: number };
}

/** The app's name in app.json, the same in every language. */
const APP_NAME = 'Account Health';

/**
 * Sends a page of our own. It holds no script; its one style sheet is named by a nonce; it may send forms to us alone, stand in no
 * frame, and be kept by nobody.
 */
export function sendPage(response: Response, status: number, { locale, title, body, goTo }: Page): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  const refresh =
    goTo === undefined ? null : html`<meta http-equiv="refresh" content="${goTo.afterSeconds}; url=${goTo.path}">`;
  const page = html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${refresh}<title>${title} · ${APP_NAME}</title><style nonce="${nonce}">${new Html(PAGE_STYLE)}</style></head>
<body><main><p class="brand">${APP_NAME}</p><h1>${title}</h1>${body}</main></body></html>`;
  response
    .status(status)
    .set({
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Content-Language': locale,
      // With "no-referrer" browsers leave out the origin, too, of the forms that a page sends to us.
      'Referrer-Policy': 'same-origin',
    })
    .type('html')
    .send(page.text);
}
