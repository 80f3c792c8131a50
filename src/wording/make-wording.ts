import { IntlMessageFormat } from 'intl-messageformat';
import type { EvidenceValue, RecordRef } from '../scoring/evidence.ts';
import { isCustomType } from '../scoring/object-types.ts';

import { cutText } from './cut-text.ts';
import { en } from './en.ts';
import { it } from './it.ts';
import { ko } from './ko.ts';
import { ro } from './ro.ts';
import { tr } from './tr.ts';

/** Catalogues by language. Every one has the keys of `en`: the compiler holds them to it. */
export const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, it, ko, ro, tr };

/** Units that a duration is told in, with their length in ms; the first that it fills. */
const DURATIONS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
] as const;

export type MessageValues = Readonly<Record<string, EvidenceValue>>;

/** Sentences for people, in one language. */
export interface Wording {
  /** The BCP 47 locale that numbers, dates and sentences follow. */
  readonly locale: string;
  /** The sentence of a key. @throws Error for a key that no catalogue has: a defect of ours. */
  say(key: string, values?: MessageValues): string;
  /** Whether there is a sentence for the key. */
  has(key: string): boolean;
  /** The text of a key as the catalogue has it, for whoever puts the values in. @throws Error for a key that no catalogue has. */
  raw(key: string): string;
  /** What people call a record. */
  record(ref: RecordRef): string;
}

/** The catalogue's language for a locale: the locale's own where there is one, else English. */
export function languageOf(locale: string): string {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? 'en';
  return Object.hasOwn(CATALOGUES, language) ? language : 'en';
}

/** A locale that Intl knows, with the region kept (en-GB writes dates otherwise than en-US). */
function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

export interface WordingOptions {
  readonly locale: string;
  readonly timeZone: string;
  /** For somebody who may not see amounts of money and subjects of emails: the sentences say that they are hidden. Default: false. */
  readonly discreet?: boolean;
}

/** Makes the wording of one locale. An unknown locale or language reads in English. */
export function makeWording({ locale, timeZone, discreet = false }: WordingOptions): Wording {
  const language = languageOf(locale);
  const asked = knownLocale(locale);
  const formats = asked.split('-')[0] === language ? asked : language;
  const catalogue: Readonly<Record<string, string>> = CATALOGUES[language] ?? en;
  const parsed = new Map<string, IntlMessageFormat>();
  // Korean's medium date ends with a stop, which would stand inside the sentence.
  const dateStyle = language === 'ko' ? 'long' : 'medium';
  const day = new Intl.DateTimeFormat(formats, { timeZone, dateStyle });
  const percent = new Intl.NumberFormat(formats, { style: 'percent', maximumFractionDigits: 0 });
  const money = (amount: number, currency: string): string => {
    try {
      return new Intl.NumberFormat(formats, { style: 'currency', currency }).format(amount);
    } catch {
      // A currency code that Intl refuses (portals may hold anything): the number, then the code as it stands.
      return `${new Intl.NumberFormat(formats).format(amount)} ${currency}`.trimEnd();
    }
  };
  const duration = (ms: number): string => {
    const [unit, unitMs] = DURATIONS.find(([, length]) => ms >= length) ?? (['minute', 60_000] as const);
    const maximumFractionDigits = ms < 10 * unitMs ? 1 : 0;
    return new Intl.NumberFormat(formats, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits }).format(
      ms / unitMs,
    );
  };

  const shown = (value: EvidenceValue, isEvidence: boolean): string | number => {
    // A record without a name, or a loss without a reason: the sentence keeps its shape.
    if (value === '') return '–';
    // Evidence speaks in the portal's own words; lists of ours are told whole.
    if (typeof value === 'string') return isEvidence ? cutText(value) : value;
    if (typeof value !== 'object') return value;
    // The one place where amounts and subjects become text, and so the one where they are kept back.
    if (value.kind === 'money') return discreet ? say('hidden.amount') : money(value.amount, value.currency);
    if (value.kind === 'subject') return discreet ? say('hidden.subject') : shown(value.text, isEvidence);
    if (value.kind === 'duration') return duration(value.ms);
    return value.kind === 'day' ? day.format(value.at) : percent.format(value.share);
  };
  const has = (key: string): boolean => Object.hasOwn(catalogue, key);
  const raw = (key: string): string => {
    const message = has(key) ? catalogue[key] : undefined;
    if (message === undefined) throw new Error(`There is no sentence for "${key}".`);
    return message;
  };
  const say = (key: string, values: MessageValues = {}): string => {
    const format = parsed.get(key) ?? new IntlMessageFormat(raw(key), formats, undefined, { ignoreTag: true });
    parsed.set(key, format);
    const isEvidence = key.includes('.evidence.');
    return String(
      format.format(
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value, isEvidence)])),
      ),
    );
  };
  return {
    locale: formats,
    say,
    has,
    raw,
    record: ({ objectType, name, at }) => {
      // An email goes by its subject.
      const told = discreet && objectType === 'emails' ? '' : cutText(name ?? '');
      const values = { name: told, day: { kind: 'day', at } } as const;
      if (objectType === 'invoices') return say(name ? 'record.invoices' : 'record.invoices.nameless', values);
      return values.name || say(`record.${isCustomType(objectType) ? 'custom' : objectType}`, values);
    },
  };
}
