import { SEGMENT_KEYS, type SegmentKey, type SegmentsAnswer } from '@account-health/contract/playbooks';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { PortalId } from '../../ids.ts';
import type { Actor } from '../../store/audit-log.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import { segmentsAnswer } from '../answers/playbooks.ts';
import { type Gate, onlyWhoMay } from '../gate.ts';
import { inOneLine } from '../in-one-line.ts';
import { jsonBody } from '../json-body.ts';
import type { SignedLocals } from '../require-signature.ts';
import { refuse, sendAnswer } from '../send-answer.ts';
import { signedPerson } from '../signed-person.ts';
import { localeOf } from './locale-of.ts';

/** The portal's starter segments; what HubSpot refuses, or does not answer, is in the answer. */
export interface SegmentsWork {
  read(portal: PortalId, locale: string): Promise<SegmentsAnswer>;
  /** Makes those of these that are not there; asked again it makes none twice. */
  make(
    portal: PortalId,
    asked: { readonly keys: readonly SegmentKey[]; readonly by: Actor; readonly locale: string },
  ): Promise<SegmentsAnswer>;
}

interface SegmentsOptions {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly segments: SegmentsWork;
}

const asked = z.strictObject(
  { keys: z.array(z.enum(SEGMENT_KEYS, { error: `name segments: ${SEGMENT_KEYS.join(', ')}` })).min(1) },
  { error: 'send JSON with keys' },
);

/** `GET /api/settings/segments?locale=`: which there are, and what became of each. */
export const readSegmentsRoute =
  ({ segments }: Pick<SegmentsOptions, 'segments'>): RequestHandler =>
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    sendAnswer(response, segmentsAnswer, await segments.read(portalId, localeOf(request)));
  };

/** `POST /api/settings/segments?locale= {keys}`: makes lists in HubSpot, those and no others. */
export const makeSegmentsRoute = (options: SegmentsOptions): RequestHandler[] => [
  onlyWhoMay('make_segments', options),
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    const person = signedPerson(request);
    const given = asked.safeParse(jsonBody(request));
    if (person === undefined || !given.success) {
      refuse(response, 400, given.success ? 'HubSpot did not say who asks.' : inOneLine(given.error));
      return;
    }
    const by = { kind: 'user', ...person } as const;
    const made = await options.segments.make(portalId, { keys: given.data.keys, by, locale: localeOf(request) });
    sendAnswer(response, segmentsAnswer, made);
  },
];
