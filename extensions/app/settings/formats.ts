/** Numbers, days and moments as a reader writes them, in the portal's time zone. */
export interface Formats {
  number(value: number): string;
  /** @param share 0..1 */
  percent(share: number): string;
  /** A moment's day and time. @param iso ISO 8601 */
  moment(iso: string): string;
  /** @param iso ISO 8601, or YYYY-MM-DD, which is a day of the portal already */
  day(iso: string): string;
  /** A full hour of the day. @param hour 0..23 */
  hour(hour: number): string;
  /** Minutes, or seconds where it is less than one. */
  duration(seconds: number): string;
}

/** @param locale BCP 47; @param timeZone IANA; one that this runtime does not know reads as UTC */
export function makeFormats(locale: string, timeZone: string): Formats {
  const zone = knownZone(timeZone);
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone });
  const plainDays = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const hours = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    moment: (iso) => written(moments, iso),
    day: (iso) => written(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? plainDays : days, iso),
    hour: (hour) => hours.format(Date.UTC(2000, 0, 1, hour)),
    duration: (seconds) => {
      const [value, unit] = seconds < 60 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
    },
  };
}

/** What is no date is nothing to stop the page for. */
function written(format: Intl.DateTimeFormat, iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? '–' : format.format(at);
}

function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
