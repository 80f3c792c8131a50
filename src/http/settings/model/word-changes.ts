import type { ModelChange } from '@account-health/contract/model';
import { diffModels, type Path, type Plain } from '../../../insight/model-diff.ts';
import type { ModelText } from '../../../model-file.ts';
import type { ShownModel } from '../../../portal-model/active-model.ts';
import type { Json } from '../../../portal-model/apply-edit.ts';
import type { Wording } from '../../../wording/make-wording.ts';
import { isSetting, type PlaceLabels, placeLabels } from './place-labels.ts';
import { standardSetting } from './setting-labels.ts';

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
    label: labels.place(difference.path, (difference.after ?? difference.before) as Json | undefined),
    before: sideText(difference.before, difference.path, labels),
    after: sideText(difference.after, difference.path, labels),
  }));
}

const plain = (value: unknown): Json => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/**
 * What stood there, or stands there now. What a segment leaves out is as everybody has it, but for who is in it, a limit of its own, and
 * what is said of a source of its own. A signal's setting that is left out is as usual.
 */
function sideText(value: Plain | undefined, path: Path, labels: PlaceLabels): string | null {
  const [root, segment, part] = path;
  const isDifference = root === 'segments' && segment !== undefined && part !== undefined && part !== 'when';
  const isPart = typeof path.at(-1) === 'number' || path.slice(0, -1).includes('mapped');
  if (value === undefined && isDifference && !isPart) return labels.wording.say('model.value.everybody');
  const standard = value === undefined && root === 'dimensions' && isSetting(path) ? standardAt(path) : undefined;
  if (standard !== undefined)
    return labels.wording.say('model.value.standard', { value: valueText(standard, path, labels) ?? '' });
  return valueText(value, path, labels);
}

const standardAt = (path: Path): Plain | undefined => standardSetting(String(path.at(-3)), String(path.at(-1)));

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
    if (key === 'caps' && value.every((item) => isCap(item)))
      return value.map((item) => capText(item as Cap, labels)).join('; ');
    return value.map((item) => valueText(item, typeof item === 'string' ? path : [], labels) ?? '').join(', ');
  }
  if (path.at(-2) === 'caps' && isCap(value)) return capText(value, labels);
  const isSegment = path[0] === 'segments' && path.length === 2;
  return Object.entries(value)
    .flatMap(([name, part]) => {
      // By its name it is called already.
      if (isSegment && name === 'name') return [];
      const text = inBrackets(part, valueText(part, [...path, name], labels));
      // Settings of which none is given, say.
      return text === null || text === ''
        ? []
        : [say('model.label', { part: labels.field([...path, name]), field: text })];
    })
    .join('; ');
}

/** Of things within things one sees where each ends. */
const inBrackets = (value: Plain | undefined, text: string | null): string | null =>
  text?.includes('; ') && typeof value === 'object' && value !== null && !isList(value) ? `(${text})` : text;

type Cap = { readonly signal: string; readonly from: number; readonly scoreAtMost: number };
const isCap = (value: Plain): value is Cap =>
  typeof value === 'object' && value !== null && ['signal', 'from', 'scoreAtMost'].every((name) => name in value);

/** A limit in one sentence: what it is for, not what it is made of. */
function capText({ signal, from, scoreAtMost }: Cap, labels: PlaceLabels): string {
  const number = (value: Plain) => valueText(value, [], labels) ?? '';
  return labels.wording.say('model.value.cap', {
    signal: labels.signal(String(signal)),
    from: number(from),
    most: number(scoreAtMost),
  });
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
