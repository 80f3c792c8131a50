/** A draft is never lost: whatever the server answers, what was typed is still there until it is saved or given up. */
import type { ModelState } from '@account-health/contract/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit, isEqual } from '../../../extensions/app/settings/draft-edits.ts';
import {
  afterEvent,
  contentOf,
  type DraftEvent,
  type DraftState,
  newDraft,
  sendAfterMs,
  unsaved,
} from '../../../extensions/app/settings/draft-state.ts';
import { modelState } from './model-fixtures.ts';

const at = (revision: number, content: ModelState['content'] = {}): ModelState => ({
  ...modelState,
  revision,
  content,
});
const LOST = { kind: 'failed', reason: 'unreachable', text: null } as const;
const edit = (path: string, value: number): Edit => ({ path: [path], value });
const following = (...events: DraftEvent[]) => events.reduce(afterEvent, newDraft(at(1, { a: 1 })));
const edited = (...edits: Edit[]): DraftEvent => ({ kind: 'edited', edits });

describe('typing and saving', () => {
  test('what is typed is seen at once, waits, is sent, and is saved', () => {
    const typed = following(edited(edit('a', 2)));
    expect([typed.status, contentOf(typed)]).toEqual(['waiting', { a: 2 }]);
    const sent = afterEvent(typed, { kind: 'sent' });
    expect([sent.status, contentOf(sent)]).toEqual(['saving', { a: 2 }]);
    const saved = afterEvent(sent, { kind: 'saved', state: at(2, { a: 2 }) });
    expect([saved.status, unsaved(saved), saved.server.revision]).toEqual(['saved', [], 2]);
  });

  test('what is typed while another change is on its way waits for its turn', () => {
    const state = following(edited(edit('a', 2)), { kind: 'sent' }, edited(edit('a', 3)), {
      kind: 'saved',
      state: at(2, { a: 2 }),
    });
    expect([state.status, contentOf(state), unsaved(state)]).toEqual(['waiting', { a: 3 }, [edit('a', 3)]]);
  });

  test('a failure keeps everything, says why, and is tried again later each time', () => {
    const failed: DraftEvent = { kind: 'failed', failed: LOST };
    const state = following(edited(edit('a', 2)), { kind: 'sent' }, failed, edited(edit('b', 3)));
    expect([state.status, contentOf(state), state.failed]).toEqual(['not_saved', { a: 2, b: 3 }, LOST]);
    expect(unsaved(afterEvent(state, { kind: 'sent' }))).toEqual([edit('a', 2), edit('b', 3)]);
    expect([1, 2, 3, 9].map((failures) => sendAfterMs({ status: 'not_saved', failures }))).toEqual([
      5_000, 10_000, 20_000, 60_000,
    ]);
  });

  test.each(['saved', 'saving', 'conflict'] as const)('nothing is sent by itself while %s', (status) =>
    expect(sendAfterMs({ status, failures: 0 })).toBeNull(),
  );
});

describe('somebody else changed it', () => {
  const stale: DraftEvent = { kind: 'stale', state: at(5, { a: 9, c: 1 }) };
  const state = following(edited(edit('a', 2)), { kind: 'sent' }, stale);

  test('ours stays in the fields until a person chooses', () => {
    expect([state.status, contentOf(state), state.theirs?.revision]).toEqual(['conflict', { a: 2 }, 5]);
  });
  test('ours goes on top of theirs', () => {
    const kept = afterEvent(state, { kind: 'keep_mine' });
    expect([kept.status, contentOf(kept), kept.server.revision]).toEqual(['waiting', { a: 2, c: 1 }, 5]);
  });
  test('or theirs is taken', () => {
    const taken = afterEvent(state, { kind: 'take_theirs' });
    expect([taken.status, contentOf(taken), unsaved(taken)]).toEqual(['saved', { a: 9, c: 1 }, []]);
  });
  test('where theirs is ours, whose answer got lost, there is nothing to choose', () => {
    const same = following(edited(edit('a', 2)), { kind: 'sent' }, { kind: 'stale', state: at(2, { a: 2 }) });
    expect([same.status, same.server.revision]).toEqual(['saved', 2]);
  });
  test.each([[], [edit('a', 2)]])('an answer that another has overtaken tells nothing', (...typed) => {
    const state = following({ kind: 'told', state: at(3, { a: 7 }) }, edited(...typed));
    expect(afterEvent(state, { kind: 'told', state: at(2, { a: 5 }) })).toBe(state);
  });
  test('found on coming back with something unsaved', () => {
    const back = following(edited(edit('a', 2)), { kind: 'told', state: at(3, { a: 4 }) });
    expect([back.status, contentOf(back)]).toEqual(['conflict', { a: 2 }]);
  });
});

test('whatever happens, what is shown is what the server has with all that was typed since, until a person gives it up', () => {
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('type' as const),
        key: fc.constantFrom('a', 'b', 'c'),
        value: fc.nat(9),
      }),
    },
    fc.record({ kind: fc.constantFrom('send' as const, 'fail' as const, 'arrive' as const, 'lose_answer' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let server = at(1, { a: 1 });
      let onTheWay: readonly Edit[] | null = null;
      let state: DraftState = newDraft(server);
      let typed: Edit[] = [];
      for (const one of steps) {
        if (one.kind === 'type') {
          typed = [...typed, edit(one.key, one.value)];
          state = afterEvent(state, edited(edit(one.key, one.value)));
        } else if (one.kind === 'send' && onTheWay === null && unsaved(state).length > 0) {
          onTheWay = unsaved(state);
          state = afterEvent(state, { kind: 'sent' });
        } else if (onTheWay !== null && one.kind !== 'send') {
          const isTaken = one.kind !== 'fail' && state.server.revision === server.revision;
          if (isTaken) server = at(server.revision + 1, applyEdits(server.content, onTheWay));
          const answer: DraftEvent = isTaken ? { kind: 'saved', state: server } : { kind: 'stale', state: server };
          state = afterEvent(state, one.kind === 'arrive' ? answer : { kind: 'failed', failed: LOST });
          onTheWay = null;
        }
        expect(isEqual(contentOf(state), applyEdits({ a: 1 }, typed))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
