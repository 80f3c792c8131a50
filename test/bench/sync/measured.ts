/** The side of a measured process, started by `measure.ts`: waits for the word to go, and tells what the work took. */
import { once } from 'node:events';

/** What the process that did the work can tell of itself. */
export interface Effort {
  readonly seconds: number;
  /** Of all threads, the embedded database's included. */
  readonly cpuSeconds: number;
  /** Of the thread that speaks with HubSpot. */
  readonly mainCpuSeconds: number;
  /** Resident memory of the whole process: before, and the most while it worked. */
  readonly memoryBefore: number;
  readonly memoryPeak: number;
}

/** Where the portal is, and whatever else the work needs to know. */
export const readJob = <Job extends object>() =>
  JSON.parse(process.argv[2] ?? '') as Job & { readonly url: string; readonly token: string };

/** Gives what the work gave, once the parent knows the effort. */
export async function measured<T>(work: () => Promise<T>): Promise<T> {
  const leave = () => process.exit(1);
  process.once('disconnect', leave);
  process.send?.('ready');
  await once(process, 'message');
  const memoryBefore = process.memoryUsage.rss();
  let memoryPeak = memoryBefore;
  const sample = () => {
    memoryPeak = Math.max(memoryPeak, process.memoryUsage.rss());
  };
  const sampling = setInterval(sample, 25);
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const mainCpu = process.threadCpuUsage();

  const result = await work();

  const seconds = (performance.now() - startedAt) / 1_000;
  const inSeconds = (used: { user: number; system: number }) => (used.user + used.system) / 1e6;
  const cpuSeconds = inSeconds(process.cpuUsage(cpu));
  const mainCpuSeconds = inSeconds(process.threadCpuUsage(mainCpu));
  clearInterval(sampling);
  sample();
  const effort: Effort = { seconds, cpuSeconds, mainCpuSeconds, memoryBefore, memoryPeak };
  process.off('disconnect', leave);
  process.send?.(effort);
  return result;
}
