/** Whole scores of real accounts: their receipts add up, name records of the account alone, and know nothing of what came later. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { portalId } from '../../src/ids.ts';
import type { ScoredCompany } from '../../src/jobs/score-portal.ts';
import { readPortalFolder } from '../../src/local/sandbox/folder.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import { readModel } from '../../src/model-file.ts';
import type { Evidence } from '../../src/scoring/evidence.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CsvAccount, DAY_MS, readCsvAccounts } from './csv-account.ts';
import { type HeldPortal, holdPortal } from './held-portal.ts';
import { asItWas, everyNth } from './part-of-portal.ts';
import { absentText, portalFolder } from './portal-runs.ts';

const MODEL_FILE = 'models/standard-b2b.yaml';
const MODEL = await readModel(MODEL_FILE);

/** The model as its file says it, read anew: what the product makes of it is not used here. */
interface Written {
  readonly silencePoints: number;
  readonly dimensions: Readonly<Record<string, { weight: number; signals: Readonly<Record<string, WrittenSignal>> }>>;
  readonly segments: readonly { name: string; dimensions: Readonly<Record<string, { weight: number }>> }[];
}
interface WrittenSignal {
  readonly weight: number;
  readonly curve?: readonly (readonly [number, number])[];
}
const WRITTEN: Written = parse(readFileSync(MODEL_FILE, 'utf8'));

/** Thousands of records are synced, twice: a few seconds, on a machine that has other work a minute. */
const PATIENCE_MS = 240_000;

const FOLDERS = [
  { name: 'receivables', nth: 1, days: ['2012-10-15', '2013-05-01'] },
  { name: 'uci-retail', nth: 80, days: ['2011-09-01'] },
];

/** Points of a raw value on a curve, by the share of the way between the two knots around it. */
function onCurve(curve: readonly (readonly [number, number])[], raw: number): number {
  const above = curve.findIndex(([knot]) => knot >= raw);
  const [left, right] = [curve[above - 1], curve[above]];
  if (right === undefined) return curve.at(-1)?.[1] ?? Number.NaN;
  if (left === undefined) return right[1];
  return left[1] + ((raw - left[0]) * (right[1] - left[1])) / (right[0] - left[0]);
}

type Scored = ScoredCompany & { readonly health: { readonly state: 'scored' } };
const isScored = (company: ScoredCompany): company is Scored => company.health.state === 'scored';

/** What each known signal costs, exact: its share of the score times the points it lacks. */
function exactLosses({ health }: Scored): ReadonlyMap<string, number> {
  const segment = WRITTEN.segments.find(({ name }) => name === health.segment);
  const known = Object.entries(WRITTEN.dimensions).flatMap(([dimension, { weight, signals }]) => {
    const readings = health.signals.flatMap(({ signal, reading }) => {
      const ofModel = signals[signal];
      return reading.kind === 'scored' && ofModel !== undefined && ofModel.weight > 0
        ? [{ signal, weight: ofModel.weight, points: reading.points }]
        : [];
    });
    const dimensionWeight = segment?.dimensions[dimension]?.weight ?? weight;
    return readings.length > 0 && dimensionWeight > 0 ? [{ weight: dimensionWeight, readings }] : [];
  });
  const ofAll = known.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(
    known.flatMap(({ weight, readings }) => {
      const within = readings.reduce((sum, reading) => sum + reading.weight, 0);
      return readings.map(
        (reading) => [reading.signal, ((weight / ofAll) * reading.weight * (100 - reading.points)) / within] as const,
      );
    }),
  );
}

for (const { name } of FOLDERS) if (portalFolder(name) === undefined) console.warn(absentText(name));

