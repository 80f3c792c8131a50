import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/wording/en.ts';
import { CATALOGUES } from '../../src/wording/make-wording.ts';

type Elements = ReturnType<IntlMessageFormat['getAst']>;
type Element = Elements[number];
type Plural = Extract<Element, { type: 6 }>;

/** What a placeholder takes: text is whatever is neither counted nor chosen by, such as a name, a day or an amount. */
const KINDS: Readonly<Record<number, 'text' | 'number' | 'select'>> = {
  1: 'text',
  2: 'number',
  5: 'select',
  6: 'number',
};
const ENGLISH: Readonly<Record<string, string>> = en;
const TRANSLATIONS = Object.entries(CATALOGUES).filter(([language]) => language !== 'en');

/**
 * Forms of a noun after a number. Of Unicode's categories, Turkish "one" has no form of its own after a number, and Italian
 * "many" begins at a million and reads as "other" does.
 */
const PLURAL_FORMS: Readonly<Record<string, readonly string[]>> = {
  en: ['one', 'other'],
  it: ['one', 'other'],
  ko: ['other'],
  ro: ['few', 'one', 'other'],
  tr: ['other'],
};

const ABBREVIATIONS = ['signal.nps.label', 'signal.csat.label', 'signal.ces.label'];

/**
 * Messages that read as in English on purpose: the language has the same word. A message that its writer could not translate
 * stands here too, in English, until somebody does.
 */
const AS_IN_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  it: [...ABBREVIATIONS, 'mapped.evidence.no', 'model.value.no', 'model.word.reason_partner'],
  ko: ABBREVIATIONS,
  ro: ABBREVIATIONS,
  tr: ABBREVIATIONS,
};

const parse = (message: string): Elements =>
  new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();

/** The elements of a message, those inside its plurals and selects included, with what stands before and after each. */
function all(
  elements: Elements,
): readonly { element: Element; before: Element | undefined; after: Element | undefined }[] {
  return elements.flatMap((element, index) => [
    { element, before: elements[index - 1], after: elements[index + 1] },
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => all(value)) : []),
  ]);
}

/** What a message asks for, each once: "days number". */
const asked = (message: string): readonly string[] =>
  [
    ...new Set(
      all(parse(message)).flatMap(({ element }) => {
        const kind = KINDS[element.type];
        if (kind === undefined || !('value' in element)) return [];
        const options = kind === 'select' && 'options' in element ? Object.keys(element.options).toSorted() : [];
        return [[element.value, kind, ...options].join(' ')];
      }),
    ),
  ].toSorted();

const plurals = (message: string): readonly Plural[] =>
  all(parse(message)).flatMap(({ element }) => (element.type === 6 ? [element] : []));

const literal = (element: Element | undefined): string => (element?.type === 0 ? element.value : '');

/** The text next to a placeholder, for each placeholder of a message. */
const around = (message: string) =>
  all(parse(message)).flatMap(({ element, before, after }) =>
    KINDS[element.type] === undefined ? [] : [{ type: element.type, before: literal(before), after: literal(after) }],
  );

/** Keys of the messages for which something holds. */
const keysWhere = (catalogue: Readonly<Record<string, string>>, holds: (message: string) => boolean) =>
  Object.entries(catalogue).flatMap(([key, message]) => (holds(message) ? [key] : []));

describe.each(TRANSLATIONS)('%s', (language, catalogue) => {
  test('has every message of the English catalogue, and no other', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test('asks for the same values as English does, counts as counts', () => {
    const asks = (messages: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.keys(en).map((key) => [key, asked(messages[key] ?? '')]));
    expect(asks(catalogue)).toEqual(asks(ENGLISH));
  });

  test('says nothing in English but what is meant so', () => {
    const hasWords = (message: string) =>
      all(parse(message)).some(({ element }) => element.type === 0 && /\p{L}/u.test(element.value));
    const same = Object.keys(en).filter((key) => catalogue[key] === ENGLISH[key] && hasWords(catalogue[key] ?? ''));
    expect(same.toSorted()).toEqual([...(AS_IN_ENGLISH[language] ?? [])].toSorted());
  });
});

describe.each(Object.entries(CATALOGUES))('%s, as English,', (language, catalogue) => {
  test('has the plural forms of its language, and no other', () => {
    const forms = (plural: Plural) =>
      Object.keys(plural.options)
        .filter((form) => !form.startsWith('='))
        .toSorted();
    const wrong = (message: string) =>
      plurals(message).some((plural) => `${forms(plural)}` !== `${PLURAL_FORMS[language]}`);
    expect(keysWhere(catalogue, wrong)).toEqual([]);
  });

  test('makes a sentence of any count', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
      const names = asked(message).map((name) => name.split(' '));
      for (const count of [0, 1, 2, 2.5, 19, 20, 21, 101, 1_000_000]) {
        const values = names.map(([name, kind, option]) => [
          name,
          kind === 'number' ? count : kind === 'select' ? option : 'Ω',
        ]);
        const text = String(format.format(Object.fromEntries(values)));
        expect(text.trim(), key).not.toBe('');
        expect(text, key).not.toMatch(/[{}#]|undefined|NaN/);
      }
    }
  });

  test('is typeset: no straight quotes, which the message format would also take for its own', () => {
    expect(keysWhere(catalogue, (message) => /['"]|\s{2}|^\s|\s$/.test(message))).toEqual([]);
  });
});

describe('a value may be any word, so that no form may hang on its sounds:', () => {
  const catalogue = (language: string) => CATALOGUES[language] ?? {};

  test('no Turkish suffix', () => {
    const suffixed = (message: string) => around(message).some(({ after }) => /^[’']?\p{L}/u.test(after));
    expect(keysWhere(catalogue('tr'), suffixed)).toEqual([]);
  });

  test('no Korean particle that depends on the last sound', () => {
    const particle = /^”?(?:[은는이가을를와과]|으?로)(?!\p{L}{2})/u;
    const hung = (message: string) => around(message).some(({ type, after }) => type === 1 && particle.test(after));
    expect(keysWhere(catalogue('ko'), hung)).toEqual([]);
  });

  test('no Italian article that depends on it, as before the 8th and the 11th of a month', () => {
    const bound = (message: string) =>
      around(message).some(
        ({ type, before }) => /’$/.test(before) || (type === 1 && /\b(?:il|[dn]el|[ds]?[au]l) $/i.test(before)),
      );
    expect(keysWhere(catalogue('it'), bound)).toEqual([]);
  });
});
