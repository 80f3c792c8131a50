/** The locale that a request names in its query, BCP 47; English where it names none, or more than a locale can be. */
export function localeOf({ query }: { readonly query: { readonly locale?: unknown } }): string {
  const { locale } = query;
  return typeof locale === 'string' && locale !== '' && locale.length <= 35 ? locale : 'en';
}
