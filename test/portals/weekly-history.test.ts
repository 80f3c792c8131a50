/** A year of five customers that pay in different ways, week by week, against the rows of their invoices. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPortalFolder } from '../../src/local/sandbox/folder.ts';
import { readModel } from '../../src/model-file.ts';
import { historyAt, type Past, scoreAt } from '../../src/scoring/replay.ts';
import type { HealthScore } from '../../src/scoring/score.ts';
import type { Reading } from '../../src/scoring/signal.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { DAY_MS, dayNumber, readCsvAccounts } from './csv-account.ts';
import { happened, isLateOn, lateness, longestLate, middle, onlyCounterSales } from './csv-billing.ts';
import { holdPortal } from './held-portal.ts';
import { dueInSpring, portalKept, rowsKept } from './kept-waiting.ts';
import { fivePayers, type Payer } from './payers.ts';
import { absentText, portalFolder } from './portal-runs.ts';

const FOLDER = 'receivables';
const YEAR = 2013;
const MODEL = await readModel('models/standard-b2b.yaml');
/** Thousands of records are synced, twice: a few seconds, on a machine that has other work a minute. */
const PATIENCE_MS = 240_000;
/** What the standard model sets, or a signal has by default. */
const [HABIT_DAYS, RECENT, MINIMUM_PAID, EARLY_DAYS, MINIMUM_EARLY] = [730, 4, 8, 365, 3];
/** More days than these, and no score is above the cap. */
const [LONG_OVERDUE, CAPPED_AT] = [60, 32];
/** By how much one invoice of each customer is paid later in the second portal. Nobody in the folder is late enough for the cap. */
const KEPT_WAITING_DAYS = 100;

/** The close of every Sunday of the year, UTC, and that of its last day. */
const WEEKS: readonly number[] = Array.from(
  { length: 366 },
  (_, index) => Date.UTC(YEAR, 0, 1) + (index + 1) * DAY_MS - 1,
).filter(
  (at) =>
    new Date(at).getUTCFullYear() === YEAR && (new Date(at).getUTCDay() === 0 || at === Date.UTC(YEAR + 1, 0, 1) - 1),
);

const dir = portalFolder(FOLDER);
if (dir === undefined) console.warn(absentText(FOLDER));

type Scored = Extract<HealthScore, { state: 'scored' }>;

/** One customer at the close of one week. */
interface Week {
  readonly name: string;
  readonly payer: Payer;
  readonly at: number;
  readonly health: Scored;
  readonly of: (signal: string) => Reading;
}

const rawOf = (reading: Reading) => (reading.kind === 'scored' ? reading.raw : reading.reason);

