/** What the page knows of the model's draft, and what becomes of it as one types and the server answers. Pure. */
import type { ModelState } from '@account-health/contract/model';
import { applyEdits, type Content, type Edit, holdsAlready, withEdit } from './draft-edits.ts';
import type { Failed } from './settings-api.ts';

/**
 * `saved`: nothing is unsaved. `waiting`: for a pause in typing. `saving`: on its way. `not_saved`: did not arrive, and is tried again.
 * `conflict`: somebody else changed the draft since; a person has to choose.
 */
export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'not_saved' | 'conflict';

export interface DraftState {
  /** As the server last told it. */
  readonly server: ModelState;
  /** On their way, or to be sent again. */
  readonly sending: readonly Edit[];
  /** Not sent yet. */
  readonly pending: readonly Edit[];
  readonly status: SaveStatus;
  /** Failures since the last answer. */
  readonly failures: number;
  /** Why the last try came to nothing; null: it did not. */
  readonly failed: Failed | null;
  /** What holds now, where somebody else changed it. */
  readonly theirs: ModelState | null;
}

export type DraftEvent =
  /** The server's state from elsewhere: loaded, published, rolled back. */
  | { readonly kind: 'told'; readonly state: ModelState }
  | { readonly kind: 'edited'; readonly edits: readonly Edit[] | ((content: Content) => readonly Edit[]) }
  | { readonly kind: 'sent' }
  | { readonly kind: 'saved'; readonly state: ModelState }
  | { readonly kind: 'failed'; readonly failed: Failed }
  | { readonly kind: 'stale'; readonly state: ModelState }
  /** Ours on top of theirs. */
  | { readonly kind: 'keep_mine' }
  | { readonly kind: 'take_theirs' }
  /** What is unsaved is given up. */
  | { readonly kind: 'drop' };

export const newDraft = (server: ModelState): DraftState => ({
  server,
  sending: [],
  pending: [],
  status: 'saved',
  failures: 0,
  failed: null,
  theirs: null,
});

/** Everything unsaved, in order. */
export const unsaved = ({ sending, pending }: DraftState): readonly Edit[] => [...sending, ...pending];

/** The content as the page shows it: the server's with what is unsaved. */
export const contentOf = (state: DraftState): Content => applyEdits(state.server.content, unsaved(state));

const settled = (state: DraftState, server: ModelState): DraftState => ({
  ...newDraft(server),
  pending: state.pending,
  status: state.pending.length > 0 ? 'waiting' : 'saved',
});

/** The state after an event. No event loses an edit but `take_theirs` and `drop`, which a person chooses. */
export function afterEvent(state: DraftState, event: DraftEvent): DraftState {
  switch (event.kind) {
    case 'told':
      // Answers may pass each other on their way.
      if (event.state.revision < state.server.revision) return state;
      if (unsaved(state).length === 0) return newDraft(event.state);
      return event.state.revision === state.server.revision
        ? { ...state, server: event.state }
        : conflict(state, event.state);
    case 'edited': {
      const edits = typeof event.edits === 'function' ? event.edits(contentOf(state)) : event.edits;
      const pending = edits.reduce<readonly Edit[]>(withEdit, state.pending);
      return { ...state, pending, status: state.status === 'saved' ? 'waiting' : state.status };
    }
    case 'sent':
      return { ...state, sending: unsaved(state), pending: [], status: 'saving' };
    case 'saved':
      return settled(state, event.state);
    case 'failed':
      return { ...state, status: 'not_saved', failures: state.failures + 1, failed: event.failed };
    case 'stale':
      return holdsAlready(event.state.content, state.server.content, state.sending)
        ? settled(state, event.state)
        : conflict(state, event.state);
    case 'keep_mine':
      return { ...newDraft(state.theirs ?? state.server), pending: unsaved(state), status: 'waiting' };
    case 'drop':
      return newDraft(state.server);
    case 'take_theirs':
      return newDraft(state.theirs ?? state.server);
  }
}

const conflict = (state: DraftState, theirs: ModelState): DraftState => ({ ...state, status: 'conflict', theirs });

/** How long to wait before what is unsaved is sent, ms: a pause in typing, then longer with each failure, up to a minute. */
export const sendAfterMs = ({ status, failures }: Pick<DraftState, 'status' | 'failures'>): number | null => {
  if (status === 'waiting') return 600;
  return status === 'not_saved' ? Math.min(60_000, 5_000 * 2 ** Math.max(0, failures - 1)) : null;
};
