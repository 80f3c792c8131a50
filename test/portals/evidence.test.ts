/** What the evidence of signals says of real accounts, against sums that are done anew from the CSV rows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPortalFolder } from '../../src/local/sandbox/folder.ts';
import { readModel } from '../../src/model-file.ts';
import type { EvidenceValue } from '../../src/scoring/evidence.ts';
import type { Reading } from '../../src/scoring/signal.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CsvAccount, DAY_MS, readCsvAccounts } from './csv-account.ts';
import { expectedOverdue, lateness, middle, onlyCounterSales } from './csv-billing.ts';
import { expectedRhythm, spentIn } from './csv-purchases.ts';
import { hasOpenOlderThan, openTicketIds, usedSupport, usuallyOpen } from './csv-tickets.ts';
import { holdPortal } from './held-portal.ts';
import { everyNth } from './part-of-portal.ts';
import { absentText, portalFolder } from './portal-runs.ts';

const MODEL = await readModel('models/standard-b2b.yaml');
/** Thousands of records are synced: a second or three, on a machine that has other work a minute. */
const PATIENCE_MS = 240_000;
/** What the standard model sets, or a signal has by default. */
const [HABIT_DAYS, RECENT, MINIMUM_PAID] = [730, 4, 8];

const FOLDERS = [
  { name: 'receivables', nth: 1, days: ['2012-06-15', '2013-03-15', '2013-07-01', '2013-11-20'] },
  { name: 'uci-retail', nth: 40, days: ['2010-03-01', '2011-07-01', '2011-12-08'] },
];

/** A company's reading of a signal at the close of a day, with its rows. */
interface Case {
  readonly account: CsvAccount;
  /** The close of the day, ms since 1970 UTC. */
  readonly at: number;
  readonly name: string;
  readonly of: (signal: string) => Reading;
}

const cents = (value: EvidenceValue | undefined): number | undefined =>
  typeof value === 'object' && value.kind === 'money' ? Math.round(value.amount * 100) : undefined;
const shown = (ids: readonly string[]) => ({ ids: ids.slice(0, 3), more: Math.max(0, ids.length - 3) });
const recordsOf = (reading: Reading) =>
  reading.kind === 'unknown'
    ? null
    : { ids: reading.evidence.records.map(({ id }) => id), more: reading.evidence.moreRecords };
const tenths = (value: number) => Math.round(value * 10) / 10;

for (const { name } of FOLDERS) if (portalFolder(name) === undefined) console.warn(absentText(name));

