import pino, { type DestinationStream, type Logger } from 'pino';
import { loggable, makeHideSecrets, withoutQuery } from './hide-secrets.ts';

export interface LogOptions {
  /** The least level that is written; "silent": none. */
  readonly level: string;
  /** The secrets in our settings. */
  readonly secrets?: readonly string[];
  /** Default: standard output. */
  readonly to?: DestinationStream;
}

/**
 * The log: a JSON object a line. Secrets are left out twice, as objects by the names of their fields and as finished lines by what
 * is known of secrets, so that one slip of a caller shows none.
 */
export function makeLog({ level, secrets = [], to }: LogOptions): Logger {
  const options = {
    level,
    formatters: { log: (fields: Record<string, unknown>) => loggable(fields) as Record<string, unknown> },
    // What `formatters.log` made of an error stays as it is.
    serializers: {
      err: (error: unknown) => (error instanceof Error ? loggable(error) : error),
      url: (url: unknown) => withoutQuery(String(url)),
    },
    hooks: { streamWrite: makeHideSecrets(secrets) },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
