import { setTimeout as delay } from 'node:timers/promises';
import { ACTION_KINDS, type TaskAnswer } from '@account-health/contract/card';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { RetryLater } from '../errors.ts';
import { companyId } from '../ids.ts';
import type { PlayWork, TaskMade } from '../playbooks/play-work.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { makeWording, type Wording } from '../wording/make-wording.ts';
import { taskAnswer } from './answers/card.ts';
import { type Gate, onlyWhoMay } from './gate.ts';
import { inOneLine } from './in-one-line.ts';
import { jsonBody } from './json-body.ts';
import { makeTaskUrl } from './record-url.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';
import { localeOf } from './settings/locale-of.ts';
import { signedPerson } from './signed-person.ts';
import { obstacleText } from './task-obstacle-text.ts';

/** A card gives up after 15 s; HubSpot may take longer, and the work goes on. */
const WAIT_MS = 9_000;

const company = z.string().regex(/^\d{1,20}$/);
const asked = z.strictObject(
  { kind: z.enum(ACTION_KINDS, { error: `use ${ACTION_KINDS.join(', ')}` }) },
  { error: 'send JSON with kind' },
);

/**
 * `POST /api/companies/{companyId}/tasks?locale= {kind}`: makes a task in HubSpot for whoever looks after the company, unless one of
 * the kind is open. What stands in the way is told in a sentence.
 */
export function makeTaskRoute(options: {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly plays: PlayWork;
  readonly log: Pick<Logger, 'error'>;
  /** How long the answer waits for the task, ms; less than a card waits. */
  readonly waitMs?: number;
}): RequestHandler[] {
  const { store, plays, log, waitMs = WAIT_MS } = options;
  return [
    onlyWhoMay('make_tasks', options),
    async (request, response) => {
      const { portalId } = response.locals as SignedLocals;
      const id = company.safeParse(request.params.companyId);
      const person = signedPerson(request);
      const given = asked.safeParse(jsonBody(request));
      if (!id.success) return refuse(response, 400, 'Name one company by its record id.');
      if (person === undefined)
        return refuse(response, 400, 'HubSpot did not say who is asking: call this from a card of the app.');
      if (!given.success) return refuse(response, 400, inOneLine(given.error));
      const of = companyId(id.data);
      const making = plays.makeTask(portalId, { companyId: of, kind: given.data.kind, by: person }).catch(unreachable);
      const made = (await Promise.race([making, delay(waitMs)])) ?? NO_ANSWER;
      // What fails from here on fails behind an answer that was given.
      if (made === NO_ANSWER)
        making.catch((err) =>
          log.error({ err, portalId, companyId: of }, 'a task failed after its request was answered'),
        );
      const { timeZone = 'UTC', uiDomain = '' } = (await store.portal(portalId).profile()) ?? {};
      const wording = makeWording({ locale: localeOf(request), timeZone });
      sendAnswer(response, taskAnswer, answerTo(made, wording, makeTaskUrl({ uiDomain, portalId, companyId: of })));
    },
  ];
}

const NO_ANSWER: TaskMade = { state: 'refused', because: { why: 'no_answer' } };

function unreachable(error: unknown): TaskMade {
  if (!(error instanceof RetryLater)) throw error;
  return { state: 'refused', because: { why: 'unreachable' } };
}

function answerTo(made: TaskMade, { say }: Wording, taskUrl: (taskId: string) => string): TaskAnswer {
  if (made.state === 'refused') return { state: 'refused', text: refusalOf(made.because, say) };
  const { state, taskId, subject, dueAt, owner } = made;
  const task = { label: subject, url: taskUrl(taskId) };
  if (state === 'open_already')
    return { state, task, owner, text: say('play.open_already', { day: { kind: 'day', at: dueAt } }) };
  return {
    state,
    task,
    owner,
    text: owner === null ? say('play.made.unowned') : say('play.made.owned', { owner }),
  };
}

function refusalOf(because: Extract<TaskMade, { state: 'refused' }>['because'], say: Wording['say']): string {
  if (because.why === 'hubspot') return say('play.refused.hubspot', { reason: because.reason });
  if (because.why === 'scopes' || because.why === 'not_writing') return obstacleText(because, say);
  return say(`play.refused.${because.why}`);
}
