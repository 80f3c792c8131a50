import type { ModelChange } from '@account-health/contract/model';
import { diffModels, type Path, type Plain } from '../../../insight/model-diff.ts';
import type { ModelText } from '../../../model-file.ts';
import type { ShownModel } from '../../../portal-model/active-model.ts';
import type { Json } from '../../../portal-model/apply-edit.ts';
import type { Wording } from '../../../wording/make-wording.ts';
import { type PlaceLabels, placeLabels } from './place-labels.ts';

/** What has words of its own among values: `model.value.<name>`. */
export const VALUES = [
  ...['yes', 'no', 'none', 'skip', 'neutral', 'penalise', 'fixed', 'quartiles', 'alarm_budget'],
  ...['status_since', 'revenue_at_risk', 'next_renewal', 'overdue_amount', 'checked_on', 'dimension_scores'],
];
/** The keys at which such a value stands for one of ours, and not for the portal's own. */
const OURS = new Set(['whenUnknown', 'by', 'write']);

type Said = Pick<ModelText, 'content' | 'model'> | Pick<ShownModel, 'content' | 'model'>;

/** What differs between two models, for people; the most telling first. */
export function wordChanges(before: Said, after: Said, wording: Wording): ModelChange[] {
  // With defaults where both can be read, so that what is left out is no change; else both as they are written.
  const both = before.model !== undefined && after.model !== undefined;
  const [one, other] = both ? [plain(before.model), plain(after.model)] : [plain(before.content), plain(after.content)];
  const labels = placeLabels(wording, [other, one]);
  return diffModels(one, other).map((difference) => ({
    path: [...difference.path],
    label: labels.place(difference.path),
    before: valueText(difference.before, difference.path, labels),
    after: valueText(difference.after, difference.path, labels),
  }));
}

const plain = (value: unknown): Json => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/** A value in words; null: there is nothing. */
function valueText(value: Plain | undefined, path: Path, labels: PlaceLabels): string | null {
  if (value === undefined || value === null) return null;
  const { say, locale } = labels.wording;
  const key = String(path.at(-1));
  if (typeof value === 'boolean') return say(value ? 'model.value.yes' : 'model.value.no');
  if (typeof value === 'number')
    return new Intl.NumberFormat(locale, {
      maximumFractionDigits: 6,
      ...(key === 'minimumCoverage' && { style: 'percent' }),
    }).format(value);
  if (typeof value === 'string') {
    if (key === 'signal') return labels.signal(value);
    return OURS.has(key) && VALUES.includes(value) ? say(`model.value.${value}`) : value;
  }
  if (isList(value)) {
    if (value.length === 0) return say('model.value.none');
    // Points along a curve.
    if (key === 'curve' && value.every((knot) => isList(knot)))
      return value
        .map((knot) => (knot as readonly Plain[]).map((one) => valueText(one, [], labels)).join(' → '))
        .join(', ');
    return value.map((item) => valueText(item, typeof item === 'string' ? path : [], labels) ?? '').join(', ');
  }
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return parts
    .map(([name, part]) =>
      say('model.label', { part: labels.field(name), field: valueText(part, [...path, name], labels) ?? '' }),
    )
    .join('; ');
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