describe.each(FOLDERS)('$name', ({ name, nth, days }) => {
  const dir = portalFolder(name);
  describe.skipIf(dir === undefined)('scored whole', () => {
    let store: Store;
    let whole: PortalData;
    let portal: HeldPortal;
    let accounts: ReadonlyMap<string, CsvAccount>;
    const scored: { day: string; company: Scored }[] = [];
    beforeAll(async () => {
      if (dir === undefined) return;
      store = await openTestStore();
      whole = everyNth(await readPortalFolder(dir), nth);
      portal = await holdPortal(whole, MODEL, store);
      accounts = new Map(readCsvAccounts(dir).map((account) => [account.companyId, account]));
      for (const day of days)
        for (const company of await portal.scoredAt(day)) if (isScored(company)) scored.push({ day, company });
    }, PATIENCE_MS);
    afterAll(() => store?.close());

    test('points are what the model’s curve gives for the raw value, and silence at most what the model says', () => {
      let compared = 0;
      for (const { company } of scored) {
        for (const { signal, dimension, reading } of company.health.signals) {
          const curve = WRITTEN.dimensions[dimension]?.signals[signal]?.curve;
          if (reading.kind === 'unknown' || curve === undefined) continue;
          const most = reading.evidence.message === 'silent' ? WRITTEN.silencePoints : 100;
          const expected = Math.min(most, onCurve(curve, reading.raw));
          expect(reading.points, `${signal} of ${company.companyId}`).toBeCloseTo(expected, 9);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(scored.length);
    });

    test('a receipt’s rows are the exact losses, rounded, and add up to 100 less the score', () => {
      expect(scored.length).toBeGreaterThan(50);
      for (const { day, company } of scored) {
        const { score, receipt } = company.health;
        const losses = exactLosses(company);
        const lost = [...losses.values()].reduce((sum, exact) => sum + exact, 0);
        const uncapped = receipt.filter((row) => row.dimension !== null);
        const said = `${company.companyId} on ${day}`;
        expect(
          receipt.reduce((sum, row) => sum + row.pointsLost, 0),
          said,
        ).toBe(100 - score);
        expect(Math.abs(uncapped.reduce((sum, row) => sum + row.pointsLost, 0) - lost), said).toBeLessThanOrEqual(0.5);
        for (const [signal, exact] of losses) {
          const points = uncapped.find((row) => row.key === signal)?.pointsLost ?? 0;
          expect(Math.abs(points - exact), `${signal} of ${said}`).toBeLessThan(1);
        }
        for (const { key } of uncapped) expect(losses.has(key), `${key} of ${said}`).toBe(true);
      }
    });

    test('every record that a sentence names is one of the account’s own, by its number, and was there by then', () => {
      let named = 0;
      for (const { day, company } of scored) {
        const account = accounts.get(company.companyId);
        const [invoices, tickets] = [account?.invoices ?? [], account?.tickets ?? []];
        const readings = company.health.signals.flatMap(({ reading }) =>
          reading.kind === 'scored' ? [reading.evidence] : [],
        );
        const causes = company.health.receipt.flatMap(({ cause }) => ('records' in cause ? [cause] : []));
        for (const { records } of [...readings, ...causes] satisfies Evidence[]) {
          for (const { objectType, id, name: shown, at } of records) {
            const invoice = objectType === 'invoices' ? invoices.find((row) => row.id === id) : undefined;
            const born = invoice?.issued ?? tickets.find((row) => objectType === 'tickets' && row.id === id)?.created;
            expect(born, `${objectType} ${id} of ${company.companyId}`).toBe(at);
            expect(at, `${objectType} ${id} on ${day}`).toBeLessThan(Date.parse(day) + DAY_MS);
            if (invoice !== undefined) expect(shown).toBe(invoice.number);
            named += 1;
          }
        }
      }
      expect(named).toBeGreaterThan(scored.length);
    });

    test(
      'nothing later counts: the portal as it was that day gives the same, to the digit',
      async () => {
        for (const [index, day] of days.entries()) {
          const then = asItWas(whole, Date.parse(day) + DAY_MS - 1);
          // A portal of its own in the same store.
          const id = portalId(whole.portalId + index + 1);
          const past = await holdPortal({ ...then, portalId: id }, MODEL, store);
          expect(past.records).toBeLessThan(portal.records);
          expect(await past.scoredAt(day)).toEqual(await portal.scoredAt(day));
        }
      },
      PATIENCE_MS,
    );
  });
});