describe.each([
  { title: 'as the rows have it', isKept: false },
  { title: `each with one invoice paid ${KEPT_WAITING_DAYS} days late`, isKept: true },
])('five customers, $title', ({ isKept }) => {
  describe.skipIf(dir === undefined)('week by week', () => {
    let store: Store;
    let payers: readonly Payer[];
    const pasts = new Map<Payer, Past>();
    const weeks: Week[] = [];
    beforeAll(async () => {
      if (dir === undefined) return;
      store = await openTestStore();
      const five = fivePayers(readCsvAccounts(dir));
      const waiting = new Map(
        five.flatMap(({ account }) => {
          const { id, due } = dueInSpring(account, YEAR);
          return isKept ? [[id, due + KEPT_WAITING_DAYS * DAY_MS] as const] : [];
        }),
      );
      payers = five.map(({ kind, account }) => ({ kind, account: rowsKept(account, waiting) }));
      const portal = await holdPortal(portalKept(await readPortalFolder(dir), waiting), MODEL, store);
      for (const payer of payers) {
        const past = await portal.pastOf(payer.account.companyId);
        pasts.set(payer, past);
        for (const at of WEEKS) {
          const health = scoreAt(past.facts, at, past.portal, past.model, past.calendar);
          if (health?.state !== 'scored') continue;
          const of = (signal: string) => {
            const found = health.signals.find((result) => result.signal === signal);
            if (found === undefined) throw new Error(`The model reads no ${signal}.`);
            return found.reading;
          };
          weeks.push({ name: `${payer.kind}, ${new Date(at).toISOString().slice(0, 10)}`, payer, at, health, of });
        }
      }
    }, PATIENCE_MS);
    afterAll(() => store?.close());

    /** Every week on which the two differ, with both. */
    const differences = (said: (week: Week) => unknown, expected: (week: Week) => unknown) =>
      weeks
        .map((week) => ({ week: week.name, said: said(week), expected: expected(week) }))
        .filter((both) => JSON.stringify(both.said) !== JSON.stringify(both.expected));

    /** Each week with the one before it, of the same customer. */
    const pairs = () =>
      weeks.flatMap((week, index) => {
        const before = weeks[index - 1];
        return before?.payer === week.payer ? [[before, week] as const] : [];
      });

    test('every week of the year is scored, and the history holds these scores and no others', () => {
      expect(WEEKS).toHaveLength(53);
      for (const payer of payers) {
        const past = pasts.get(payer);
        const own = weeks.filter((week) => week.payer === payer);
        expect(own).toHaveLength(WEEKS.length);
        expect(past && historyAt(past, WEEKS)).toEqual(
          own.map(({ at, health: { score, status } }) => ({
            at,
            score,
            status,
            modelVersion: MODEL.version,
            replayed: true,
          })),
        );
      }
    });

    test('an invoice that was late and later paid is named in its weeks and only in those', () => {
      let named = 0;
      for (const { account } of payers) {
        for (const row of account.invoices) {
          const late = weeks.filter((week) => week.payer.account === account && isLateOn(row, week.at));
          const shown = weeks.filter(({ payer, of }) => {
            const reading = of('overdue_balance');
            return (
              payer.account === account &&
              reading.kind === 'scored' &&
              reading.evidence.records.some(({ id }) => id === row.id)
            );
          });
          // Of more than three the worst are named.
          const full = late.filter((week) => account.invoices.filter((one) => isLateOn(one, week.at)).length <= 3);
          expect(shown.map(({ name }) => name).filter((name) => !late.some((week) => week.name === name))).toEqual([]);
          expect(full.map(({ name }) => name).filter((name) => !shown.some((week) => week.name === name))).toEqual([]);
          named += shown.length;
        }
      }
      expect(named).toBeGreaterThan(30);
    });

    test('days overdue are those of the invoice that is late longest, and 0 where none is', () => {
      const said = differences(
        ({ of }) => rawOf(of('overdue_balance')),
        ({ payer, at }) => longestLate(payer.account, at),
      );
      expect(said).toEqual([]);
    });

    test('the habit is the median of the last four against that of those before', () => {
      const expected = ({ payer: { account }, at }: Week) => {
        if (onlyCounterSales(account, at)) return 'no_terms';
        const late = lateness(account, at, HABIT_DAYS).map((one) => one.late);
        if (late.length < MINIMUM_PAID) return 'too_few';
        const [before, now] = [middle(late.slice(0, -RECENT)), middle(late.slice(-RECENT))];
        return Math.max(Math.min(now - before, 2 * now), now / 2);
      };
      expect(differences(({ of }) => rawOf(of('payment_habit')), expected)).toEqual([]);
    });

    test('the share paid early is of what was paid, or is late, within a year', () => {
      const expected = ({ payer: { account }, at }: Week) => {
        const invoices = account.invoices.filter(({ issued, due }) => dayNumber(due) > dayNumber(issued));
        const late = lateness({ ...account, invoices }, at, EARLY_DAYS).map((one) => one.late);
        return late.length < MINIMUM_EARLY ? 'too_few' : late.filter((days) => days < 0).length / late.length;
      };
      expect(differences(({ of }) => rawOf(of('paid_early')), expected)).toEqual([]);
    });

    test('no score is above the cap in the weeks in which an invoice is more than 60 days late, and nothing is capped in others', () => {
      const isOver = ({ payer, at }: Week) => longestLate(payer.account, at) > LONG_OVERDUE;
      const capped = weeks.filter(isOver);
      expect(capped.filter(({ health }) => health.score > CAPPED_AT).map(({ name }) => name)).toEqual([]);
      // Where the rest is worse than the cap there is no row for it.
      const said = differences(
        ({ health }) => health.receipt.some(({ key }) => key === 'long_overdue'),
        (week) => isOver(week) && week.health.score === CAPPED_AT,
      );
      expect(said).toEqual([]);
      // 39 days, of each of five customers: five weeks and a half.
      expect(capped.length).toBeGreaterThanOrEqual(isKept ? 25 : 0);
      expect(capped.length).toBeLessThanOrEqual(isKept ? 30 : 0);
    });

    test('a score moves only with a reading, and a reading of invoices or tickets only when something happened or grows older', () => {
      let moves = 0;
      for (const [before, week] of pairs()) {
        const moved = week.health.signals
          .map(({ signal }) => signal)
          .filter((signal) => rawOf(week.of(signal)) !== rawOf(before.of(signal)));
        if (week.health.score !== before.health.score) {
          moves += 1;
          expect(moved, week.name).not.toEqual([]);
        }
        const { account } = week.payer;
        const grows =
          longestLate(account, before.at) > 0 ||
          account.tickets.some(
            ({ created, closed }) => created <= before.at && (closed === null || closed > before.at),
          );
        if (happened(account, before.at, week.at) || grows) continue;
        expect(
          moved.filter((signal) => ['overdue_balance', 'payment_habit', 'unresolved_complaints'].includes(signal)),
          week.name,
        ).toEqual([]);
      }
      expect(moves).toBeGreaterThan(50);
    });
  });
});
