import type { Logger } from 'pino';

/** A defect that nothing caught leaves nobody knows what behind: it is logged, and a supervisor starts us anew. */
export function logCrashes(log: Pick<Logger, 'fatal'>): void {
  const end = (error: unknown): void => {
    log.fatal({ err: error }, 'a defect ended the service');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
