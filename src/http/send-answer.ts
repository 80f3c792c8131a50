/**
 * Whatever leaves the service as JSON leaves through here, by the schema of what it promises (`answers/`): what that does not name is left
 * out, so that nothing private leaves by accident, and what is missing or wrong is our own mistake, loud and not sent.
 */
import type { Response } from 'express';
import type { z } from 'zod';
import { refusal } from './answers/service.ts';

/** An answer that is not as it was promised. The message is for the log: it names places, never values. */
class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** More places than these tell nothing more. */
const MOST_PLACES = 5;

/** The answer by its schema. @throws WrongAnswer */
export function asPromised<Answer>(schema: z.ZodType<Answer>, answer: NoInfer<Answer>): Answer {
  const { success, data, error } = schema.safeParse(answer);
  if (success) return data;
  const places = error.issues.slice(0, MOST_PLACES).map(({ path, code }) => `${path.join('.') || 'all'} (${code})`);
  throw new WrongAnswer(`an answer is not as promised: ${places.join(', ')}`);
}

/** @throws WrongAnswer before anything is sent */
export function sendAnswer<Answer>(
  response: Response,
  schema: z.ZodType<Answer>,
  answer: NoInfer<Answer>,
  statusCode = 200,
): void {
  const promised = asPromised(schema, answer);
  response.status(statusCode).json(promised);
}

/** To a change that came too late: what holds now, and in a sentence why nothing was changed. @throws WrongAnswer */
export function sendStale<State extends object>(
  response: Response,
  schema: z.ZodType<State>,
  state: NoInfer<State>,
  error: string,
): void {
  const promised = { ...asPromised(refusal, { error }), ...asPromised(schema, state) };
  response.status(409).json(promised);
}

/** No, in a sentence that names the remedy. */
export function refuse(response: Response, statusCode: number, error: string): void {
  sendAnswer(response, refusal, { error }, statusCode);
}

/** The bytes of an answer that was sent before, to the same request made again. */
export function sendKept(
  response: Response,
  kept: { readonly status: number; readonly contentType: string | null; readonly body: string },
): void {
  if (kept.contentType !== null) response.set('Content-Type', kept.contentType);
  response.status(kept.status).end(kept.body);
}
