/** Numbers and days as the reader writes them. */
export interface Formats {
  readonly number: (value: number) => string;
  /** With its sign, but for 0. */
  readonly signed: (value: number) => string;
  /** Of 0..1. */
  readonly percent: (share: number) => string;
  /** Of a calendar day, YYYY-MM-DD. */
  readonly day: (isoDay: string) => string;
  /** Of a moment, ISO 8601, in the portal's time zone. */
  readonly moment: (iso: string) => string;
}

export function makeFormats(locale: string, timeZone: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  /** What is no day or moment, of a server that means something else by it, is left out. */
  const of = (format: Intl.DateTimeFormat, iso: string) => {
    const at = Date.parse(iso);
    return Number.isNaN(at) ? '' : format.format(at);
  };
  return {
    number: (value) => number.format(value),
    signed: (value) => signed.format(value),
    percent: (share) => percent.format(share),
    day: (isoDay) => of(day, `${isoDay}T00:00:00Z`),
    moment: (iso) => of(moment, iso),
  };
}
