import type { Request } from 'express';

/** The JSON of a signed request, whose body is the bytes that were signed: an empty object where it has none, undefined where it is no JSON. */
export function jsonBody({ body }: Pick<Request, 'body'>): unknown {
  const text = Buffer.isBuffer(body) ? body.toString() : '';
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
