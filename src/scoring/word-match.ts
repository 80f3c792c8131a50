import { once } from './once.ts';

/** Of the plainest letters alone, for which nothing below matters. */
const IS_ASCII = /^\p{ASCII}*$/u;

/** A text's words, each between single spaces: lower case, without accents, the Turkish dotless ı as i, whatever the alphabet. */
function wordsOf(text: string): string {
  if (IS_ASCII.test(text)) return ` ${(text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ')} `;
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').normalize('NFC');
  return ` ${(plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

/**
 * Finds the first of a list of words and phrases that a text has: whole words, whatever the case, the accents and what stands
 * between. A `*` at the end of a phrase stands for any ending, for languages that inflect.
 */
export const makeWordMatch: (phrases: readonly string[]) => (text: string) => string | null = once((phrases) => {
  const sought = phrases
    .map((phrase) => ({ phrase, words: wordsOf(phrase), open: phrase.trimEnd().endsWith('*') }))
    .filter(({ words }) => words.trim() !== '')
    .map(({ phrase, words, open }) => ({ phrase, words: open ? words.trimEnd() : words }));
  return (text) => {
    const read = wordsOf(text);
    return sought.find(({ words }) => read.includes(words))?.phrase ?? null;
  };
});
