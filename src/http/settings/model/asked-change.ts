import type { Request, Response } from 'express';
import { z } from 'zod';
import type { PortalId } from '../../../ids.ts';
import type { ModelFiles } from '../../../model-files.ts';
import type { Actor } from '../../../store/audit-log.ts';
import type { PortalHandles } from '../../../store/open-store.ts';
import type { PortalStore } from '../../../store/portal-store.ts';
import { modelState as promised } from '../../answers/model.ts';
import { type Gate, wordingFor } from '../../gate.ts';
import { inOneLine } from '../../in-one-line.ts';
import { jsonBody } from '../../json-body.ts';
import type { SignedLocals } from '../../require-signature.ts';
import { refuse, sendAnswer, sendStale } from '../../send-answer.ts';
import { signedPerson } from '../../signed-person.ts';
import { modelState } from './model-state.ts';

export interface ModelRoutes {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly models: ModelFiles;
}

export interface ModelChanges extends ModelRoutes {
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

export interface ModelPublishing extends ModelChanges {
  /** What is published counts in a cycle that begins from now on. */
  readonly cycleAnew: (portal: PortalId) => void;
}

/** The revision that whoever changes something looked at. */
export const revision = z.int({ error: 'send the revision that you looked at' }).min(0);

/** What somebody asks to be changed, and who it is; undefined: it was answered with what is wrong with it. */
export function askedChange<T extends z.ZodType>(
  schema: T,
  request: Request,
  response: Response,
): { readonly asked: z.infer<T>; readonly by: Actor } | undefined {
  const person = signedPerson(request);
  const { success, data, error } = schema.safeParse(jsonBody(request));
  if (success && person !== undefined) return { asked: data, by: { kind: 'user', ...person } };
  refuse(response, 400, success ? 'HubSpot did not say who asks.' : inOneLine(error));
  return undefined;
}

/** The portal that a request is signed for. */
export const portalOf = (response: Response, { store }: ModelRoutes): PortalStore =>
  store.portal((response.locals as SignedLocals).portalId);

/** Answers with the model as it stands now; a change that came too late with 409. */
export async function answerState(
  request: Request,
  response: Response,
  options: ModelRoutes,
  outcome: 'done' | 'stale' = 'done',
): Promise<void> {
  const { locale } = request.query;
  // With the active version of one moment and the revision of another, the page would take the old for the new.
  const state = await portalOf(response, options).atOneMoment((store) => modelState(store, options.models, locale));
  if (outcome === 'done') sendAnswer(response, promised, state);
  else sendStale(response, promised, state, wordingFor(locale).say('model.stale'));
}
