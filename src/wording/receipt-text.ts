import type { Evidence } from '../scoring/evidence.ts';
import { isCustomType } from '../scoring/object-types.ts';
import type { Unknown } from '../scoring/signal.ts';
import { SOURCE_CHANGES } from '../scoring/source-change.ts';
import type { ReceiptEntry } from '../scoring/weigh.ts';
import type { Wording } from './make-wording.ts';

/** A cause of lost points as a sentence: the evidence, or what is missing. */
export function causeText(wording: Wording, signal: string, cause: Evidence | Unknown): string {
  if ('kind' in cause) return missingText(wording, signal, cause);
  return wording.say(`signal.${signal}.evidence.${cause.message}`, cause.values);
}

/** Why a signal is unknown. What the health model must say for it first is a sentence of its own. */
export function missingText({ has, say }: Wording, signal: string, { reason, values }: Unknown): string {
  // None at all are not "too few: 0".
  if (reason === 'too_few' && values?.count === 0) return say('missing.no_data');
  const own = `missing.${reason}.${signal}`;
  return say(has(own) ? own : `missing.${reason}`, values);
}

interface RowText {
  readonly label: string;
  readonly evidence: string;
  readonly remedy: string;
}

/** A receipt row in words. */
export function receiptText(wording: Wording, row: ReceiptEntry): RowText {
  if (row.dimension === null && SOURCE_CHANGES.some((key) => key === row.key)) return sourceChangeText(wording, row);
  const message = 'kind' in row.cause ? null : row.cause.message;
  const cap = wording.has(`cap.${row.key}.label`) ? row.key : 'other';
  const own = row.dimension === null ? `cap.${cap}` : `signal.${row.signal}`;
  const special = message === null ? null : `${own}.remedy.${message}`;
  return {
    label: wording.say(`${own}.label`),
    evidence: causeText(wording, row.signal, row.cause),
    remedy: wording.say(special !== null && wording.has(special) ? special : `${own}.remedy`),
  };
}

/** The sources come as HubSpot names their types. */
function sourceChangeText(wording: Wording, { key, cause }: ReceiptEntry): RowText {
  const values = cause.values ?? {};
  const sources = String(values.sources ?? '').split(',');
  const named = sources.map((source) => wording.say(`source.${isCustomType(source) ? 'custom' : source}`)).join(', ');
  return {
    label: wording.say(`change.${key}.label`),
    evidence: wording.say(`change.${key}.evidence`, { ...values, sources: named }),
    remedy: wording.say(`change.${key}.remedy`),
  };
}
