/**
 * JSON text that a `jsonb` column takes. PostgreSQL refuses the NUL character and lone surrogates (half an emoji, where
 * text was cut), and one such value would stop a whole portal's sync: NULs are dropped, lone surrogates become U+FFFD.
 */
export function toStoredJson(value: unknown): string {
  const text = JSON.stringify(value);
  return REFUSED.test(text)
    ? JSON.stringify(value, (_key, item) => (typeof item === 'string' ? clean(item) : item))
    : text;
}

/** Where they may be: `JSON.stringify` escapes NUL as `\u0000`, and escapes only those surrogates that stand alone. */
const REFUSED = /\\u(?:0000|d[89a-f])/;

const clean = (text: string) => text.replaceAll('\u0000', '').toWellFormed();
