import { DAY, iso, YEAR } from './moments.ts';
import type { RecordMaker } from './record-maker.ts';

const VALID_DAYS = 30;

/** The quotes behind some of the last year's deals; those of lost deals may have been turned down before they were sent. */
export const quotesOf: RecordMaker = (_story, random, setting, _people, made) =>
  (made.deals ?? []).flatMap(({ id, properties: deal, associations }) => {
    const opened = Date.parse(deal.createdate ?? '');
    const closes = Date.parse(deal.closedate ?? '');
    const sentAt = opened + random.next() * Math.min(20 * DAY, (closes - opened) / 2);
    if (opened < setting.now - YEAR || sentAt > setting.now || !random.chance(0.6)) return [];
    const open = deal.hs_is_closed === 'false';
    const lost = !open && deal.hs_is_closed_won === 'false';
    const sent = 'APPROVAL_NOT_NEEDED';
    const status = open
      ? random.pick(['DRAFT', 'PENDING_APPROVAL', sent, sent])
      : lost
        ? random.pick(['REJECTED', sent])
        : sent;
    return [
      {
        id: setting.nextId(),
        properties: {
          hs_title: `Quote for ${deal.dealname}`,
          hs_status: status,
          hs_quote_amount: deal.amount ?? null,
          hs_currency: deal.deal_currency_code ?? null,
          hs_createdate: iso(sentAt),
          hs_expiration_date: iso(sentAt + VALID_DAYS * DAY),
          hubspot_owner_id: deal.hubspot_owner_id ?? null,
        },
        associations: { companies: associations.companies ?? [], deals: [id] },
      },
    ];
  });
