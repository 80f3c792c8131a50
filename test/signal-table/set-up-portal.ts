/**
 * A generated portal as one that has set up what has no default: the company properties that the model's examples map, usage
 * posted by the product, and pulses given in the app. All of it follows from the hidden health of each company.
 */
import { companyId } from '../../src/ids.ts';
import { type AccountStory, healthAt } from '../../src/local/sandbox/generate/account-story.ts';
import { generatePortalWithStories } from '../../src/local/sandbox/generate/generate-portal.ts';
import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import { curveOf, isOfRecords } from '../../src/scoring/mapped-signal.ts';
import type { Model, ModelSignal } from '../../src/scoring/model.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { UsageRow } from '../../src/store/usage-rows.ts';
import { entriesOf } from '../scoring/every-signal.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
/** Large enough for every signal to have something to tell of some company. */
const { data, stories } = generatePortalWithStories({ seed: 3, companies: 200, now: NOW, whaleRecords: 800 });
const TYPE_OF = { number: 'number', date: 'date', enumeration: 'enumeration', boolean: 'bool' } as const;
/** Curves over a shorter range are of shares and ratios: two decimals tell them. */
const WHOLE_FROM_RANGE = 4;

type Mapping = NonNullable<ModelSignal['mapped']>;

/** What HubSpot holds for an account of this health, 0 (worst) to 1: as far along the curve. */
function valueAt(health: number, mapped: Mapping, entry: ModelSignal): string {
  if (mapped.kind === 'boolean') return String(health > 0.5);
  if (mapped.kind === 'enumeration') {
    const worstFirst = Object.entries(mapped.points ?? {}).toSorted(([, a], [, b]) => a - b);
    return worstFirst[Math.min(worstFirst.length - 1, Math.floor(health * worstFirst.length))]?.[0] ?? '';
  }
  const [worst = [0, 0], best = worst] = [curveOf(entry).at(0), curveOf(entry).at(-1)].toSorted(
    (a, b) => (a?.[1] ?? 0) - (b?.[1] ?? 0),
  );
  const raw = worst[0] + (best[0] - worst[0]) * health;
  if (mapped.kind === 'date') return new Date(NOW - Math.round(raw) * DAY_MS).toISOString().slice(0, 10);
  return Math.abs(best[0] - worst[0]) < WHOLE_FROM_RANGE ? raw.toFixed(2) : String(Math.round(raw));
}

/** Customers, the one that fares worst first. */
const customers = stories
  .filter(({ contracts, churnedAt }) => contracts.length > 0 && churnedAt === null)
  .toSorted((a, b) => healthAt(a, NOW) - healthAt(b, NOW) || (a.companyId < b.companyId ? -1 : 1));

/** The portal's content with a value of every property that the model maps for every company, and a deal that was referred. */
export function dataFor(model: Model): PortalData {
  const mapped = [...entriesOf(model).values()].flatMap((entry) =>
    entry.mapped && !isOfRecords(entry.mapped.kind) ? [{ ...entry.mapped, kind: entry.mapped.kind, entry }] : [],
  );
  return {
    ...data,
    extraProperties: {
      ...data.extraProperties,
      companies: mapped.map(({ property, kind, points }) => ({
        name: property,
        type: TYPE_OF[kind],
        ...(points && { options: Object.keys(points) }),
      })),
    },
    objects: {
      ...data.objects,
      companies: (data.objects.companies ?? []).map((company, index) => {
        const story = stories[index];
        const health = story === undefined ? 0 : healthAt(story, NOW);
        const values = mapped.map(({ entry, ...of }) => [of.property, valueAt(health, of, entry)] as const);
        return { ...company, properties: { ...company.properties, ...Object.fromEntries(values) } };
      }),
      deals: withReferral(data.objects.deals ?? []),
    },
  };
}

/** The latest new business came through the customer that fares best: HubSpot shows it as a company besides the deal's own. */
function withReferral(deals: readonly PortalRecord[]): readonly PortalRecord[] {
  const by = customers.at(-1)?.companyId ?? '';
  const [referred] = deals
    .filter(
      ({ properties, associations }) => properties.dealtype === 'newbusiness' && !associations.companies?.includes(by),
    )
    .toSorted((a, b) => ((a.properties.createdate ?? '') > (b.properties.createdate ?? '') ? -1 : 1));
  return deals.map((deal) =>
    deal === referred
      ? { ...deal, associations: { ...deal.associations, companies: [...(deal.associations.companies ?? []), by] } }
      : deal,
  );
}

const USAGE_DAYS = 112;
/** On a working day, at full health. */
const LOGINS_A_DAY = 12;

/** Logins on working days; at poor health on few of them. */
function usageOf(story: AccountStory): UsageRow[] {
  return Array.from({ length: USAGE_DAYS }, (_, daysAgo) => NOW - (daysAgo + 1) * DAY_MS).flatMap((at) => {
    const value = Math.round(LOGINS_A_DAY * healthAt(story, at));
    const isWeekend = new Date(at).getUTCDay() % 6 === 0;
    return isWeekend || value === 0
      ? []
      : [{ companyId: companyId(story.companyId), metric: 'logins', key: String(at), at, value }];
  });
}

const PULSE_DAYS = 60;

/** Tells the store what HubSpot does not hold: usage, and pulses of the best and the worst customer without a sentiment in HubSpot. */
export async function tellBesides(store: PortalStore): Promise<void> {
  await store.saveUsage(customers.flatMap(usageOf), NOW);

  const unsaid = new Set(
    (data.objects.companies ?? []).flatMap(({ id, properties }) => (properties.hs_csm_sentiment ? [] : [id])),
  );
  const asked = customers.filter((story) => unsaid.has(story.companyId));
  const given = [
    { story: asked.at(0), value: 'negative', reason: 'Their new manager compares offers.' },
    { story: asked.at(-1), value: 'positive', reason: 'They would sign again today.' },
  ] as const;
  for (const { story, ...said } of given) {
    if (story === undefined) continue;
    await store.addJudgement({
      ...said,
      kind: 'pulse',
      companyId: companyId(story.companyId),
      at: NOW - DAY_MS,
      expiresAt: NOW + PULSE_DAYS * DAY_MS,
      userId: '1',
      userEmail: null,
    });
  }
}
