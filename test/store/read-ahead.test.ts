import { describe, expect, it } from 'vitest';
import { readAhead } from '../../src/store/read-ahead.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Eight items, and how each is read; the `failing`th cannot be. Notes what was begun, and what has ended. */
function reads(noted: string[], failing?: number) {
  async function* items() {
    for (let item = 1; item <= 8; item += 1) yield item;
  }
  async function read(item: number): Promise<string> {
    noted.push(`read ${item}`);
    await turn();
    noted.push(`ended ${item}`);
    if (item === failing) throw new Error(`page ${item} cannot be read`);
    return `page ${item}`;
  }
  return readAhead(items(), read);
}

describe('reading ahead', () => {
  it('gives every page in order, though later ones may be read sooner', async () => {
    const waits = [30, 1, 10, 1, 1];
    async function* items() {
      yield* waits.keys();
    }
    const read = async (item: number) => {
      await new Promise((resolve) => setTimeout(resolve, waits[item]));
      return item;
    };
    expect(await Array.fromAsync(readAhead(items(), read))).toEqual([0, 1, 2, 3, 4]);
  });

  it('has four pages under way while the caller works, and never more', async () => {
    const noted: string[] = [];
    const ahead = reads(noted);
    expect(await ahead.next()).toEqual({ value: 'page 1', done: false });
    for (let turns = 0; turns < 5; turns += 1) await turn();
    expect(noted.filter((note) => note.startsWith('read'))).toEqual([1, 2, 3, 4, 5].map((item) => `read ${item}`));
    await ahead.return();
  });

  it('tells of a failure where its page would have been, and not before', async () => {
    const taken: string[] = [];
    const reading = async () => {
      for await (const page of reads([], 3)) {
        await turn();
        taken.push(page);
      }
    };
    await expect(reading()).rejects.toThrow('page 3 cannot be read');
    expect(taken).toEqual(['page 1', 'page 2']);
  });

  it('lets a caller who leaves early go once the pages under way have been read, failed or not', async () => {
    for (const failing of [undefined, 2]) {
      const noted: string[] = [];
      for await (const page of reads(noted, failing)) if (page === 'page 1') break;
      expect(noted.filter((note) => note.startsWith('ended'))).toEqual([1, 2, 3, 4, 5].map((item) => `ended ${item}`));
    }
  });
});
