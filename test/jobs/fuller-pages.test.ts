import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullerPages } from '../../src/jobs/fuller-pages.ts';

async function* given(pages: readonly (readonly number[])[]) {
  yield* pages;
}

it('gives every item once and in order, in pages that are full but for the last, and never empty', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer(), { maxLength: 5 })),
      fc.integer({ min: 1, max: 9 }),
      async (pages, atLeast) => {
        const fuller = await Array.fromAsync(fullerPages(given(pages), atLeast));
        expect(fuller.flat()).toEqual(pages.flat());
        expect(fuller.slice(0, -1).every((page) => page.length >= atLeast)).toBe(true);
        expect(fuller.every((page) => page.length > 0 && page.length < atLeast + 5)).toBe(true);
      },
    ),
  );
});

it('gives a page as soon as it is full, before the next is asked for', async () => {
  const asked: number[] = [];
  async function* endless() {
    for (let page = 0; ; page += 1) {
      asked.push(page);
      yield [page, page];
    }
  }
  const fuller = fullerPages(endless(), 4);
  expect((await fuller.next()).value).toEqual([0, 0, 1, 1]);
  expect(asked).toEqual([0, 1]);
  await fuller.return(undefined);
});
