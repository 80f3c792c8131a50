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

/** By object type, pages that were answered in more than one run, and those that no run is known to have stored. */
export function pagesAgain(runs: readonly Run[]): Readonly<Record<string, { again: number; inHand: number }>> {
  const answered = new Set<string>();
  const counts: Record<string, { again: number; inHand: number }> = {};
  for (const { asked, stored } of runs) {
    for (const page of asked) {
      const count = counts[page.objectType] ?? { again: 0, inHand: 0 };
      counts[page.objectType] = count;
      count.inHand += 1;
      if (page.answer === undefined) continue;
      const name = `${passOf(page)} ${page.way} ${page.answer.ids[0] ?? page.from}`;
      if (answered.has(name)) count.again += 1;
      answered.add(name);
    }
    for (const objectType of stored) {
      const count = counts[objectType];
      if (count !== undefined) count.inHand -= 1;
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
