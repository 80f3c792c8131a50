/** How far each object type has been read: types of which the same is to be said share a finding. */
import type { SyncState } from '../store/sync-state.ts';
import type { MessageValues, Wording } from '../wording/make-wording.ts';
import { alike, asHubSpotNames, type Finding, type Mark, makeNote, type TypeName } from './findings.ts';

/** A cycle runs once an hour by default: what is older than a day has been failing for long. */
const OLD_MS = 86_400_000;

/** How old what is held may be before somebody should look: a day, or where cycles are rarer, the time of two of them. */
export const oldAfterMs = (spacingMs: number | undefined): number => Math.max(OLD_MS, 2 * (spacingMs ?? 0));

export interface HeldType {
  readonly type: string;
  /** Records held now. */
  readonly held: number;
  readonly state: SyncState;
}

interface Telling {
  readonly wording: Wording;
  /** Ms since 1970 UTC. */
  readonly now: number;
  /** From `oldAfterMs`. */
  readonly oldMs: number;
  readonly when: (at: number) => string;
  readonly typeName?: TypeName;
}

interface Words {
  readonly mark: Mark;
  readonly key: string;
  readonly values: MessageValues;
}

/** What is complete, what is not, and what is being read. */
export function typeFindings(types: readonly HeldType[], telling: Telling): readonly Finding[] {
  const { wording, typeName = asHubSpotNames } = telling;
  const note = makeNote(wording, 'stale');
  const complete = alike(types, ({ state }) => completeness(state, telling)).map(({ words, items }) => {
    const counted = items
      .map(({ type, held: records }) => wording.say('doctor.counted', { type: typeName(type), records }))
      .join(', ');
    const names = items.map(({ type }) => typeName(type)).join(', ');
    const details = items.map(({ type, held, state: { completeTo, reconciledAt } }) => {
      return { type, held, completeTo: iso(completeTo), deletionsTo: iso(reconciledAt) };
    });
    return note(words.mark, words.key, { ...words.values, counted, types: names }, details);
  });
  const reading = types.flatMap(({ type, state: { cursor } }) => (cursor === null ? [] : [{ type, cursor }]));
  const passes = alike(reading, ({ cursor: { since, startedAt } }) => {
    return { key: since === null ? 'pass_full' : 'pass_changes', when: telling.when(startedAt) };
  }).map(({ words: { key, when }, items }) => {
    const details = items.map(({ type, cursor: { read, expected } }) => ({ type, read, expected }));
    const passed = details.map(({ type, read, expected }) =>
      wording.say('doctor.passed', {
        type: typeName(type),
        read,
        counted: expected === null ? 'no' : 'yes',
        expected: expected ?? 0,
      }),
    );
    return note('ok', key, { when, passed: passed.join(', ') }, details);
  });
  return [...complete, ...passes];
}

function completeness({ completeTo, reconciledAt, round }: SyncState, { wording, now, oldMs, when }: Telling): Words {
  if (completeTo === null) return { mark: 'look', key: 'type_unread', values: {} };
  const values = {
    when: when(completeTo),
    archived: when(reconciledAt ?? completeTo),
    round: roundText(wording, round),
  };
  return now - completeTo > oldMs ? { mark: 'look', key: 'type_old', values } : { mark: 'ok', key: 'type', values };
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function roundText(wording: Wording, round: SyncState['round']): string {
  if (round === null) return wording.say('doctor.round_none');
  if (round.done) return wording.say('doctor.round_done');
  const share = round.total === 0 ? 0 : Math.min(1, round.read / round.total);
  return wording.say('doctor.round_part', { share: { kind: 'percent', share } });
}
