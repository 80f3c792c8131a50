import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { PortalId } from '../../ids.ts';
import type { PreviewLook } from '../../insight/preview-look.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import { previewState } from '../answers/preview.ts';
import { type Gate, onlyWhoMay, wordingFor } from '../gate.ts';
import { inOneLine } from '../in-one-line.ts';
import { jsonBody } from '../json-body.ts';
import type { SignedLocals } from '../require-signature.ts';
import { refuse, sendAnswer, sendStale } from '../send-answer.ts';
import { signedPerson } from '../signed-person.ts';
import { localeOf } from './locale-of.ts';
import { type PreviewReader, wordPreview } from './word-preview.ts';

/** What publishing the portal's draft would change: scored in the background. */
export interface PreviewWork {
  /** Begins, unless there is one of the revision already. `stale`: the draft has another revision by now. */
  begin(portal: PortalId, revision: number): Promise<PreviewLook | 'stale'>;
  look(portal: PortalId): PreviewLook;
}

interface PreviewOptions {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly preview: PreviewWork;
}

const asked = z.strictObject(
  { revision: z.int({ error: 'send the revision that you looked at' }).min(0) },
  { error: 'send JSON with revision' },
);

/** `POST /api/settings/model/preview?locale= {revision}`: begins the preview of the draft with this revision; 409 where it has another by now. */
export const beginPreviewRoute = (options: PreviewOptions): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    const given = asked.safeParse(jsonBody(request));
    if (!given.success) {
      refuse(response, 400, inOneLine(given.error));
      return;
    }
    const reader = await readerOf(request, portalId, options);
    const look = await options.preview.begin(portalId, given.data.revision);
    if (look !== 'stale') {
      sendAnswer(response, previewState, wordPreview(look, reader));
      return;
    }
    const error = wordingFor(reader.locale).say('preview.stale');
    sendStale(response, previewState, wordPreview(options.preview.look(portalId), reader), error);
  },
];

/** `GET /api/settings/model/preview?locale=`: how far the latest preview is. */
export const readPreviewRoute = (options: PreviewOptions): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    const reader = await readerOf(request, portalId, options);
    sendAnswer(response, previewState, wordPreview(options.preview.look(portalId), reader));
  },
];

async function readerOf(
  request: Parameters<RequestHandler>[0],
  portalId: PortalId,
  { gate, store }: PreviewOptions,
): Promise<PreviewReader> {
  const portal = store.portal(portalId);
  const may = async (action: 'see_amounts' | 'see_portfolio') =>
    (await gate.refusal(portal, signedPerson(request), action)) === undefined;
  return {
    locale: localeOf(request),
    portalId,
    seesAmounts: await may('see_amounts'),
    seesPortfolio: await may('see_portfolio'),
  };
}
