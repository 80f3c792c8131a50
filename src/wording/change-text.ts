import type { ScoreChange } from '../scoring/attribution.ts';
import type { ToldRow } from '../scoring/change-story.ts';
import type { Wording } from './make-wording.ts';
import { causeText, receiptText } from './receipt-text.ts';

interface RowText {
  readonly label: string;
  readonly evidence: string;
}

/** One row of a change in words. */
export function changeRowText(wording: Wording, row: ToldRow): RowText {
  if (row.story === 'recomputed') {
    return { label: wording.say('attribution.recomputed.label'), evidence: wording.say('attribution.recomputed') };
  }
  return { label: labelOf(wording, row), evidence: evidenceOf(wording, row) };
}

/** The receipt's, for a cap or a hold as well. */
function labelOf(wording: Wording, row: ToldRow): string {
  const cause = row.found ?? row.had;
  if (row.dimension !== null || cause === null) return wording.say(`signal.${row.signal}.label`);
  return receiptText(wording, { ...row, cause, pointsLost: 0 }).label;
}

function evidenceOf(wording: Wording, { story, found, had, ...row }: ToldRow): string {
  if (story === 'bites' && found !== null)
    return receiptText(wording, { ...row, cause: found, pointsLost: 0 }).evidence;
  const now = found && causeText(wording, row.signal, found);
  if (story === 'better' && had !== null && now !== null)
    return wording.say('attribution.better', { before: causeText(wording, row.signal, had), now });
  const isTold = story === 'worse' || story === 'better' || story === 'unknown';
  return isTold && now !== null ? now : wording.say(`attribution.${isTold ? 'reweighed' : story}`);
}

/** As many reasons are told in the sentence. */
const TOLD_REASONS = 2;

interface Reason {
  readonly text: string;
  /** Whole, signed. */
  readonly points: number;
  /** Whether anything was found, and it does not just count otherwise because something else changed. */
  readonly isOwn: boolean;
}

/**
 * The change in one sentence, with what did the most of it: the reasons that go its way, own ones first. What news and time did by one
 * signal counts together; an edit of the model, and sources that came or went, are a reason each.
 */
export function changeSentence(
  wording: Wording,
  { days, total, rows }: Pick<ScoreChange, 'total'> & { readonly days: number; readonly rows: readonly ToldRow[] },
): string {
  const groups = Map.groupBy(rows, (row) =>
    row.cause === 'model' || row.cause === 'sources' ? row.cause : `${row.dimension}/${row.key}`,
  );
  const all = [...groups.values()].map((of) => reasonOf(wording, of));
  const reasons = all
    .filter(({ points }) => (total === 0 ? points !== 0 : points * total > 0))
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || Math.abs(b.points) - Math.abs(a.points))
    .slice(0, TOLD_REASONS);
  const told = reasons.map(({ text, points }) => wording.say('attribution.reason', { text, points })).join(' · ');
  const hold = total === 0 ? holding(rows) : undefined;
  // A score that a cap or a hold keeps where it was did not stay the same for what cost it points besides.
  if (hold !== undefined) return wording.say('attribution.held', { days, label: labelOf(wording, hold) });
  if (total !== 0) return wording.say('attribution.sentence', { days, points: total, reasons: told });
  return reasons.length === 0
    ? wording.say('attribution.unmoved', { days })
    : wording.say('attribution.same', { days, reasons: told });
}

/** The row of a cap or a hold that took up what all else changed: it bites, and takes more or fewer points than before. */
const holding = (rows: readonly ToldRow[]): ToldRow | undefined =>
  rows.find(({ dimension, story, found }) => dimension === null && found !== null && story !== 'lifted');

/** What was found last where that tells the change; else what it is about. */
function reasonOf(wording: Wording, rows: readonly ToldRow[]): Reason {
  const row = rows.at(-1);
  if (row === undefined) throw new Error('A group of rows has one.');
  const points = rows.reduce((sum, one) => sum + one.points, 0);
  if (row.cause === 'model' || row.cause === 'sources')
    return { text: wording.say(`attribution.cause.${row.cause}`), points, isOwn: true };
  const isTold = row.dimension !== null && row.found !== null && (row.story === 'worse' || row.story === 'better');
  const text = isTold ? causeText(wording, row.signal, row.found) : changeRowText(wording, row).label;
  const isOwn = rows.some(({ story }) => story !== 'reweighed' && story !== 'moved');
  return { text: text.replace(/\.$/, ''), points, isOwn };
}
