import type { AccessHistory } from '../store/sync-state.ts';

const NEVER: AccessHistory = { firstReadAt: null, lostAt: null, regained: null };

/** After a pass that ended at a moment, ms. `readSince`: since when the type had been read before, where that alone is known. */
export function afterRead(before: AccessHistory | undefined, readSince: number | null, at: number): AccessHistory {
  const { firstReadAt, lostAt, regained } = before ?? { ...NEVER, firstReadAt: readSince };
  return {
    firstReadAt: firstReadAt ?? at,
    lostAt: null,
    regained: lostAt === null ? regained : { lostAt, at },
  };
}

/** After it was found, at a moment (ms), that the type cannot be read. What never was read is not lost. */
export function afterBlocked(before: AccessHistory | undefined, readSince: number | null, at: number): AccessHistory {
  const history = before ?? { ...NEVER, firstReadAt: readSince };
  return history.firstReadAt === null ? history : { ...history, lostAt: history.lostAt ?? at };
}
