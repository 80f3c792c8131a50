import type { RequestHandler } from 'express';
import { z } from 'zod';
import { TEMPLATES } from '../../../model-files.ts';
import type { Json } from '../../../portal-model/apply-edit.ts';
import { changeDraft, DraftTooLong, MOST_YAML_BYTES } from '../../../portal-model/change-draft.ts';
import { CannotEdit } from '../../../portal-model/edit-yaml.ts';
import { onlyWhoMay, wordingFor } from '../../gate.ts';
import { refuse } from '../../send-answer.ts';
import { answerState, askedChange, type ModelChanges, portalOf, revision } from './asked-change.ts';

/** What a form changes at once, and a place of a model, are less than these by far. */
const MOST_EDITS = 200;
const MOST_STEPS = 12;

const step = z.union([z.string().max(200), z.int().min(0)], { error: 'a step of a path is a key or a number' });
const edit = z.strictObject(
  { path: z.array(step).min(1).max(MOST_STEPS), value: z.json() },
  { error: 'an edit is {path, value}' },
);
const change = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('edits'), edits: z.array(edit).min(1).max(MOST_EDITS) }),
    z.strictObject({ kind: z.literal('yaml'), yaml: z.string({ error: 'send the text as yaml' }) }),
    z.strictObject({ kind: z.literal('template'), key: z.enum(TEMPLATES, { error: `use ${TEMPLATES.join(', ')}` }) }),
    z.strictObject({ kind: z.literal('discard') }),
  ],
  { error: 'kind is edits, yaml, template or discard' },
);
const asked = z.strictObject({ revision, change }, { error: 'send JSON with revision and change' });

/**
 * `PUT /api/settings/model/draft?locale= {revision, change}`: changes the draft, also where that leaves mistakes in it. 409 with the model as
 * it is now where somebody changed it since.
 */
export const changeDraftRoute = (options: ModelChanges): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const given = askedChange(asked, request, response);
    if (given === undefined) return;
    const { revision: from, change: what } = given.asked;
    const { say } = wordingFor(request.query.locale);
    try {
      const edits =
        'edits' in what ? { ...what, edits: what.edits.map((one) => ({ ...one, value: one.value as Json })) } : what;
      const change = { revision: from, at: options.clock(), by: given.by };
      const outcome = await changeDraft(portalOf(response, options), options.models, edits, change);
      await answerState(request, response, options, outcome);
    } catch (error) {
      if (error instanceof CannotEdit) refuse(response, 400, say('model.cannot_edit'));
      else if (error instanceof DraftTooLong)
        refuse(response, 400, say('model.too_long', { kilobytes: MOST_YAML_BYTES / 1000 }));
      else throw error;
    }
  },
];
