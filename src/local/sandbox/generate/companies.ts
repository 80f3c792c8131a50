import type { PortalRecord } from '../portal-data.ts';
import { type AccountStory, healthAt } from './account-story.ts';
import { iso } from './moments.ts';
import { companyName } from './names.ts';
import { ownerId } from './owners.ts';
import type { Random } from './prng.ts';

interface CompanySetting {
  readonly now: number;
  /** Moves the list of names, so that another seed gives other names. */
  readonly nameOffset: number;
  /** Companies that have subsidiaries. */
  readonly parents: readonly string[];
}

export function companyOf(story: AccountStory, random: Random, setting: CompanySetting): PortalRecord {
  const { now, nameOffset, parents } = setting;
  const { name, domain } = companyName(story.index, nameOffset);
  const customerFrom = story.contracts[0]?.startsAt;
  return {
    id: story.companyId,
    properties: {
      name,
      domain,
      type: companyType(story, random),
      industry: story.role === 'empty' ? null : story.industry,
      numberofemployees: story.role === 'empty' ? null : String(story.employees),
      annualrevenue: story.role === 'empty' ? null : String(story.employees * random.whole(60, 220) * 1_000),
      lifecyclestage: lifecycleStage(story, random, now),
      hs_lifecyclestage_customer_date: customerFrom === undefined ? null : iso(customerFrom),
      hubspot_owner_id: ownerId(story.owner),
      hs_csm_sentiment: sentiment(story, random, now),
      createdate: iso(story.createdAt),
      hs_parent_company_id:
        story.role === 'customer' && random.chance(0.05) ? (parents.at(story.index % parents.length) ?? null) : null,
    },
    associations: {},
  };
}

function companyType(story: AccountStory, random: Random): string | null {
  if (story.role === 'partner') return 'PARTNER';
  if (story.role === 'vendor') return 'VENDOR';
  // Few portals fill it in for everybody else.
  return story.role === 'prospect' && random.chance(0.5) ? 'PROSPECT' : null;
}

function lifecycleStage(story: AccountStory, random: Random, now: number): string | null {
  switch (story.role) {
    case 'customer':
    case 'whale':
      return healthAt(story, now) > 0.85 && random.chance(0.3) ? 'evangelist' : 'customer';
    case 'churned':
      // Half of them nobody ever moved.
      return random.chance(0.5) ? 'customer' : 'other';
    case 'empty':
      return random.chance(0.5) ? 'customer' : null;
    case 'prospect':
      return random.pick(['lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity']);
    case 'partner':
    case 'vendor':
      return 'other';
  }
}

/** What the customer's manager thinks of it: set for one customer in three, and a little off. */
function sentiment(story: AccountStory, random: Random, now: number): string | null {
  if (story.role !== 'customer' && story.role !== 'whale') return null;
  if (!random.chance(0.35)) return null;
  const felt = healthAt(story, now) + random.normal(0, 0.1);
  return felt > 0.6 ? SENTIMENTS.good : felt > 0.35 ? SENTIMENTS.neutral : SENTIMENTS.bad;
}

/** HubSpot's values of `hs_csm_sentiment`. */
const SENTIMENTS = { good: 'positive', neutral: 'neutral', bad: 'negative' } as const;
