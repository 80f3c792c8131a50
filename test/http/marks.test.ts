/** The marks of an account, from its invoices in HubSpot to the scorecard. */
import type { Scorecard } from '@account-health/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { type CycleRig, openCycleRig } from '../jobs/cycle-rig.ts';
import { invoice } from '../jobs/small-portal.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

const SEASONAL = '71';
const POSSIBLY = '72';
const MONTHLY = '73';
const LEFT_OUT = '74';

const company = (id: string, type: string | null = null) => ({
  id,
  properties: { name: `Company ${id}`, lifecyclestage: 'customer', type },
  associations: {},
});
/** Paid 25 days after they were issued: 155 days ago and before. */
const SEASON = [180, 200, 220, 240, 260];
const invoices = (of: string, issuedAgo: readonly number[]) =>
  issuedAgo.map((ago, index) => invoice(Number(of) * 100 + index, of, ago, 25));

onEachEngine('the marks on a scorecard', (engine) => {
  let store: Store;
  let rig: CycleRig;
  let service: SignedService;
  const read = async (id: string, locale = 'en'): Promise<Scorecard> => {
    const path = `/api/companies/${id}/scorecard?locale=${locale}`;
    const answer = await service.ask(path, { portalId: rig.store.portalId });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Scorecard;
  };

  beforeAll(async () => {
    store = await openTestStore(engine);
    rig = await openCycleRig(store, {
      objects: {
        companies: [company(SEASONAL), company(POSSIBLY), company(MONTHLY), company(LEFT_OUT, 'PARTNER')],
        invoices: [
          ...invoices(
            SEASONAL,
            SEASON.flatMap((ago) => [ago, ago + 365, ago + 730]),
          ),
          ...invoices(POSSIBLY, SEASON),
          ...invoices(
            MONTHLY,
            Array.from({ length: 30 }, (_, month) => 40 + month * 30),
          ),
          ...invoices(LEFT_OUT, SEASON),
        ],
      },
    });
    await rig.cycle();
    service = await startSignedService(store, () => rig.now());
  });
  afterAll(async () => {
    service.close();
    await rig.close();
    await store.close();
  });

  test('an account that is silent as in the years before is seasonal', async () => {
    const { marks, receipt } = await read(SEASONAL);
    expect(marks).toEqual([
      {
        key: 'seasonal',
        label: 'Seasonal',
        text: 'It last bought 155 days ago (Jan 11, 2026). In each of the last two years it was silent around this time too, and bought again. Once its season is a month late, the silence counts in full.',
      },
    ]);
    const row = receipt.find(({ signal }) => signal === 'time_since_last_purchase');
    if (row) expect(row.evidence).toMatch(/155 days of that are its off-season\.$/);
  });

  test('an account of one season may be seasonal, and is scored as any other that fell silent', async () => {
    const { marks, receipt } = await read(POSSIBLY);
    expect(marks.map(({ key, label }) => [key, label])).toEqual([['possibly_seasonal', 'Possibly seasonal']]);
    expect(marks[0]?.text).toContain('the score makes no allowance');
    const evidence = Object.fromEntries(receipt.map((row) => [row.signal, row.evidence]));
    expect(evidence.time_since_last_purchase).toBe(
      'Last paid an invoice 155 days ago (Jan 11, 2026); usually pays one every 20 days.',
    );
    expect(evidence.spend_trend).toMatch(/^Paid no invoice in the last 3 months, /);
  });

  test.each([MONTHLY, LEFT_OUT, '999'])('company %s has none', async (id) => {
    expect((await read(id)).marks).toEqual([]);
  });

  test.each([
    ['it', 'Forse stagionale', 'Ha acquistato in 5 giorni, sempre negli stessi 3 mesi dell’anno.'],
    ['ko', '계절성 가능성', '지금까지의 구매일 5일이 모두 1년 중 같은 3개월 안에 있습니다.'],
    ['ro', 'Posibil sezonier', 'A cumpărat în 5 zile, mereu în aceleași 3 luni din an.'],
    ['tr', 'Mevsimsel olabilir', '5 farklı günde satın aldı; bunların hepsi yılın aynı 3 ayına denk geliyor.'],
  ])('in %s', async (locale, label, beginning) => {
    const [mark] = (await read(POSSIBLY, locale)).marks;
    expect(mark?.label).toBe(label);
    expect(mark?.text.startsWith(beginning)).toBe(true);
  });
});
