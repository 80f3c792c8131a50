/** What a card or page is told of its reader; `language` is the language of HubSpot's pages, `locale` the one of dates and numbers. */
interface Reader {
  readonly language?: string | undefined;
  readonly locale?: string | undefined;
}

const baseLanguage = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];

/**
 * The one locale for texts, dates and numbers, as a BCP 47 tag that `Intl` takes. The locale where it speaks the page's
 * language ("en-gb" beside "en"), else the language.
 */
export function userLocale({ language, locale }: Reader): string {
  const asked = locale && (!language || baseLanguage(locale) === baseLanguage(language)) ? locale : language;
  try {
    return Intl.getCanonicalLocales((asked ?? '').replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
