import { describe, expect, it } from 'vitest';
import { PLANNING_WORDS } from '../../src/scoring/planning-words.ts';
import { makeWordMatch } from '../../src/scoring/word-match.ts';

describe('a word is found', () => {
  it.each([
    ['whatever its case', 'expansion', 'EXPANSION plans'],
    ['beside punctuation', 'expansion', 'Q3: “expansion”, maybe'],
    ['after an elision', 'espansione', 'parliamo dell’espansione'],
    ['across line breaks, hyphens and spaces', 'roll out', 'We will roll-\n  out soon'],
    ['with its accents or without', 'licențe suplimentare', 'vrem LICENTE suplimentare'],
    ['where the text has accents and the word has not', 'piu licenze', 'vogliamo più licenze'],
    ['in composed and decomposed letters', 'più licenze', 'pi\u0075\u0300 licenze'],
    ['with a Turkish capital İ', 'genişletme', 'GENİŞLETME'],
    ['with a Turkish dotless ı', 'yol haritası', 'YOL HARITASI'],
    ['in Korean', '확장', '내년 확장 계획'],
    ['with any ending, where the word says so', '확장*', '사업을 확장하려고 합니다'],
    ['with any ending of its last word only', 'büyüme plan*', 'büyüme planımız var'],
    ['with digits', 'plan 2', 'our plan 2!'],
  ])('%s', (_, phrase, text) => {
    expect(makeWordMatch([phrase])(text)).toBe(phrase);
  });
});

describe('a word is not found', () => {
  it.each([
    ['inside another', 'expand', 'expandable'],
    ['at the end of another', 'upgrade', 'unupgrade'],
    ['at the end of another, though it is open', '확장*', '재확장'],
    ['in Korean with a particle, where the word is closed', '확장', '확장을'],
    ['where a phrase is broken up', 'more seats', 'more comfortable seats'],
    ['in nothing', 'expand', ''],
    ['where it is nothing itself', ' * ', 'anything'],
    ['as a pattern', 'a.c', 'abc'],
  ])('%s', (_, phrase, text) => {
    expect(makeWordMatch([phrase])(text)).toBeNull();
  });
});

it('names the first of the list that is there', () => {
  expect(makeWordMatch(['upsell', 'expand', 'roadmap'])('the roadmap, to expand')).toBe('expand');
});

it('speaks the five languages', () => {
  const find = makeWordMatch(PLANNING_WORDS);
  for (const text of [
    'They need 20 more seats by May',
    'Parlano di una nuova sede a Milano',
    'Ekibi büyütüyorlar, ek lisanslar istediler',
    '2공장 증설을 검토 중',
    'Discutăm extinderea contractului',
  ])
    expect([text, find(text)]).toEqual([text, expect.any(String)]);
  for (const text of [
    'They cancelled the seats',
    'Fattura di maggio',
    'Toplantı notları',
    '계약 해지 문의',
    'Factura din mai',
  ])
    expect([text, find(text)]).toEqual([text, null]);
});
