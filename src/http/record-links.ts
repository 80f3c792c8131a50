import type { RecordLink } from '@account-health/contract';
import type { Evidence } from '../scoring/evidence.ts';
import type { Unknown } from '../scoring/signal.ts';
import type { Wording } from '../wording/make-wording.ts';
import type { RecordUrl } from './record-url.ts';

/** The records behind what was found, by what people call them, and how many more there are; none behind what is unknown. */
export function recordLinks(
  found: Evidence | Unknown,
  wording: Pick<Wording, 'record'>,
  urlOf: RecordUrl,
): { readonly records: RecordLink[]; readonly moreRecords: number } {
  if ('kind' in found) return { records: [], moreRecords: 0 };
  const records = found.records.map((ref) => ({
    objectType: ref.objectType,
    id: ref.id,
    label: wording.record(ref),
    url: urlOf(ref),
  }));
  return { records, moreRecords: found.moreRecords };
}
