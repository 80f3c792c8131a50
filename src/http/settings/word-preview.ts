import type { PreviewMove, PreviewState, PublishPreview } from '@account-health/contract/model';
import { companyId, type PortalId } from '../../ids.ts';
import type { MoveReason } from '../../insight/model-move.ts';
import type { PreviewLook, PreviewResult } from '../../insight/preview-look.ts';
import { bySize, type Move } from '../../insight/publish-preview.ts';
import { mappedTexts } from '../../scoring/model-signals.ts';
import { SOURCE_CHANGES } from '../../scoring/source-change.ts';
import { cutText } from '../../wording/cut-text.ts';
import { makeWording, type Wording } from '../../wording/make-wording.ts';
import { withMapped } from '../../wording/mapped-wording.ts';
import { notScoredText } from '../../wording/not-scored-text.ts';
import { makeRecordUrl } from '../record-url.ts';

/** Who reads a preview, and what they may see. */
export interface PreviewReader {
  readonly locale: string;
  readonly portalId: PortalId;
  readonly seesAmounts: boolean;
  /** Which companies move, by name. */
  readonly seesPortfolio: boolean;
}

const NOTHING = { done: null, of: null, result: null, failure: null };

/** How far a preview is, in its reader's language. */
export function wordPreview(look: PreviewLook, reader: PreviewReader): PreviewState {
  if (look.state === 'none') return { ...NOTHING, state: 'none', revision: null };
  const { revision } = look;
  if (look.state === 'running') return { ...NOTHING, state: 'running', revision, done: look.done, of: look.of };
  if (look.state === 'ready') return { ...NOTHING, state: 'ready', revision, result: wordResult(look.result, reader) };
  const { say } = makeWording({ locale: reader.locale, timeZone: 'UTC' });
  return { ...NOTHING, state: 'failed', revision, failure: say(`preview.failure.${look.failure}`) };
}

/** So many rows of a change are told one by one. */
const TOLD_ROWS = 3;

function wordResult(result: PreviewResult, reader: PreviewReader): PublishPreview {
  const { figures, models, timeZone } = result;
  const wording = withMapped(makeWording({ locale: reader.locale, timeZone, discreet: !reader.seesAmounts }), {
    ...mappedTexts(models.before),
    ...mappedTexts(models.after),
  });
  const money = moneyText(wording, result.currency);
  // The order tells of revenue, too.
  const moves = reader.seesAmounts ? figures.moves : bySize(figures.moves);
  const shown = reader.seesPortfolio ? moves : [];
  const { byStatus, customers, known } = figures.revenue;
  const isEnough = reader.seesAmounts && known > 0 && 2 * known >= customers;
  const { worsened, recovered, otherMoves, companies, histogram } = figures;
  return {
    asOf: new Date(result.asOf).toISOString(),
    companies,
    before: counted(figures.before),
    after: counted(figures.after),
    histogram: [...histogram],
    worsened,
    recovered,
    otherMoves,
    moves: shown.map((move) => wordMove(move, result, { wording, reader, money })),
    moreMoves: figures.moreMoves + figures.moves.length - shown.length,
    revenue: isEnough
      ? byStatus.map(({ status, before, after }) => ({ status, before: money(before), after: money(after) }))
      : null,
    notes: notesOf(result, reader, wording),
  };
}

function counted({ not_customer: notCustomer, ...bands }: PreviewResult['figures']['before']) {
  return { ...bands, notCustomer };
}

interface MoveWords {
  readonly wording: Wording;
  readonly reader: PreviewReader;
  readonly money: (amount: number) => string;
}

function wordMove(move: Move, result: PreviewResult, { wording, reader, money }: MoveWords): PreviewMove {
  const { id, name, yearlyRevenue, from, to } = move;
  const at = { uiDomain: result.uiDomain, portalId: reader.portalId, companyId: companyId(id) };
  const side = ({ score, standing }: Move['from']) => ({
    score,
    status: standing === 'not_customer' ? null : standing,
  });
  return {
    id,
    name: name ? cutText(name) : wording.say('preview.nameless'),
    url: makeRecordUrl(at)({ objectType: 'companies', id }),
    from: side(from),
    to: side(to),
    why: move.reasons.flatMap((reason) => reasonTexts(reason, result, wording)),
    revenue: reader.seesAmounts && yearlyRevenue !== null ? money(yearlyRevenue) : null,
  };
}

function reasonTexts(reason: MoveReason, { models }: PreviewResult, wording: Wording): string[] {
  if (reason.kind !== 'rescored') {
    const model = reason.kind === 'is' ? models.after : models.before;
    return [wording.say(`preview.why.${reason.kind}`, { reason: notScoredText(wording, reason.notScored, model) })];
  }
  const told = reason.rows.slice(0, TOLD_ROWS);
  const others = reason.rows.slice(TOLD_ROWS);
  const points = others.reduce((sum, row) => sum + row.points, 0);
  return [
    ...told.map((row) => wording.say('attribution.reason', { text: rowLabel(row, wording), points: row.points })),
    ...(others.length === 0 ? [] : [wording.say('preview.why.others', { count: others.length, points })]),
    ...(reason.thresholds === null ? [] : [wording.say('preview.why.thresholds', { ...reason.thresholds })]),
  ];
}

type Row = Extract<MoveReason, { kind: 'rescored' }>['rows'][number];

function rowLabel({ key, signal, dimension }: Row, wording: Wording): string {
  if (dimension !== null) return wording.say(`signal.${signal}.label`);
  if (SOURCE_CHANGES.some((change) => change === key)) return wording.say(`change.${key}.label`);
  return wording.say(wording.has(`cap.${key}.label`) ? `cap.${key}.label` : 'cap.other.label');
}

/** What to know before one trusts the figures. */
function notesOf({ figures, unread, bands, models }: PreviewResult, reader: PreviewReader, wording: Wording): string[] {
  const { worsened, recovered, otherMoves, shifted, revenue } = figures;
  const labels = unread.signals.map((signal) => wording.say(`signal.${signal}.label`)).join(', ');
  const { companies, mostPoints: points } = shifted;
  const isAsked = models.after.bands.by !== 'fixed';
  const isUnmoved = worsened + recovered + otherMoves === 0;
  return [
    ...(isUnmoved ? [wording.say('preview.note.unmoved')] : []),
    ...(companies === 0 ? [] : [wording.say('preview.note.shifted', { companies, points })]),
    ...(isAsked ? [wording.say('preview.note.thresholds', { ...bands.after })] : []),
    ...(labels === '' ? [] : [wording.say('preview.note.unread', { signals: labels })]),
    ...(unread.deciding.length === 0
      ? []
      : [wording.say('preview.note.deciding', { properties: unread.deciding.join(', ') })]),
    ...(reader.seesAmounts && revenue.known < revenue.customers
      ? [wording.say('preview.note.revenue', { known: revenue.known, customers: revenue.customers })]
      : []),
    ...(reader.seesPortfolio || isUnmoved ? [] : [wording.say('preview.note.unnamed')]),
  ];
}

/** Whole amounts: cents say nothing of a year. A currency that Intl refuses stands behind the number. */
function moneyText({ locale }: Wording, currency: string): (amount: number) => string {
  const options = { maximumFractionDigits: 0 };
  try {
    const format = new Intl.NumberFormat(locale, { ...options, style: 'currency', currency });
    return (amount) => format.format(amount);
  } catch {
    const format = new Intl.NumberFormat(locale, options);
    return (amount) => `${format.format(amount)} ${currency}`.trimEnd();
  }
}
