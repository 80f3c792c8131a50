import { median } from './median.ts';

/**
 * The slope of evenly spaced values, per step: the median over all pairs (Theil and Sen), which a few outliers, however wild, do
 * not move. 0 for fewer than two values.
 */
export function robustSlope(values: readonly number[]): number {
  const slopes: number[] = [];
  values.forEach((to, end) => {
    for (let start = 0; start < end; start += 1) slopes.push((to - (values[start] ?? 0)) / (end - start));
  });
  return median(slopes) ?? 0;
}

/** The most parts that a span is cut into: pairs grow with the square. */
const MOST_PARTS = 24;

/**
 * How amounts have developed over a span of days that ends now. The span is cut into equal parts of at least `partDays`; null for
 * fewer than three, or no amounts. A tenth of the average a year is still constant.
 */
export function trendOver(
  amounts: readonly { readonly daysAgo: number; readonly amount: number }[],
  spanDays: number,
  partDays: number,
): 'rising' | 'constant' | 'falling' | null {
  const count = Math.min(MOST_PARTS, Math.floor(spanDays / partDays));
  if (count < 3 || amounts.length === 0) return null;
  const parts = Array.from({ length: count }, () => 0);
  for (const { daysAgo, amount } of amounts) {
    const part = count - 1 - Math.min(count - 1, Math.floor((daysAgo * count) / spanDays));
    parts[part] = (parts[part] ?? 0) + amount;
  }
  const average = parts.reduce((sum, part) => sum + part / count, 0);
  const yearly = (robustSlope(parts) * 365 * count) / spanDays;
  if (Math.abs(yearly) <= average / 10) return 'constant';
  return yearly > 0 ? 'rising' : 'falling';
}
