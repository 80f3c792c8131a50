import type { Request, Response } from 'express';

/** A cookie of this host alone, which no script reads. */
export interface HostCookie {
  /** Undefined: the browser sent none, or several of the name. */
  read(request: Request): string | undefined;
  /** `value` null: takes it away. */
  set(response: Response, value: string | null): void;
}

/**
 * A `__Host-` cookie: over https alone, of this host alone, for all paths, so that no other host of the domain can plant one
 * (RFC 6265bis, section 4.1.3.2). Only where the service is plain http on this very machine it is one without the prefix and `Secure`,
 * which browsers refuse there.
 */
export function makeHostCookie(options: {
  readonly publicUrl: string;
  readonly name: string;
  /** `lax`: sent also when HubSpot's page leads here; `strict`: from our own pages only. */
  readonly sameSite: 'lax' | 'strict';
  readonly maxAgeMs: number;
}): HostCookie {
  const { publicUrl, sameSite, maxAgeMs } = options;
  const { protocol, hostname } = new URL(publicUrl);
  const isPlain = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const name = isPlain ? options.name : `__Host-${options.name}`;
  const attributes = { httpOnly: true, secure: !isPlain, sameSite, path: '/' } as const;
  return {
    read(request) {
      const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim());
      const own = pairs.filter((pair) => pair.startsWith(`${name}=`));
      return own.length === 1 ? own[0]?.slice(name.length + 1) : undefined;
    },
    set(response, value) {
      if (value === null) response.clearCookie(name, attributes);
      else response.cookie(name, value, { ...attributes, maxAge: maxAgeMs, encode: String });
    },
  };
}
