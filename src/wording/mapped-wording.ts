import type { Wording } from './make-wording.ts';

/** A text by language; English is always there. */
export type Texts = Readonly<Record<string, string>>;

/** What a model calls its mapped signals, by signal; a remedy of its own is optional. */
export type MappedTexts = Readonly<Record<string, { readonly label: Texts; readonly remedy?: Texts | undefined }>>;

const OF_SIGNAL = /^signal\.([a-z0-9_]+)\.(.+)$/;

/** The wording with sentences for the signals that a model maps: they are asked for as those of any other signal. */
export function withMapped(wording: Wording, mapped: MappedTexts): Wording {
  const language = wording.locale.split('-')[0] ?? 'en';
  const inLanguage = (texts: Texts): string => texts[language] ?? texts.en ?? '';
  /** The signal's texts, and what is asked of it. */
  const find = (key: string) => {
    const [, signal = '', part = ''] = OF_SIGNAL.exec(key) ?? [];
    const texts = Object.hasOwn(mapped, signal) ? mapped[signal] : undefined;
    return texts === undefined ? undefined : { texts, part };
  };
  return {
    ...wording,
    has(key) {
      const found = find(key);
      if (found === undefined) return wording.has(key);
      return found.part === 'label' || wording.has(`mapped.${found.part}`);
    },
    say(key, values = {}) {
      const found = find(key);
      if (found === undefined) return wording.say(key, values);
      const name = inLanguage(found.texts.label);
      if (found.part === 'label') return name;
      if (found.part === 'remedy' && found.texts.remedy !== undefined) return inLanguage(found.texts.remedy);
      return wording.say(`mapped.${found.part}`, { ...values, name });
    },
  };
}
