import type { Connection } from '@account-health/contract/settings';
import type { RequestHandler } from 'express';
import type { PortalId } from '../../ids.ts';
import { connection as promised } from '../answers/settings.ts';
import type { SignedLocals } from '../require-signature.ts';
import { sendAnswer } from '../send-answer.ts';
import { localeOf } from './locale-of.ts';

/** What is connected, granted, missing and stale of a portal, but for where an admin agrees anew. What HubSpot does not answer is a finding. */
export type ExamineConnection = (portal: PortalId, locale: string) => Promise<Omit<Connection, 'reauthorizeUrl'>>;

/** `GET /api/settings/connection?locale=`: how the portal is connected, for everybody. It may take seconds. */
export const connectionRoute =
  ({
    connection,
    reauthorizeUrl,
  }: {
    readonly connection: ExamineConnection;
    /** Where an admin of a portal that installed the app agrees anew. */
    readonly reauthorizeUrl: (portal: PortalId) => string;
  }): RequestHandler =>
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    const found = await connection(portalId, localeOf(request));
    sendAnswer(response, promised, {
      ...found,
      reauthorizeUrl: found.way === 'installed' ? reauthorizeUrl(portalId) : null,
    });
  };
