import { dayOf, evidence, refTo } from '../evidence.ts';
import { defineSignal, type Unknown, unknown } from '../signal.ts';

/**
 * Days since the date until which a quote holds that still waits for the customer's answer, of the one that is the longest past it;
 * negative before it. More than `nearDays` before it a quote may well wait, and more than `windowDays` after it nobody waits any
 * more. A quote is answered by the end of its deal, whichever way, or by its own status. Quotes that were never sent do not count.
 */
export const openQuotes = defineSignal({
  key: 'open_quotes',
  unit: 'days',
  better: 'lower',
  reads: {
    quotes: ['hs_title', 'hs_createdate', 'hs_expiration_date', 'hs_status', 'deals'],
    deals: ['closedate', 'hs_is_closed', 'hs_is_closed_won'],
  },
  spares: { quotes: ['hs_title'] },
  connectedBy: { quotes: [] },
  // HubSpot's docs of the quotes API: a quote is with the customer once it is approved or needs no approval, REJECTED is by an approver
  // of ours, and ACCEPTED comes with CPQ quotes.
  settings: {
    windowDays: 90,
    nearDays: 7,
    sentStatuses: ['APPROVAL_NOT_NEEDED', 'APPROVED'],
    acceptedStatuses: ['ACCEPTED'],
    unsentStatuses: ['DRAFT', 'PENDING_APPROVAL', 'REJECTED'],
  },
  measure(account, { windowDays, nearDays, sentStatuses, acceptedStatuses, unsentStatuses }) {
    const standingOf = ({ values }: (typeof account.quotes)[number]): 'waiting' | 'accepted' | 'over' | Unknown => {
      const deals = account.deals.filter(({ id }) => values.deals?.includes(id));
      if (deals.some((deal) => deal.values.hs_is_closed_won === true)) return 'accepted';
      if (deals.length > 0 && deals.every((deal) => deal.values.hs_is_closed === true)) return 'over';
      const status = values.hs_status?.toUpperCase() ?? values.hs_status;
      if (status === undefined) return unknown('not_known_then');
      if (acceptedStatuses.includes(status ?? '')) return 'accepted';
      // HubSpot's docs: without a status nobody has published it.
      if (!status || unsentStatuses.includes(status)) return 'over';
      if (!sentStatuses.includes(status)) return unknown('unmapped_value', { value: status });
      // Its deal is another company's: whether it was answered shows there.
      return values.deals?.length && deals.length === 0 ? unknown('no_data') : 'waiting';
    };
    const dated = account.quotes.flatMap((quote) => {
      const { hs_expiration_date: holdsUntil } = quote.values;
      if (typeof holdsUntil !== 'number') return [];
      return [{ quote, holdsUntil, days: account.now.daysSince(holdsUntil) }];
    });
    if (dated.length === 0) return unknown('no_data');
    const quotes = dated
      .filter(({ days }) => days < windowDays)
      .map((one) => ({ ...one, standing: standingOf(one.quote) }))
      .toSorted((a, b) => b.days - a.days || (a.quote.id < b.quote.id ? -1 : 1));

    const waiting = quotes.filter(({ standing }) => standing === 'waiting');
    const worst = waiting[0];
    const untold = quotes.map(({ standing }) => standing).find((standing) => typeof standing === 'object');
    // What nobody knows of another quote may be worse than this one, unless this one is bad enough.
    if (untold !== undefined && (worst === undefined || worst.days <= 0)) return untold;
    if (worst !== undefined) {
      const isPast = worst.days > 0;
      const values = {
        quotes: waiting.filter(({ days }) => days > 0 || !isPast).length,
        name: worst.quote.values.hs_title ?? '',
        until: dayOf(worst.holdsUntil),
      };
      const records = waiting.map(({ quote }) => refTo(quote, quote.values.hs_title));
      const raw = Math.max(worst.days, -nearDays);
      return { kind: 'measured', raw, evidence: () => evidence(isPast ? 'expired' : 'waiting', values, records) };
    }
    const accepted = quotes.findLast(({ standing }) => standing === 'accepted')?.quote;
    const values = { days: windowDays, name: accepted?.values.hs_title ?? '' };
    const silent = accepted === undefined;
    const records = accepted === undefined ? [] : [refTo(accepted, accepted.values.hs_title)];
    return {
      kind: 'measured',
      raw: -nearDays,
      silent,
      evidence: () => evidence(silent ? 'silent' : 'accepted', values, records),
    };
  },
});
