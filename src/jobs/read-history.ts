import { type CompanyId, companyId } from '../ids.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { type AccountFacts, seenBy } from '../scoring/facts.ts';
import { modelAsKept } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { Past } from '../scoring/replay.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { type HistoryLine, historyLines, type Period, recomputedLines, weeksOf } from './company-history.ts';

export interface HistoryAsked extends Period {
  /** Undefined: every company of the portal. */
  readonly companyId?: CompanyId | undefined;
  /** Whether the whole period is computed anew, with the latest cycle's model and what is known since. */
  readonly recompute: boolean;
}

export interface CompanyHistory {
  readonly companyId: CompanyId;
  readonly name: string | null;
  /** Oldest first. */
  readonly lines: readonly HistoryLine[];
}

export interface PortalHistory {
  /** IANA; the days of the lines are its. */
  readonly timeZone: string;
  /** Of the latest cycle: what replays and recomputes. */
  readonly model: { readonly name: string; readonly version: string };
  /** A page of companies at a time, by id: memory does not grow with the portal. */
  readonly pages: AsyncIterable<readonly CompanyHistory[]>;
}

/**
 * The weekly scores of one company, or of each, with the latest cycle's context and model; what a sync has seen since does not
 * count. Undefined where there was no cycle yet.
 * @throws InputError for a period that is none.
 */
export async function readHistory(store: PortalStore, asked: HistoryAsked): Promise<PortalHistory | undefined> {
  const cycle = await store.latestCycle();
  if (cycle === undefined) return undefined;
  const { portal, model: kept } = cycle.context as { readonly portal: PortalContext; readonly model: unknown };
  const { asOf, finishedAt, modelName: name, modelVersion: version } = cycle;
  const model = modelAsKept(kept);
  const calendar = makeCalendar(portal.timeZone);
  const publishedSince = (await store.publishedSince()) ?? null;
  const moments = weeksOf(calendar, asOf, asked);

  async function* pages(): AsyncGenerator<readonly CompanyHistory[]> {
    const accounts = asked.companyId === undefined ? store.accounts() : store.accountsOf([asked.companyId]);
    for await (const page of accounts) {
      const published = await store.publishedOf(page.map((facts) => companyId(facts.companyId)));
      yield page.flatMap((held): CompanyHistory[] => {
        const facts = seenBy(held, finishedAt);
        if (facts === undefined) return [];
        const id = companyId(held.companyId);
        const shown = (published.get(id) ?? []).map(({ asOf: at, ...score }) => ({ at, ...score }));
        const past: Past = { facts, portal, model, calendar, published: shown, publishedSince };
        const lines = asked.recompute ? recomputedLines(past, moments, asOf) : historyLines(past, moments);
        return [{ companyId: id, name: nameOf(facts), lines }];
      });
    }
  }
  return { timeZone: portal.timeZone, model: { name, version }, pages: pages() };
}

function nameOf(facts: AccountFacts): string | null {
  const name = facts.company.at(-1)?.values?.name;
  return typeof name === 'string' ? name : null;
}
