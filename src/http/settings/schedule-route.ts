import type { ScheduleAnswer } from '@account-health/contract/settings';
import type { RequestHandler } from 'express';
import type { PortalId } from '../../ids.ts';
import { keptSchedule } from '../../portal-schedule.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import { makeWording } from '../../wording/make-wording.ts';
import { makeMomentText } from '../../wording/moment-text.ts';
import { scheduleAnswer } from '../answers/settings.ts';
import { changeSetting } from '../change-setting.ts';
import { type Gate, onlyWhoMay } from '../gate.ts';
import type { SignedLocals } from '../require-signature.ts';
import { sendAnswer } from '../send-answer.ts';
import { localeOf } from './locale-of.ts';

/** The running of a portal's cycles, where it is served here. */
export interface ScheduleWork {
  /** Has its cycles go by what is set now. */
  reschedule(portal: PortalId): Promise<void>;
  /** When the next ones start, ms since 1970 UTC, ascending; empty: not known here. */
  next(portal: PortalId): readonly number[];
}

interface ScheduleOptions {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly schedule: ScheduleWork;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/** `GET /api/settings/schedule?locale=`: how often the portal is synced and scored, and when next. */
export const readScheduleRoute =
  (options: ScheduleOptions): RequestHandler =>
  async (request, response) => {
    const portal = options.store.portal((response.locals as SignedLocals).portalId);
    sendAnswer(response, scheduleAnswer, await answer(portal, options, localeOf(request)));
  };

/** `PUT /api/settings/schedule?locale= {version, schedule}`: changes it; it holds at once. */
export const changeScheduleRoute = (options: ScheduleOptions): RequestHandler[] => [
  onlyWhoMay('change_schedule', options),
  changeSetting(options, {
    setting: keptSchedule,
    promised: scheduleAnswer,
    answer: (portal, request) => answer(portal, options, localeOf(request)),
    onDone: ({ portalId }) => options.schedule.reschedule(portalId),
  }),
];

async function answer(portal: PortalStore, options: ScheduleOptions, locale: string): Promise<ScheduleAnswer> {
  const [first, second] = options.schedule.next(portal.portalId);
  const timeZone = (await portal.profile())?.timeZone ?? 'UTC';
  const wording = makeWording({ locale, timeZone });
  const when = makeMomentText(wording.locale, timeZone, options.clock());
  const { version, value } = await keptSchedule.read(portal);
  return {
    version,
    schedule: value,
    next:
      first === undefined || second === undefined
        ? null
        : wording.say('schedule.next', { first: when(first), second: when(second) }),
  };
}
