import type { RequestHandler } from 'express';
import { keptPlaybooks } from '../../playbooks/kept-playbooks.ts';
import type { PlayWork } from '../../playbooks/play-work.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import { playbooksAnswer as promised } from '../answers/playbooks.ts';
import { changeSetting } from '../change-setting.ts';
import { type Gate, onlyWhoMay } from '../gate.ts';
import type { SignedLocals } from '../require-signature.ts';
import { sendAnswer } from '../send-answer.ts';
import { localeOf } from './locale-of.ts';
import { playbooksAnswer } from './playbooks-answer.ts';

interface PlaybooksOptions {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly plays: PlayWork;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/** `GET /api/settings/playbooks?locale=`: what happens when an account worsens, and what came of it. */
export const readPlaybooksRoute =
  ({ store, plays, clock }: Pick<PlaybooksOptions, 'store' | 'plays' | 'clock'>): RequestHandler =>
  async (request, response) => {
    const portal = store.portal((response.locals as SignedLocals).portalId);
    const answer = await playbooksAnswer({ store: portal, plays, locale: localeOf(request), now: clock() });
    sendAnswer(response, promised, answer);
  };

/** `PUT /api/settings/playbooks?locale= {version, playbooks}`: changes them. */
export const changePlaybooksRoute = (options: PlaybooksOptions): RequestHandler[] => [
  onlyWhoMay('change_playbooks', options),
  changeSetting(options, {
    setting: keptPlaybooks,
    promised,
    answer: (portal, request) =>
      playbooksAnswer({ store: portal, plays: options.plays, locale: localeOf(request), now: options.clock() }),
  }),
];
