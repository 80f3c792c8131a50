/** A portal of which HubSpot told the past as well (`propertiesWithHistory`), of the properties of which sync reads it. */
import { makeRandom } from '../../src/local/sandbox/generate/prng.ts';
import type { AccountFacts, RecordVersion } from '../../src/scoring/facts.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { definitionOf, type ObjectType } from '../../src/scoring/object-types.ts';
import type { PropertyHistory } from '../../src/scoring/property-history.ts';
import { bornOn } from './fresh-portal.ts';

/**
 * The facts of the portal that was synced later, with all that HubSpot tells of the past: what it showed at the moment from a record's
 * birth on, and what it shows today from some moment after that. Of the company it tells that all was set at the moment itself: a portal
 * that is first synced then knows no better. `fresh`: the facts as they were shown at the moment.
 */
export function withPast(facts: AccountFacts, fresh: AccountFacts, at: number, seed: number): AccountFacts {
  const dice = makeRandom(seed);
  const historyOf = (
    type: ObjectType,
    since: number,
    then: Values,
    { values: today, seenAt: readAt }: RecordVersion,
  ) => {
    const kept = Object.entries(definitionOf(type).properties).filter(([name, { past }]) => past && name in then);
    return Object.fromEntries(
      kept.map(([name]): [string, PropertyHistory] => {
        const [value = null, latest = null] = [then[name], today?.[name]];
        const turned = [{ at: dice.whole(at + 1, readAt), value: latest }];
        return [name, { readAt, values: [{ at: since, value }, ...(value === latest ? [] : turned)] }];
      }),
    );
  };
  const ofCompany = fresh.company.at(-1)?.values;
  const company = facts.company.at(-1);
  return {
    ...facts,
    ...(company && ofCompany && { companyHistory: historyOf('companies', at, ofCompany, company) }),
    records: facts.records.map((record) => {
      const then = fresh.records.find(({ objectType, id }) => objectType === record.objectType && id === record.id);
      const [shown, today] = [then?.versions.at(-1)?.values, record.versions.at(-1)];
      if (!shown || today === undefined) return record;
      return { ...record, history: historyOf(record.objectType, bornOn(record), shown, today) };
    }),
  };
}
