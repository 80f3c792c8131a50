import type { DraftChange, ModelState } from '@account-health/contract/model';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type Content, type Edit, isEqual } from './draft-edits.ts';
import {
  afterEvent,
  contentOf,
  type DraftEvent,
  type DraftState,
  newDraft,
  sendAfterMs,
  unsaved,
} from './draft-state.ts';
import { type Answer, type Failed, type SettingsApi, shapeOf } from './settings-api.ts';

const MODEL = '/api/settings/model';
const DRAFT = `${MODEL}/draft`;

const isModelState = shapeOf<ModelState>({
  locale: 'string',
  revision: 'number',
  active: 'object',
  content: 'object',
  dimensions: 'array',
  templates: 'array',
  changes: 'array',
});

/** What became of a change as a whole: the draft thrown away, a template or YAML taken, published, rolled back. */
export type Outcome = 'done' | 'stale' | Failed;

export interface ModelDraft {
  readonly loaded: { readonly kind: 'loading' } | Failed | { readonly kind: 'loaded'; readonly draft: DraftState };
  /** Has it loaded, or loaded again where that failed. */
  load(): void;
  /** Edits, or what makes them of the content as it is then: two of them may come before the page is drawn again. */
  edit(edits: readonly Edit[] | ((content: Content) => readonly Edit[])): void;
  /** Sends what is unsaved now. */
  save(): void;
  keepMine(): void;
  takeTheirs(): void;
  /** Gives up what is unsaved. */
  drop(): void;
  /** A change as a whole is on its way: another would be refused as one that comes too late. */
  readonly changing: boolean;
  /** Replaces the draft as a whole. */
  replace(change: DraftChange): Promise<Outcome>;
  publish(): Promise<Outcome>;
  rollBack(to: { readonly name: string; readonly version: string }): Promise<Outcome>;
}

type Known = DraftState | Failed | null;
type Event =
  | DraftEvent
  | { readonly kind: 'loaded'; readonly state: ModelState }
  | { readonly kind: 'lost'; readonly failed: Failed };

function reduce(known: Known, event: Event): Known {
  if (event.kind === 'lost') return isDraft(known) ? known : event.failed;
  if (event.kind === 'loaded')
    return isDraft(known) ? afterEvent(known, { kind: 'told', state: event.state }) : newDraft(event.state);
  return isDraft(known) ? afterEvent(known, event) : known;
}

const isDraft = (known: Known): known is DraftState => known !== null && 'server' in known;
const UNUSABLE: Failed = { kind: 'failed', reason: 'unreachable', text: null };

/**
 * The model's draft for as long as the page is open: it saves by itself a moment after the last change, tries again where that failed,
 * and never drops what was typed.
 */
export function useModelDraft(api: SettingsApi): ModelDraft {
  const [known, tell] = useReducer(reduce, null);
  const [attempt, setAttempt] = useState(0);
  const [changing, setChanging] = useState(false);
  const latest = useRef<Known>(null);
  latest.current = known;

  useEffect(() => {
    if (attempt > 0) void api.get(MODEL).then((answer) => tell(asLoaded(answer)));
  }, [api, attempt]);

  const send = useCallback(() => {
    const draft = latest.current;
    if (!isDraft(draft) || unsaved(draft).length === 0) return;
    tell({ kind: 'sent' });
    const change = { kind: 'edits' as const, edits: [...unsaved(draft)] };
    void api.put(DRAFT, { revision: draft.server.revision, change }).then((answer) => tell(asSaved(answer)));
  }, [api]);

  useSending(isDraft(known) ? known : null, send);

  const whole = useCallback(
    async (
      call: (revision: number) => Promise<Answer>,
      isDone: (before: DraftState, now: ModelState) => boolean = () => false,
    ): Promise<Outcome> => {
      const draft = latest.current;
      if (!isDraft(draft)) return UNUSABLE;
      setChanging(true);
      const answer = await call(draft.server.revision);
      setChanging(false);
      if (answer.kind === 'failed') return answer;
      if (!isModelState(answer.body)) return UNUSABLE;
      tell({ kind: 'loaded', state: answer.body });
      return answer.kind === 'stale' && !isDone(draft, answer.body) ? 'stale' : 'done';
    },
    [],
  );

  return {
    loaded: known === null ? { kind: 'loading' } : isDraft(known) ? { kind: 'loaded', draft: known } : known,
    load: useCallback(() => setAttempt((count) => count + 1), []),
    edit: useCallback((edits) => tell({ kind: 'edited', edits }), []),
    save: send,
    keepMine: useCallback(() => tell({ kind: 'keep_mine' }), []),
    takeTheirs: useCallback(() => tell({ kind: 'take_theirs' }), []),
    drop: useCallback(() => tell({ kind: 'drop' }), []),
    changing,
    replace: useCallback((change) => whole((revision) => api.put(DRAFT, { revision, change })), [api, whole]),
    publish: useCallback(
      () => whole((revision) => api.post(`${MODEL}/publish`, { revision }), isPublished),
      [api, whole],
    ),
    rollBack: useCallback(
      ({ name, version }) => whole((revision) => api.post(`${MODEL}/rollback`, { name, version, revision })),
      [api, whole],
    ),
  };
}

/** Whether what was to be published is: HubSpot repeats a call whose answer got lost, and the second one comes too late for itself. */
function isPublished(before: DraftState, now: ModelState): boolean {
  const { nextVersion } = before.server;
  const wanted: Content = { ...contentOf(before), version: nextVersion };
  return now.draft === null && now.active.version === nextVersion && isEqual(now.content, wanted);
}

/** Sends after the pause that the state asks for, and at once where the page is closed before. */
function useSending(draft: DraftState | null, send: () => void): void {
  const waitMs = draft === null ? null : sendAfterMs(draft);
  const pending = draft?.pending;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further change begins the pause anew, and each failure the next wait
  useEffect(() => {
    if (waitMs === null) return;
    const timer = setTimeout(send, waitMs);
    return () => clearTimeout(timer);
  }, [waitMs, pending, draft?.failures, send]);
  const waiting = useRef(false);
  waiting.current = waitMs !== null;
  useEffect(
    () => () => {
      if (waiting.current) send();
    },
    [send],
  );
}

function asLoaded(answer: Answer): Event {
  if (answer.kind === 'ok' && isModelState(answer.body)) return { kind: 'loaded', state: answer.body };
  return { kind: 'lost', failed: answer.kind === 'failed' ? answer : UNUSABLE };
}

function asSaved(answer: Answer): DraftEvent {
  if (answer.kind !== 'failed' && isModelState(answer.body))
    return { kind: answer.kind === 'ok' ? 'saved' : 'stale', state: answer.body };
  return { kind: 'failed', failed: answer.kind === 'failed' ? answer : UNUSABLE };
}
