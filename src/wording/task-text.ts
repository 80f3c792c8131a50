import type { HealthScore } from '../scoring/score.ts';
import { cutText } from './cut-text.ts';
import type { Wording } from './make-wording.ts';
import { receiptText } from './receipt-text.ts';

/** Rows of the receipt in a task; the card has them all. */
const MOST_ROWS = 5;

export interface TaskToWord {
  /** `playbook`: the account worsened; the others were asked for on a card. */
  readonly kind: 'playbook' | 'task' | 'check_up' | 'payment_reminder' | 'ask_review';
  readonly companyName: string | null;
  readonly health: HealthScore;
  /** What happened; null on a task that was asked for. `fromScore` is null where it is not known. */
  readonly fall: { readonly to: string; readonly fromScore: number | null; readonly score: number } | null;
  /** What to do, in plain text; null: nothing in particular. */
  readonly advice: string | null;
  /** Who asked for it; null: nobody did. */
  readonly person: string | null;
  /** Of the company's record. */
  readonly url: string;
}

export const taskSubject = (
  wording: Wording,
  { kind, companyName, fall }: Pick<TaskToWord, 'kind' | 'companyName' | 'fall'>,
): string =>
  wording.say(`play.subject.${kind}`, {
    company: cutText(companyName ?? ''),
    ...(fall && { to: fall.to, score: fall.score }),
  });

/**
 * A task's notes, as the HTML that HubSpot takes. Whatever comes from the portal is escaped: names, evidence and advice are somebody's
 * text. Give a discreet wording: everybody who sees the company reads its tasks.
 */
export function taskBody(wording: Wording, task: TaskToWord): string {
  const { health, advice, person, url } = task;
  const rows = health.state === 'scored' ? health.receipt : [];
  const items = rows.slice(0, MOST_ROWS).map((row) => {
    const { label, evidence, remedy } = receiptText(wording, row);
    const head = wording.say('play.body.row', { label, points: row.pointsLost });
    return `<li><strong>${escapeHtml(head)}</strong> ${escapeHtml(evidence)} <em>${escapeHtml(remedy)}</em></li>`;
  });
  const more = rows.length - items.length;
  return [
    paragraph(escapeHtml(whatHappened(wording, task))),
    ...(person === null ? [] : [paragraph(escapeHtml(wording.say('play.body.asked', { person })))]),
    ...(items.length === 0 ? [] : [title(wording.say('play.body.why')), `<ul>${items.join('')}</ul>`]),
    ...(more > 0 ? [paragraph(escapeHtml(wording.say('play.body.more', { count: more })))] : []),
    ...(advice === null
      ? []
      : [title(wording.say('play.body.advice')), paragraph(escapeHtml(advice).replaceAll('\n', '<br>'))]),
    paragraph(`<a href="${escapeHtml(url)}">${escapeHtml(wording.say('play.body.link'))}</a>`),
  ].join('');
}

function whatHappened(wording: Wording, { health, fall }: TaskToWord): string {
  if (fall !== null && fall.fromScore !== null)
    return wording.say('play.body.fell', { from: fall.fromScore, score: fall.score });
  return health.state === 'scored'
    ? wording.say('play.body.now', { score: health.score })
    : wording.say('play.body.unknown');
}

const paragraph = (html: string): string => `<p>${html}</p>`;
const title = (text: string): string => paragraph(`<strong>${escapeHtml(text)}</strong>`);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
