import type { PageCall } from './watch-pages.ts';

/** What one run asked for, and the object types of the pages that it said it had stored. */
export interface Run {
  readonly asked: PageCall[];
  readonly stored: string[];
}

/**
 * Pages that were answered again although the run they were answered to had gone on beyond them: named by where they
 * begin. A run goes on to the page after only when it has stored the one before.
 */
export function fetchedForNothing(runs: readonly Run[]): readonly string[] {
  const stored = new Map<string, number>();
  const found: string[] = [];
  for (const [number, { asked }] of runs.entries()) {
    for (const page of asked) {
      const name = `${passOf(page)} ${page.answer?.ids[0]}`;
      const before = stored.get(name);
      if (before !== undefined && before < number) found.push(`${name}: stored by run ${before}, asked by ${number}`);
    }
    for (const page of asked) {
      if (!wentBeyond(asked, page)) continue;
      for (const id of page.answer?.ids ?? []) stored.set(`${passOf(page)} ${id}`, number);
    }
  }
  return found;
}

interface InHand {
  /** Pages that were answered before. */
  again: number;
  /** Pages that were asked for, and that the run did not say it had stored. */
  inHand: number;
  /** The most of them at the end of one run. */
  mostInHand: number;
}

/** By object type, over all runs. */
export function pagesAgain(runs: readonly Run[]): Readonly<Record<string, InHand>> {
  const answered = new Set<string>();
  const counts: Record<string, InHand> = {};
  for (const { asked, stored } of runs) {
    for (const [objectType, pages] of Map.groupBy(asked, (page) => page.objectType)) {
      const count = counts[objectType] ?? { again: 0, inHand: 0, mostInHand: 0 };
      counts[objectType] = count;
      const inHand = pages.length - stored.filter((type) => type === objectType).length;
      count.inHand += inHand;
      count.mostInHand = Math.max(count.mostInHand, inHand);
      for (const { pass, way, from, answer } of pages) {
        if (answer === undefined) continue;
        const name = `${objectType} ${pass} ${way} ${answer.ids[0] ?? from}`;
        if (answered.has(name)) count.again += 1;
        answered.add(name);
      }
    }
  }
  return counts;
}

const passOf = ({ objectType, pass }: PageCall) => `${objectType} ${pass}`;

function wentBeyond(asked: readonly PageCall[], { answer, ...page }: PageCall): boolean {
  return (
    answer?.next !== undefined &&
    asked
      .slice(answer.at)
      .some((next) => passOf(next) === passOf(page) && next.way === page.way && next.from === answer.next)
  );
}
