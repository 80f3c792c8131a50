import type { PortalClient } from '../hubspot/portal-client.ts';
import { askedValues } from '../publish/asked-values.ts';
import { propertiesOf } from '../publish/company-properties.ts';
import { desiredValues } from '../publish/desired-values.ts';
import { type WriteOutcome, writeBack } from '../publish/write-back.ts';
import type { Calendar } from '../scoring/calendar.ts';
import type { Model } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { type StatusHistory, statusSince } from '../scoring/status-since.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Wording } from '../wording/make-wording.ts';
import { fullerPages } from './fuller-pages.ts';
import { makeNoteBandEvents } from './note-band-events.ts';
import { publishedScore, type ScoredCompany } from './score-portal.ts';

export interface ScoresToPublish {
  readonly client: PortalClient;
  readonly store: PortalStore;
  /** Pages of companies, each company once. */
  readonly scored: AsyncIterable<readonly ScoredCompany[]>;
  /** The moment they were scored as of, ms since 1970 UTC. */
  readonly asOf: number;
  /** What they were scored with. */
  readonly portal: PortalContext;
  readonly model: Model;
  /** Whether the scores become part of what was published over time. */
  readonly keep: boolean;
  /** Of the portal. */
  readonly calendar: Calendar;
  /** Of the texts written into the portal. */
  readonly wording: Wording;
  /** Properties of ours that the portal has. */
  readonly available: readonly string[];
  readonly clock: () => number;
  /** Sends nothing. */
  readonly dryRun: boolean;
}

/** The store is asked for so many at once, however few records' worth a page of scores is. */
const PAGE_COMPANIES = 200;

const NOTHING_SHOWN: StatusHistory = { published: [], overrides: [] };

/** A dry run does not look up since when a status has held: it changes with the status, which is compared. */
const STATUS_SINCE = 'account_health_status_since';

/**
 * Keeps scores in the published history, and what they did to the companies' bands, and writes them into the portal, a page at a
 * time. What the portal has of ours and the model does not ask for is blanked, never left to grow old. Throws what `writeBack`
 * throws.
 */
export async function publishScores(job: ScoresToPublish): Promise<WriteOutcome> {
  const { client, store, model, asOf, calendar, clock, dryRun } = job;
  const asksSince = model.write.includes('status_since') && !dryRun;
  const available = dryRun ? job.available.filter((name) => name !== STATUS_SINCE) : job.available;
  const asked = new Set(propertiesOf(model).map(({ name }) => name));
  const blank = Object.fromEntries(available.map((name) => [name, '']));

  const noteBandEvents = makeNoteBandEvents({ store, portal: job.portal, model, calendar, asOf });

  async function* desired() {
    for await (const page of fullerPages(job.scored, PAGE_COMPANIES)) {
      if (job.keep) {
        await store.savePublished(page.map((one) => publishedScore(one, asOf, model)));
        await noteBandEvents(page);
      }
      const ids = page.map(({ companyId }) => companyId);
      const overrides = await store.overrides(ids, asOf);
      const histories = asksSince ? await store.statusHistory(ids, asOf) : undefined;
      yield page.map((company) => {
        const { companyId, health, figures } = company;
        const override = overrides.get(companyId);
        const of = desiredValues(company, job.wording, override);
        const status = of.values.account_health_status;
        const since = histories && status ? statusSince(histories.get(companyId) ?? NOTHING_SHOWN, status, asOf) : null;
        const values = askedValues({ health, figures, override, statusSince: since, checkedAt: clock(), calendar });
        const kept = Object.entries(values).filter(([name]) => asked.has(name));
        return { companyId, values: { ...blank, ...of.values, ...Object.fromEntries(kept) } };
      });
    }
  }
  return await writeBack({ client, store, desired: desired(), available, clock, dryRun });
}
