import { setTimeout } from 'node:timers/promises';

/** Waits; the process's own timers, for what takes `sleep` as an argument. */
export const sleep = (ms: number): Promise<void> => setTimeout(ms);
