import { currencyOf } from '../currency.ts';
import { dayOf, evidence, money, refTo } from '../evidence.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * How many payments of the last `windowDays` days failed, or are disputed, and were not made good: by a later payment of at least as much in
 * the same currency, so that a card tried four times and then mended is no failure. One that is under way, or was given back, tells
 * nothing. HubSpot tells only today's status, so that how a payment went is not known before we first saw it.
 */
export const failedPayments = defineSignal({
  key: 'failed_payments',
  unit: 'load',
  better: 'lower',
  reads: { commerce_payments: ['hs_latest_status', 'hs_initial_amount', 'hs_initiated_date', 'hs_currency_code'] },
  connectedBy: { commerce_payments: [] },
  // HubSpot's docs of the payments API: all values of `hs_latest_status`.
  settings: {
    windowDays: 180,
    failedStatuses: ['failed', 'disputed_lost', 'disputed_action_required', 'disputed_awaiting_decision'],
    paidStatuses: ['succeeded', 'partially_refunded', 'disputed_won'],
    otherStatuses: ['processing', 'processing_refund', 'refunded'],
  },
  measure(account, { windowDays, failedStatuses, paidStatuses, otherStatuses }) {
    const charged = account.commerce_payments.filter(({ values }) => (values.hs_initial_amount ?? 0) > 0);
    if (charged.length === 0) return unknown('no_data');
    const recent = charged
      .filter(({ bornAt }) => account.now.isWithin(bornAt, windowDays))
      .map((payment) => ({
        payment,
        at: payment.bornAt,
        status: payment.values.hs_latest_status?.toLowerCase() ?? payment.values.hs_latest_status,
        amount: payment.values.hs_initial_amount ?? 0,
        currency: currencyOf(payment.values.hs_currency_code, account.portal),
      }));
    // What is not known of one payment may be what made another good, or what was not.
    if (recent.some(({ status }) => status === undefined)) return unknown('not_known_then');
    const known = [...failedStatuses, ...paidStatuses, ...otherStatuses];
    const odd = recent.find(({ status }) => status && !known.includes(status));
    if (odd !== undefined) return unknown('unmapped_value', { value: odd.status ?? '' });

    const failed = recent.filter(({ status }) => failedStatuses.includes(status ?? ''));
    const paid = recent.filter(({ status }) => paidStatuses.includes(status ?? ''));
    const standing = failed
      .filter(
        ({ at, amount, currency }) =>
          !paid.some((later) => later.at > at && later.amount >= amount && later.currency === currency),
      )
      .toReversed();
    const last = standing[0];
    if (last !== undefined) {
      const values = { payments: standing.length, amount: money(last.amount, last.currency), last: dayOf(last.at) };
      const records = standing.map(({ payment }) => refTo(payment, null));
      return { kind: 'measured', raw: standing.length, evidence: () => evidence('failed', values, records) };
    }
    const values = { payments: failed.length, days: windowDays };
    const silent = failed.length + paid.length === 0;
    const message = failed.length > 0 ? 'made_good' : silent ? 'silent' : 'none';
    return { kind: 'measured', raw: 0, silent, evidence: () => evidence(message, values) };
  },
});
