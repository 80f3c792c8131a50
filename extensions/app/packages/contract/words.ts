/**
 * Words that an extension shows of its own accord, in the reader's language, as the server sends them: short texts by name, with
 * `{name}` where the extension puts a name, or a number or day that it has written in the reader's locale.
 */
export type Words<Name extends string> = Readonly<Record<Name, string>>;

/** Puts values in their places; a place without a value stays as it is, so that it is seen. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
