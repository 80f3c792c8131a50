import type { PortalId } from '../../ids.ts';
import { dayOf } from '../../scoring/evidence.ts';
import { mappedTexts } from '../../scoring/model-signals.ts';
import type { ReceiptEntry } from '../../scoring/weigh.ts';
import { cutText } from '../../wording/cut-text.ts';
import type { Wording } from '../../wording/make-wording.ts';
import { withMapped } from '../../wording/mapped-wording.ts';
import { receiptText } from '../../wording/receipt-text.ts';
import { makeRecordUrl, type RecordUrl } from '../record-url.ts';
import type { FirstScores } from './first-scores.ts';
import { type Html, html } from './html.ts';
import { START_WRITING_PATH } from './install-parts.ts';

export interface Preview {
  /** In the portal's time zone. */
  readonly wording: Wording;
  readonly scores: FirstScores;
  readonly portalId: PortalId;
  readonly formToken: string;
  /** Optional scopes that HubSpot did not grant. */
  readonly ungranted: readonly string[];
}

/** Rows of a receipt that are seen at once; the others open on demand. */
const ROWS_SEEN = 3;

const BANDS = ['unhealthy', 'at_risk', 'healthy', 'unknown'] as const;

/** The first scores, before any of them is written: how many in each band, who has none, and the lowest with their receipts. */
export function previewBody({ wording, scores, portalId, formToken, ungranted }: Preview): Html {
  const { bands, companies, lowest, asOf } = scores;
  const customers = BANDS.reduce((sum, band) => sum + bands[band], 0);
  const count = new Intl.NumberFormat(wording.locale);
  const withModel = withMapped(wording, mappedTexts(scores.model));
  const receipts = lowest.map((company) => {
    const urlOf = makeRecordUrl({ uiDomain: scores.uiDomain, portalId, companyId: company.companyId });
    return companyPart(withModel, company, urlOf);
  });
  return html`<p>${wording.say('setup.preview.text')}</p>
<section><dl class="bands">${BANDS.map((band) => html`<div class="${band}"><dt>${wording.say(`setup.band.${band}`)}</dt><dd>${count.format(bands[band])}</dd></div>`)}</dl>
<p class="soft">${wording.say('setup.preview.counted', { customers, companies, day: dayOf(asOf) })}</p></section>
${unscoredPart(wording, scores)}
<section><h2>${wording.say('setup.write.title')}</h2><p>${wording.say('setup.write.text')}</p>
<form method="post" action="${START_WRITING_PATH}"><input type="hidden" name="token" value="${formToken}">
<button class="button">${wording.say('setup.write.button')}</button></form></section>
<section><h2>${wording.say('setup.receipts.title')}</h2>${receipts.length > 0 ? receipts : html`<p>${wording.say('setup.receipts.none')}</p>`}</section>
${ungrantedPart(wording, ungranted)}`;
}

function unscoredPart(wording: Wording, { unscored }: FirstScores): Html | null {
  if (unscored.length === 0) return null;
  // An exclusion of the portal's own making is told by its name.
  const named = (reason: string) =>
    wording.has(`setup.reason.${reason}`)
      ? wording.say(`setup.reason.${reason}`)
      : `${wording.say('setup.reason.excluded')} (${reason.replaceAll('_', ' ')})`;
  const lines = unscored.map(
    ({ reason, count }) => html`<li>${wording.say('setup.unscored.line', { reason: named(reason), count })}</li>`,
  );
  return html`<section><h2>${wording.say('setup.unscored.title')}</h2><ul>${lines}</ul></section>`;
}

function ungrantedPart(wording: Wording, ungranted: readonly string[]): Html | null {
  if (ungranted.length === 0) return null;
  const lines = ungranted.map((scope) => html`<li>${wording.say(`scope.${scope}`)} (${scope})</li>`);
  return html`<section><h2>${wording.say('setup.ungranted.title')}</h2><p>${wording.say('setup.ungranted.text')}</p><ul>${lines}</ul></section>`;
}

function companyPart(
  wording: Wording,
  { companyId, name, health }: FirstScores['lowest'][number],
  urlOf: RecordUrl,
): Html {
  const shown = cutText(name ?? '') || wording.say('setup.receipts.nameless');
  const status = wording.say(`setup.band.${health.status}`);
  const rows = health.receipt.map((row) => rowPart(wording, row, urlOf));
  const list = (of: readonly Html[]) => html`<ul class="receipt">${of}</ul>`;
  const count = rows.length - ROWS_SEEN;
  const others =
    count > 0
      ? html`<details><summary>${wording.say('setup.receipts.more', { count })}</summary>${list(rows.slice(ROWS_SEEN))}</details>`
      : null;
  return html`<article class="company"><h3><a href="${urlOf({ objectType: 'companies', id: companyId })}" rel="noreferrer">${shown}</a>
<span class="score ${health.status}">${health.score} · ${status}</span></h3>${list(rows.slice(0, ROWS_SEEN))}${others}</article>`;
}

function rowPart(wording: Wording, row: ReceiptEntry, urlOf: RecordUrl): Html {
  const { label, evidence } = receiptText(wording, row);
  const { records, moreRecords } = 'kind' in row.cause ? { records: [], moreRecords: 0 } : row.cause;
  const links = records.map(
    (ref, index) => html`${index === 0 ? '' : ', '}<a href="${urlOf(ref)}" rel="noreferrer">${wording.record(ref)}</a>`,
  );
  const more = moreRecords > 0 ? html` ${wording.say('setup.receipts.more', { count: moreRecords })}` : null;
  return html`<li><b>−${row.pointsLost}</b><span><strong>${label}</strong>: ${evidence} <span class="soft">${links}${more}</span></span></li>`;
}
