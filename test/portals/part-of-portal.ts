import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';

/** The portal with every n-th of its companies, and the records that are associated with them. */
export function everyNth(data: PortalData, n: number): PortalData {
  const kept = new Set((data.objects.companies ?? []).filter((_, index) => index % n === 0).map(({ id }) => id));
  const keeps = (type: string) => (record: PortalRecord) =>
    type === 'companies' ? kept.has(record.id) : (record.associations.companies ?? []).some((id) => kept.has(id));
  return withObjects(data, (type, records) => records.filter(keeps(type)));
}

/**
 * The portal as it would have been taken at the close of that moment: what was issued or created later is not there yet, what was
 * paid or closed later is open.
 */
export function asItWas(data: PortalData, at: number): PortalData {
  const later = (value: string | null | undefined) => typeof value === 'string' && Date.parse(value) > at;
  const born: Readonly<Record<string, string>> = { invoices: 'hs_invoice_date', tickets: 'createdate' };
  const then = (type: string, { properties, ...record }: PortalRecord): PortalRecord => {
    if (type === 'invoices' && later(properties.hs_payment_date)) {
      const owed = properties.hs_amount_billed ?? null;
      const open = { hs_payment_date: null, hs_invoice_status: 'open', hs_amount_paid: '0', hs_balance_due: owed };
      return { ...record, properties: { ...properties, ...open } };
    }
    if (type === 'tickets' && later(properties.closed_date))
      return {
        ...record,
        properties: { ...properties, closed_date: null, hs_is_closed: 'false', time_to_close: null },
      };
    return { ...record, properties };
  };
  return withObjects(data, (type, records) =>
    records.filter(({ properties }) => !later(properties[born[type] ?? ''])).map((record) => then(type, record)),
  );
}

const withObjects = (
  data: PortalData,
  change: (type: string, records: readonly PortalRecord[]) => readonly PortalRecord[],
): PortalData => ({
  ...data,
  objects: Object.fromEntries(Object.entries(data.objects).map(([type, records]) => [type, change(type, records)])),
});
