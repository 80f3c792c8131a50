import { OWNERS } from './owners.ts';
import type { Random } from './prng.ts';
import type { Role } from './roles.ts';

/** An account's lasting traits: its size and its habits. */
export interface AccountShape {
  readonly segment: 'small' | 'medium' | 'large';
  readonly employees: number;
  /** HubSpot's value of `industry`. */
  readonly industry: string;
  /** First year's contract, in `currency`. */
  readonly annualValue: number;
  readonly currency: string;
  readonly contacts: number;
  /** On average, at full health. */
  readonly threadsPerMonth: number;
  /** On average, at middling health. */
  readonly ticketsPerMonth: number;
  /** Months between two invoices. */
  readonly billingMonths: 1 | 3;
  /** By card: issued, due and paid at once. Else 30 days, paid `paysAfterDueDays` after the due date when all is well. */
  readonly paysByCard: boolean;
  /** Days; negative is early. */
  readonly paysAfterDueDays: number;
  /** Index into OWNERS; null: nobody owns it. */
  readonly owner: number | null;
  /** How much goes on that people log (meetings, calls, notes), as a multiple of a small account's. */
  readonly liveliness: number;
  /** Whether its owner logs calls. */
  readonly logsCalls: boolean;
  /** HubSpot's name of the channel on which the account is texted with; null: none. */
  readonly texting: 'SMS' | 'WHATS_APP' | 'LINKEDIN_MESSAGE' | null;
  /** Whether it is asked, by surveys, what it thinks of us. */
  readonly surveyed: boolean;
  /** Whether its contract runs as a subscription in HubSpot. */
  readonly subscribes: boolean;
}

/** What the portal's own books are kept in. */
export const HOME_CURRENCY = 'EUR';

const INDUSTRIES = (
  'COMPUTER_SOFTWARE LOGISTICS_AND_SUPPLY_CHAIN MACHINERY RETAIL FOOD_PRODUCTION HOSPITALITY ' +
  'FINANCIAL_SERVICES CONSTRUCTION EDUCATION_MANAGEMENT MEDIA_PRODUCTION RENEWABLES_ENVIRONMENT INSURANCE'
).split(' ');

type Range = readonly [low: number, high: number];

interface Size {
  readonly employees: Range;
  readonly value: Range;
  readonly contacts: Range;
  readonly threads: number;
  readonly tickets: number;
  readonly liveliness: number;
}

const SEGMENTS: Readonly<Record<AccountShape['segment'], Size>> = {
  small: { employees: [4, 50], value: [2_400, 12_000], contacts: [1, 5], threads: 0.5, tickets: 0.15, liveliness: 1 },
  medium: {
    employees: [51, 500],
    value: [12_000, 60_000],
    contacts: [3, 9],
    threads: 0.9,
    tickets: 0.35,
    liveliness: 2,
  },
  large: {
    employees: [501, 8_000],
    value: [60_000, 400_000],
    contacts: [7, 16],
    threads: 1.8,
    tickets: 0.8,
    liveliness: 4,
  },
};

/** Emails are about this share of a whale's records, tickets the rest; a thread has about 1.5 emails. */
const WHALE_MAIL_SHARE = 0.7;
const EMAILS_PER_THREAD = 1.5;
const WINDOW_MONTHS = 24;

/** @param whaleRecords what this account has in emails and tickets if it is a whale; has no effect on others. */
export function accountShape(random: Random, role: Role, whaleRecords: number): AccountShape {
  const draw = random.next();
  const segment = role === 'whale' || draw > 0.88 ? 'large' : draw > 0.55 ? 'medium' : 'small';
  const size = SEGMENTS[segment];
  const whale = role === 'whale';
  const logging = OWNERS.flatMap((owner, index) => (owner.logsMail ? [index] : []));
  return {
    segment,
    employees: random.whole(...size.employees),
    industry: random.pick(INDUSTRIES),
    annualValue: Math.round(random.between(...size.value)),
    currency: random.chance(0.06) ? random.pick(['USD', 'GBP']) : HOME_CURRENCY,
    contacts: whale ? random.whole(20, 60) : random.whole(...size.contacts),
    threadsPerMonth: whale ? (whaleRecords * WHALE_MAIL_SHARE) / EMAILS_PER_THREAD / WINDOW_MONTHS : size.threads,
    ticketsPerMonth: whale ? (whaleRecords * (1 - WHALE_MAIL_SHARE)) / WINDOW_MONTHS : size.tickets,
    billingMonths: random.chance(segment === 'small' ? 0.4 : 0.6) ? 1 : 3,
    paysByCard: !whale && random.chance(0.12),
    paysAfterDueDays: random.whole(-8, 5),
    // A whale's mail must be seen, or it would have few records.
    owner: whale ? random.pick(logging) : ownerOf(random, role),
    // New traits are drawn last: those above stay as they were.
    liveliness: size.liveliness,
    logsCalls: random.chance(0.75),
    texting: random.chance(0.35) ? random.pick(['SMS', 'WHATS_APP', 'LINKEDIN_MESSAGE'] as const) : null,
    surveyed: random.chance(0.65),
    subscribes: random.chance(0.55),
  };
}

function ownerOf(random: Random, role: Role): number | null {
  const unowned = role === 'empty' ? 0.5 : role === 'prospect' ? 0.2 : 0.02;
  return random.chance(unowned) ? null : random.whole(0, OWNERS.length - 1);
}
