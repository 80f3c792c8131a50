import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { PortalId } from '../../../ids.ts';
import { publishDraft, rollBack } from '../../../portal-model/publish-draft.ts';
import { onlyWhoMay, wordingFor } from '../../gate.ts';
import { answerState, askedChange, type ModelChanges, portalOf, revision } from './asked-change.ts';

interface PublishOptions extends ModelChanges {
  /** What is published counts in a cycle that begins from now on. */
  readonly cycleAnew: (portal: PortalId) => void;
}

const toPublish = z.strictObject({ revision }, { error: 'send JSON with revision' });
const name = z.string({ error: 'send a name as text' }).min(1).max(500);
const toRollBack = z.strictObject(
  { revision, version: name, name: name.optional() },
  { error: 'send JSON with version and revision' },
);

/**
 * `POST /api/settings/model/publish?locale= {revision}`: the draft scores the portal from now on. One with mistakes is not published: the
 * answer is the model as it was. 409 where somebody changed it since.
 */
export const publishModelRoute = (options: PublishOptions): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const given = askedChange(toPublish, request, response);
    if (given === undefined) return;
    const portal = portalOf(response, options);
    const publish = { ...given.asked, at: options.clock(), by: given.by };
    const outcome = await publishDraft(portal, options.models, publish);
    if (outcome === 'done') options.cycleAnew(portal.portalId);
    await answerState(request, response, options, outcome === 'stale' ? 'stale' : 'done');
  },
];

/** `POST /api/settings/model/rollback?locale= {version, revision, name?}`: a version that was kept scores the portal again. */
export const rollBackRoute = (options: PublishOptions): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const given = askedChange(toRollBack, request, response);
    if (given === undefined) return;
    const portal = portalOf(response, options);
    const { revision: from, ...to } = given.asked;
    const outcome = await rollBack(portal, options.models, to, { revision: from, at: options.clock(), by: given.by });
    if (outcome === 'unfit') {
      response.status(400).json({ error: wordingFor(request.query.locale).say('model.no_version') });
      return;
    }
    if (outcome === 'done') options.cycleAnew(portal.portalId);
    await answerState(request, response, options, outcome);
  },
];
