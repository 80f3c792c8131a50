import { companyId, portalId } from '../../../src/ids.ts';
import { readModel } from '../../../src/model-file.ts';
import type { FactRecord } from '../../../src/scoring/facts.ts';
import type { Store } from '../../../src/store/open-store.ts';
import type { SeenRecord } from '../../../src/store/save-records.ts';
import { AS_OF, madeAccount, RECORDS_A_COMPANY } from '../score/made-accounts.ts';
import { madeContext } from '../score/made-portal.ts';

export const PORTAL = portalId(1);
/** Beside the companies of 50 records each, so many of 5,000. */
export const LARGE_COMPANIES = 4;
const RECORDS_OF_LARGE = 5_000;
const ACCOUNTS_A_SAVE = 40;

/** The ids of the companies: the large ones first, then so many of 50 records. */
export const companyIds = (small: number): readonly string[] => [
  ...Array.from({ length: LARGE_COMPANIES }, (_, index) => idOf(index * (RECORDS_OF_LARGE / RECORDS_A_COMPANY))),
  ...Array.from({ length: small }, (_, index) => idOf(FIRST_SMALL + index)),
];

const FIRST_SMALL = LARGE_COMPANIES * (RECORDS_OF_LARGE / RECORDS_A_COMPANY);
const idOf = (number: number) => madeAccount(number).companyId;

/** Fills an empty store with the portal, and with a cycle that has just ended and published its first scores. */
export async function fillStore(store: Store, small: number): Promise<void> {
  const portal = store.portal(PORTAL);
  const context = madeContext();
  await portal.saveProfile({ timeZone: context.timeZone, currency: context.currency, uiDomain: 'app.hubspot.com' });
  const total = FIRST_SMALL + small;
  for (let first = 0; first < total; first += ACCOUNTS_A_SAVE) {
    const made = Array.from({ length: Math.min(ACCOUNTS_A_SAVE, total - first) }, (_, index) => first + index);
    const records = new Map<FactRecord['objectType'] | 'companies', SeenRecord[]>();
    const add = (type: FactRecord['objectType'] | 'companies', record: SeenRecord) =>
      void (records.get(type) ?? records.set(type, []).get(type))?.push(record);
    for (const number of made) {
      // A large company is the first of a hundred accounts, with the records of all.
      const owner = number < FIRST_SMALL ? number - (number % (RECORDS_OF_LARGE / RECORDS_A_COMPANY)) : number;
      const account = madeAccount(number);
      const [version] = account.company;
      if (owner === number && version?.values)
        add('companies', { id: account.companyId, effectiveAt: version.effectiveAt, values: version.values });
      for (const { objectType, id, versions } of account.records) {
        const values = versions[0]?.values ?? {};
        const effectiveAt = Math.round(versions[0]?.effectiveAt ?? 0);
        add(objectType, { id, effectiveAt, values, companyIds: [idOf(owner)] });
      }
    }
    for (const [type, ofType] of records) await portal.saveRecords(type, ofType, SEEN_AT);
  }
  const model = await readModel('models/standard-b2b.yaml');
  await portal.savePublished(
    companyIds(small).map((id) => ({
      companyId: companyId(id),
      asOf: AS_OF,
      score: 50,
      status: 'at_risk',
      modelVersion: model.version,
    })),
  );
  // As a cycle does, which leaves behind what is quick to read again.
  for await (const _ of portal.accounts());
  await endCycle(store, AS_OF + 60_000);
}

const SEEN_AT = madeAccount(0).company[0]?.seenAt ?? AS_OF;

/** Keeps a cycle of the portal that ended at a moment. */
async function endCycle(store: Store, finishedAt: number): Promise<void> {
  const model = await readModel('models/standard-b2b.yaml');
  await store.portal(PORTAL).saveCycle({
    published: true,
    asOf: AS_OF,
    finishedAt,
    modelName: model.name,
    modelVersion: model.version,
    context: { portal: madeContext(), model },
  });
}
