import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, inject } from 'vitest';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  stdout(): string;
  readonly finished: Promise<Finished>;
}

type Env = Readonly<Record<string, string>>;

/** Starts a program of ours as a person would: from the project's folder, with only these settings. */
export function start(args: readonly string[], env: Env = {}, cwd?: string): Running {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH, HOME, TMPDIR, NO_COLOR: '1', METRICS_PORT: '0', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const finished = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, stdout: () => stdout, finished };
}

export const run = (args: readonly string[], env: Env = {}): Promise<Finished> => start(args, env).finished;

/** The same from another folder. */
export const runIn = (cwd: string, args: readonly string[], env: Env = {}): Promise<Finished> =>
  start(args, env, cwd).finished;

/** It failed, and all it said is one line: what is wrong and what to do. */
export function expectOneLine(finished: Finished, says: RegExp | string): void {
  expect(finished.stderr).toMatch(/^account-health: [^\n]+\n$/);
  expect(finished.stderr).toMatch(says);
  expect(finished.stderr).not.toMatch(/ at .*\.(ts|js|mjs):\d+/);
  expect(finished.code).toBe(1);
}

/** A path in a folder of its own, where nothing is yet. */
export const freshPath = (name = 'data'): string => join(mkdtempSync(join(inject('runFolder'), 'command-')), name);

/** A folder of its own that is there. */
export function freshFolder(name = 'folder'): string {
  const path = freshPath(name);
  mkdirSync(path);
  return path;
}

/** A port that nothing listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
