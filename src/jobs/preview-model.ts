import type { Logger } from 'pino';
import type { PortalId } from '../ids.ts';
import type { PreviewFailure, PreviewLook, PreviewResult } from '../insight/preview-look.ts';
import { makePublishPreview } from '../insight/publish-preview.ts';
import { unreadOf } from '../insight/unread.ts';
import { accountFigures } from '../scoring/account-figures.ts';
import { viewAt } from '../scoring/account-view.ts';
import { bandsOf } from '../scoring/bands.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import { type Model, modelAsKept } from '../scoring/model.ts';
import { namedProperties } from '../scoring/model-signals.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { scoreAccount } from '../scoring/score.ts';
import type { CycleRecord } from '../store/cycles.ts';
import type { Store } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { atMost } from './at-most.ts';
import { eachAccount, withBands } from './score-portal.ts';

/** Portals whose previews are kept: of those whose model is being changed now. */
const KEPT = 20;

export interface PreviewOptions {
  readonly store: Pick<Store, 'portal'>;
  /** The portal's draft; undefined: nothing is being changed. Its model is undefined where it has mistakes. */
  readonly draftOf: (
    store: PortalStore,
  ) => Promise<{ readonly revision: number; readonly checked: { readonly model: Model | undefined } } | undefined>;
  readonly log?: Pick<Logger, 'error'> | undefined;
}

export interface ModelPreviews {
  /**
   * Begins the preview of the portal's draft, unless there is one of this revision since the latest cycle. `stale`: the draft has another
   * revision by now.
   */
  begin(portal: PortalId, revision: number): Promise<PreviewLook | 'stale'>;
  look(portal: PortalId): PreviewLook;
  /** Ends what is under way for a portal, and holds nothing of it any more. */
  forget(portal: PortalId): void;
}

interface Run {
  look: Exclude<PreviewLook, { state: 'none' }>;
  /** Of the cycle that it speaks of. */
  readonly finishedAt: number;
  readonly stop: AbortController;
}

/**
 * Makes what previews drafts: every company scored by the model of the latest cycle and by the draft, as of that cycle's moment. One portal
 * at a time, one preview for a portal. They are kept in memory alone: who asks after a restart begins anew.
 */
export function makeModelPreviews({ store, draftOf, log }: PreviewOptions): ModelPreviews {
  const runs = new Map<PortalId, Run>();
  const inTurn = atMost(1);

  function keep(portal: PortalId, run: Run): void {
    runs.get(portal)?.stop.abort();
    runs.delete(portal);
    runs.set(portal, run);
    for (const [oldest, { look }] of runs) {
      if (runs.size <= KEPT) break;
      if (look.state !== 'running') runs.delete(oldest);
    }
  }

  async function work(run: Run, given: Given): Promise<void> {
    const { revision } = run.look;
    try {
      const result = await inTurn(() =>
        previewDraft(given, run.stop.signal, (done) => {
          run.look = { state: 'running', revision, done, of: given.companies };
        }),
      );
      if (result !== undefined) run.look = { state: 'ready', revision, result };
    } catch (error) {
      log?.error({ err: error, portalId: given.store.portalId }, 'a preview of a draft failed');
      run.look = { state: 'failed', revision, failure: 'error' };
    }
  }

  return {
    look: (portal) => runs.get(portal)?.look ?? { state: 'none' },
    forget(portal) {
      runs.get(portal)?.stop.abort();
      runs.delete(portal);
    },
    async begin(portal, revision) {
      const ofPortal = store.portal(portal);
      const failed = (failure: PreviewFailure): PreviewLook => ({ state: 'failed', revision, failure });
      const draft = await draftOf(ofPortal);
      if (draft === undefined) return failed('no_draft');
      if (draft.revision !== revision) return 'stale';
      const { model } = draft.checked;
      if (model === undefined) return failed('mistakes');
      const [cycle, profile] = [await ofPortal.latestCycle(), await ofPortal.profile()];
      if (cycle === undefined || profile === undefined) return failed('no_cycle');
      const { companies } = await ofPortal.countRecords();
      const held = runs.get(portal);
      const isSame = held?.look.revision === revision && held.finishedAt === cycle.finishedAt;
      if (held !== undefined && isSame && held.look.state !== 'failed') return held.look;
      const run: Run = {
        look: { state: 'running', revision, done: 0, of: companies },
        finishedAt: cycle.finishedAt,
        stop: new AbortController(),
      };
      keep(portal, run);
      void work(run, { store: ofPortal, cycle, draft: model, uiDomain: profile.uiDomain, companies });
      return run.look;
    },
  };
}

interface Given {
  readonly store: PortalStore;
  readonly cycle: CycleRecord;
  readonly draft: Model;
  readonly uiDomain: string;
  /** That the store holds. */
  readonly companies: number;
}

/** Undefined where it was stopped. */
async function previewDraft(
  { store, cycle, draft: after, uiDomain, companies }: Given,
  stop: AbortSignal,
  onDone: (companies: number) => void,
): Promise<PreviewResult | undefined> {
  const { portal, model: kept } = cycle.context as { portal: PortalContext; model: unknown };
  const { asOf } = cycle;
  const before = modelAsKept(kept);
  const calendar = makeCalendar(portal.timeZone);
  const { portal: unread, signals, deciding } = unreadOf(after, before, portal);
  const { bands: _, ...unbanded } = unread;
  if (stop.aborted) return undefined;
  const portalAfter = await withBands({ store, portal: unbanded, model: after, calendar, asOf });
  const bands = { before: bandsOf(before, portal), after: bandsOf(after, portalAfter) };
  const preview = makePublishPreview(bands);
  const named = { before: namedProperties(before), after: namedProperties(after) };

  function take(facts: AccountFacts): readonly AccountFacts[] {
    const was = viewAt(facts, asOf, portal, calendar, named.before);
    const is = viewAt(facts, asOf, portalAfter, calendar, named.after);
    if (was === undefined || is === undefined) return [];
    preview.take({
      id: facts.companyId,
      name: was.company.values.name ?? null,
      before: scoreAccount(was, before, 'counting_signals'),
      after: scoreAccount(is, after, 'counting_signals'),
      yearlyRevenue: accountFigures(was, { ...before, write: ['revenue_at_risk'] }).yearlyRevenue,
    });
    return [facts];
  }
  let done = 0;
  for await (const page of eachAccount(store.accounts(), take)) {
    if (stop.aborted) return undefined;
    done += page.length;
    onDone(Math.min(done, companies));
  }
  const { timeZone, currency } = portal;
  const figures = preview.figures();
  const models = { before, after };
  return { asOf, timeZone, currency, uiDomain, models, bands, figures, unread: { signals, deciding } };
}
