import type { CompanyId } from '../ids.ts';
import { topRisk } from '../publish/desired-values.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { modelAsKept } from '../scoring/model.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import { statusHeld } from '../scoring/override.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import { notScoredText } from '../wording/not-scored-text.ts';
import { scorePortal } from './score-portal.ts';

/** As HubSpot shows it, and `not_customer` where that is blank. The least healthy first. */
export const ACCOUNT_STATUSES = ['unhealthy', 'at_risk', 'healthy', 'unknown', 'not_customer'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** One company in a list of all. */
export interface ListedAccount {
  readonly companyId: CompanyId;
  readonly name: string | null;
  /** 0..100; null: none. */
  readonly score: number | null;
  readonly status: AccountStatus;
  /** In words: what costs it the most points, or why it has no score. Empty where nothing does. */
  readonly reason: string;
}

export interface AccountList {
  /** The moment that it speaks of, ms since 1970 UTC. */
  readonly asOf: number;
  /** IANA. */
  readonly timeZone: string;
  readonly model: { readonly name: string; readonly version: string };
  /** By status, the least healthy first; then by score, name and id. */
  readonly accounts: readonly ListedAccount[];
}

/**
 * Every company as the latest cycle scored it: at its moment, with its context and model. What events changed since is not in it.
 * Undefined where there was no cycle yet. `language`: BCP 47, of the reasons.
 */
export async function listAccounts(store: PortalStore, language: string): Promise<AccountList | undefined> {
  const cycle = await store.latestCycle();
  if (cycle === undefined) return undefined;
  const { portal, model: kept } = cycle.context as { readonly portal: PortalContext; readonly model: unknown };
  const { asOf, modelName: name, modelVersion: version } = cycle;
  const { timeZone } = portal;
  const model = modelAsKept(kept);
  const wording = withMapped(makeWording({ locale: language, timeZone }), mappedTexts(model));
  const accounts: ListedAccount[] = [];
  for await (const page of scorePortal({ store, portal, model, calendar: makeCalendar(timeZone), asOf })) {
    const ids = page.map(({ companyId }) => companyId);
    const overrides = await store.overrides(ids, asOf);
    for (const company of page) {
      const { companyId, health } = company;
      const status = health.state === 'scored' ? health.status : health.state === 'unknown' ? 'unknown' : null;
      const worst = health.state === 'scored' ? health.receipt[0] : undefined;
      accounts.push({
        companyId,
        name: company.name,
        score: health.state === 'scored' ? health.score : null,
        status: statusHeld(status, overrides.get(companyId)) ?? 'not_customer',
        reason:
          health.state !== 'scored' ? notScoredText(wording, health, model) : worst ? topRisk(worst, wording) : '',
      });
    }
  }
  return { asOf, timeZone, model: { name, version }, accounts: accounts.toSorted(byNeed) };
}

const place = ({ status }: ListedAccount): number => ACCOUNT_STATUSES.indexOf(status);

/** The same in every place: names are compared by their characters alone. */
const byNeed = (a: ListedAccount, b: ListedAccount): number =>
  place(a) - place(b) ||
  (a.score ?? 0) - (b.score ?? 0) ||
  compare(a.name ?? '', b.name ?? '') ||
  compare(a.companyId, b.companyId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
