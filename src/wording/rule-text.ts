/** What a signal measured, and how that became points, as sentences. */
import type { CurvePlace } from '../scoring/curve.ts';
import { money } from '../scoring/evidence.ts';
import type { PointRule } from '../scoring/point-rule.ts';
import type { RawUnit } from '../scoring/raw-unit.ts';
import { cutText } from './cut-text.ts';
import type { Wording } from './make-wording.ts';

/** As many decimals as people read. */
const rounded = (n: number): number => Math.round(n * 100) / 100;

/** As many as points, and days, are shown with. */
const inTenths = (n: number): number => Math.round(n * 10) / 10;

/** Points as they are shown. */
export const shownPoints = inTenths;

/** A raw value with its unit: "12 days", "35 %", "ratio 0.8". */
export function rawText(wording: Wording, unit: RawUnit, raw: number): string {
  const n = rounded(raw);
  switch (unit.kind) {
    case 'money':
      return wording.say('computation.raw.money', { amount: money(raw, unit.currency) });
    case 'yes_no':
      return wording.say(raw === 1 ? 'computation.raw.yes' : 'computation.raw.no');
    case 'named':
      return `${numberText(wording, n)} ${cutText(unit.unit)}`;
    case 'share':
      return numberText(wording, raw, { style: 'percent', maximumFractionDigits: 1 });
    case 'days':
      return wording.say('computation.raw.days', { n: inTenths(raw) });
    case 'ratio':
      return wording.say('computation.raw.ratio', { n });
    case 'option':
      return wording.say('computation.raw.option', { n });
    default:
      // Of what is counted, or given in points, the signal's evidence says what it is.
      return numberText(wording, n);
  }
}

const numberText = ({ locale }: Pick<Wording, 'locale'>, n: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(locale, options).format(n);

type Say = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** How the points come from the raw value; null: it is unknown and does not count. */
export function ruleText(
  wording: Wording,
  { unit, rule, points }: { readonly unit: RawUnit; readonly rule: PointRule | null; readonly points: number | null },
): string | null {
  if (rule === null || points === null) return null;
  const say: Say = (key, values) => wording.say(`computation.rule.${key}`, values);
  const given = { points: shownPoints(points) };
  if (rule.kind === 'unknown') return say('unknown', given);
  // There are no values in between: each answer has its points.
  if (unit.kind === 'option' || unit.kind === 'yes_no') return say('fixed', given);
  const text = placeText(rule.place, say, (value) => rawText(wording, unit, value));
  return rule.atMost === null ? text : `${text} ${say('silence', { points: shownPoints(rule.atMost) })}`;
}

function placeText(place: CurvePlace, say: Say, raw: (value: number) => string): string {
  if (place.kind !== 'between') {
    const [value, points] = place.knot;
    return say(place.kind, { raw: raw(value), points: shownPoints(points) });
  }
  const [[from, fromPoints], [to, toPoints]] = [place.before, place.after];
  const points = { fromPoints: shownPoints(fromPoints), toPoints: shownPoints(toPoints) };
  return say('between', { from: raw(from), to: raw(to), ...points });
}
