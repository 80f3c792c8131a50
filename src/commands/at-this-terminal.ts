import { userInfo } from 'node:os';
import type { Actor } from '../store/audit-log.ts';

/** Whoever runs the command, by their login on this machine: for the log of who changed what. */
export function atThisTerminal(): Actor {
  return { kind: 'command', login: loginName() };
}

/** A container may run under a user id that nobody has. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
