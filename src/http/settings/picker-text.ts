/** What somebody typed into a picker, from the query's `text`; empty where there is none. Longer than any name is cut. */
export const pickerText = ({ query }: { readonly query: { readonly text?: unknown } }): string =>
  typeof query.text === 'string' ? query.text.trim().slice(0, 100).replaceAll('\0', '') : '';
