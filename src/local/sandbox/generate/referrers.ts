import type { PortalAssociationLabel, PortalRecord } from '../portal-data.ts';
import type { Random } from './prng.ts';

/** What the invented portal calls a company that brought a deal. */
const REFERRER_LABEL = 'Referrer';

/** A few of the deals that have a second company got it as the one that referred them; labels change nothing else of a deal. */
export const referrersOf = (deals: readonly PortalRecord[], random: Random): readonly PortalAssociationLabel[] =>
  deals.flatMap(({ id, associations }) => {
    const second = associations.companies?.[1];
    if (second === undefined || !random.chance(0.6)) return [];
    return [{ from: 'deals', id, to: 'companies', toId: second, label: REFERRER_LABEL }];
  });