describe.each(FOLDERS)('$name', ({ name, nth, days }) => {
  const dir = portalFolder(name);
  describe.skipIf(dir === undefined)('read against its rows', () => {
    const cases: Case[] = [];
    let store: Store;
    beforeAll(async () => {
      if (dir === undefined) return;
      store = await openTestStore();
      const portal = await holdPortal(everyNth(await readPortalFolder(dir), nth), MODEL, store);
      const accounts = new Map(readCsvAccounts(dir).map((account) => [account.companyId, account]));
      for (const day of days) {
        for (const { companyId, health } of await portal.scoredAt(day)) {
          const account = accounts.get(companyId);
          if (account === undefined) throw new Error(`Company ${companyId} is not in the rows.`);
          if (health.state === 'not_customer') continue;
          const of = (signal: string) => {
            const found = health.signals.find((result) => result.signal === signal);
            if (found === undefined) throw new Error(`The model reads no ${signal}.`);
            return found.reading;
          };
          cases.push({ account, at: Date.parse(day) + DAY_MS - 1, name: `${companyId} on ${day}`, of });
        }
      }
    }, PATIENCE_MS);
    afterAll(() => store?.close());

    /** Every case on which the two differ, with both. */
    const differences = (said: (one: Case) => unknown, expected: (one: Case) => unknown) =>
      cases
        .map((one) => ({ account: one.name, said: said(one), expected: expected(one) }))
        .filter((both) => JSON.stringify(both.said) !== JSON.stringify(both.expected));

    test('there is something to read on every day', () => {
      for (const day of days) expect(cases.filter((one) => one.name.endsWith(day)).length).toBeGreaterThan(20);
    });

    test('overdue invoices: how many, since when, how much, which', () => {
      const said = ({ of }: Case) => {
        const reading = of('overdue_balance');
        if (reading.kind === 'unknown') return reading.reason;
        const { message, values } = reading.evidence;
        if (reading.raw === 0) return message;
        const usual = message.split('_usually_')[1];
        return [
          [reading.raw, values.days, values.number, values.invoices, cents(values.total)],
          usual === undefined ? null : [usual, values.usual],
          recordsOf(reading),
        ];
      };
      const expected = ({ account, at }: Case) => {
        if (onlyCounterSales(account, at)) return 'no_terms';
        const { days: longest, number, invoices, totalCents, ids } = expectedOverdue(account, at);
        if (longest === 0)
          return account.invoices.some((row) => row.issued <= at && at - row.issued < 365 * DAY_MS) ? 'none' : 'silent';
        const paid = lateness(account, at, HABIT_DAYS).flatMap(({ late, paid: isPaid }) => (isPaid ? [late] : []));
        const usual = Math.round(middle(paid));
        return [
          [longest, longest, number, invoices, totalCents],
          paid.length < 3 ? null : [usual > 0 ? 'late' : 'early', Math.round(Math.abs(middle(paid)))],
          shown(ids),
        ];
      };
      expect(differences(said, expected)).toEqual([]);
    });

    test('payment habit: the median of the last four against that of those before', () => {
      const said = ({ of }: Case) => {
        const reading = of('payment_habit');
        if (reading.kind === 'unknown') return reading.reason;
        const { message, values } = reading.evidence;
        return [reading.raw, message, values.now, values.before];
      };
      const side = (late: number) => (Math.round(late) > 0 ? 'late' : 'early');
      const expected = ({ account, at }: Case) => {
        if (onlyCounterSales(account, at)) return 'no_terms';
        const late = lateness(account, at, HABIT_DAYS).map((one) => one.late);
        if (late.length < MINIMUM_PAID) return 'too_few';
        const [before, now] = [middle(late.slice(0, -RECENT)), middle(late.slice(-RECENT))];
        const message = `${side(now)}_usually_${side(before)}`;
        const later = Math.max(Math.min(now - before, 2 * now), now / 2);
        return [later, message, Math.round(Math.abs(now)), Math.round(Math.abs(before))];
      };
      expect(differences(said, expected)).toEqual([]);
    });

    test('last purchase: days since, the usual gap, the record', () => {
      const said = ({ of }: Case) => {
        const reading = of('time_since_last_purchase');
        if (reading.kind === 'unknown') return reading.reason;
        const { message, values } = reading.evidence;
        return [message, values.days, message === 'once' ? null : values.gap, tenths(reading.raw), recordsOf(reading)];
      };
      const expected = ({ account, at }: Case) => {
        const rhythm = expectedRhythm(account, at);
        if (rhythm === null) return 'no_data';
        const { since, purchaseDays, firstDay, lastDay, lastId, seasonDays } = rhythm;
        const span = lastDay - firstDay;
        const gap = purchaseDays === 1 ? 365 : span / (purchaseDays - 1);
        const raw = Math.max(0, since - Math.max(gap, seasonDays)) + 2 * Math.min(180, (span + 180) / purchaseDays);
        const inTime = since <= gap && gap > 30 ? 'seldom' : 'rhythm';
        const habit = purchaseDays === 1 ? 'once' : purchaseDays === 2 ? 'twice' : inTime;
        const message = since > gap && seasonDays > gap ? 'season' : habit;
        return [message, since, message === 'once' ? null : Math.round(gap), tenths(raw), shown([lastId])];
      };
      expect(differences(said, expected)).toEqual([]);
    });

    test('spend: the sums of two windows next to each other, the longest that the account is old enough for', () => {
      const said = ({ of }: Case) => {
        const reading = of('spend_trend');
        if (reading.kind === 'unknown') return reading.reason;
        const { message, values } = reading.evidence;
        return [message, values.days, cents(values.now), cents(values.before), recordsOf(reading)];
      };
      const expected = ({ account, at }: Case) => {
        const rhythm = expectedRhythm(account, at);
        if (rhythm === null) return 'no_data';
        const { since, purchaseDays, firstDay, lastDay, lastId } = rhythm;
        const age = since + lastDay - firstDay + 1;
        const gap = purchaseDays === 1 ? 365 : (lastDay - firstDay) / (purchaseDays - 1);
        const window = [365, 182, 91].find((long) => 2 * long <= age && (long === 365 || long >= 2 * gap));
        if (window === undefined) return 'too_new';
        const { now, before, ids } = spentIn(account, at, window);
        const rise = now / before;
        const message =
          now === 0
            ? before === 0
              ? 'ended_before'
              : 'ended'
            : rise < 0.9
              ? 'falling'
              : rise > 1.1
                ? 'rising'
                : 'constant';
        return [message, window, now, before, shown(ids.length === 0 ? [lastId] : ids)];
      };
      expect(differences(said, expected)).toEqual([]);
    });

    test('open tickets: how many, what is normal, which', () => {
      const said = ({ of }: Case) => {
        const reading = of('open_tickets');
        if (reading.kind === 'unknown') return reading.reason;
        const { message, values } = reading.evidence;
        return [message, values.open, values.norm, recordsOf(reading)];
      };
      const expected = ({ account, at }: Case) => {
        const ids = openTicketIds(account, at);
        const message = ids.length > 0 ? 'open' : usedSupport(account, at, 365) ? 'none' : 'silent';
        return [message, ids.length, tenths(usuallyOpen(account, at)), shown(ids)];
      };
      expect(differences(said, expected)).toEqual([]);
    });

    test('complaints are unknown at a past date at which a ticket was open: HubSpot tells its priority only as of today', () => {
      const said = ({ of }: Case) => {
        const reading = of('unresolved_complaints');
        return reading.kind === 'unknown' ? reading.reason : [reading.evidence.message, reading.raw];
      };
      const expected = ({ account, at }: Case) => {
        if (hasOpenOlderThan(account, at, 2)) return 'not_known_then';
        return [usedSupport(account, at, 365) ? 'none' : 'silent', 0];
      };
      expect(differences(said, expected)).toEqual([]);
    });
  });
});
