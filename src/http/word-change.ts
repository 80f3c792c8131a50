import type { ChangedSignal, ChangePart, ScoreChange } from '@account-health/contract';
import { CAUSES } from '../scoring/attribution.ts';
import type { ToldRow } from '../scoring/change-story.ts';
import { changeRowText, changeSentence } from '../wording/change-text.ts';
import type { Wording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import type { ComputedChange } from './compute-changes.ts';
import type { RecordUrl } from './record-url.ts';

const bySize = (a: { points: number }, b: { points: number }) => Math.abs(b.points) - Math.abs(a.points);

/** A computed change in its reader's language. */
export function wordChange(change: ComputedChange, latest: Wording, urlOf: RecordUrl): ScoreChange {
  // Of a signal that both models map, the latest one's words hold.
  const gone = Object.entries(change.mapped).filter(([signal]) => !latest.has(`signal.${signal}.label`));
  const wording = gone.length === 0 ? latest : withMapped(latest, Object.fromEntries(gone));
  const { days, from, to, total, rows } = change;
  const parts = CAUSES.flatMap((cause): ChangePart[] => {
    const signals = rows.filter((row) => row.cause === cause).map((row) => wordRow(row, wording, urlOf));
    const points = signals.reduce((sum, signal) => sum + signal.points, 0);
    const label = wording.say(`attribution.cause.${cause}`);
    return signals.length === 0 ? [] : [{ cause, label, points, signals: signals.toSorted(bySize) }];
  });
  const title = wording.say('card.change_over', { days, points: total });
  return { days, from, to, total, title, sentence: changeSentence(wording, change), parts: parts.toSorted(bySize) };
}

function wordRow(row: ToldRow, wording: Wording, urlOf: RecordUrl): ChangedSignal {
  const { records, moreRecords } = recordsOf(row);
  return {
    signal: row.key,
    ...changeRowText(wording, row),
    points: row.points,
    records: records.map((ref) => ({
      objectType: ref.objectType,
      id: ref.id,
      label: wording.record(ref),
      url: urlOf(ref),
    })),
    moreRecords,
  };
}

const NO_RECORDS = { records: [], moreRecords: 0 };

/** The records behind what is found now; where there are none, behind what had been, such as the invoice that was paid. */
function recordsOf({ story, found, had }: ToldRow) {
  if (story === 'reweighed' || story === 'model' || story === 'moved') return NO_RECORDS;
  const told = [found, had].flatMap((one) => (one === null || 'kind' in one || one.records.length === 0 ? [] : [one]));
  return told[0] ?? NO_RECORDS;
}
