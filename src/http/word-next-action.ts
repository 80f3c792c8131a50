import type { NextAction } from '@account-health/contract/card';
import { type NextStep, nextStepOf } from '../insight/next-action.ts';
import type { HealthScore } from '../scoring/score.ts';
import type { OpenTask } from '../store/plays.ts';
import type { Wording } from '../wording/make-wording.ts';
import { receiptText } from '../wording/receipt-text.ts';

export interface NextActionParts {
  readonly wording: Wording;
  /** Those of the company, the newest first (`PortalStore.openTasks`). */
  readonly openTasks: readonly OpenTask[];
  /** Where check-ups are booked; null: nowhere. */
  readonly meetingLink: string | null;
  /** Address of a task of the company's. */
  readonly taskUrl: (taskId: string) => string;
  /** The calendar day of a moment (ms) in the portal's zone, YYYY-MM-DD. */
  readonly isoDay: (ms: number) => string;
}

/** The best thing to do about an account, in its reader's words; null: nothing. */
export function wordNextAction(health: HealthScore, parts: NextActionParts): NextAction | null {
  const step = nextStepOf(health);
  if (step === null) return null;
  const { wording, openTasks, meetingLink, taskUrl, isoDay } = parts;
  const url = step.kind === 'check_up' ? meetingLink : null;
  // What a playbook asked for when the account worsened is to look into it.
  const open = openTasks.find(({ kind }) => kind === step.kind || (kind === 'playbook' && step.kind === 'task'));
  return {
    kind: step.kind,
    label: wording.say(url === null ? `play.action.${step.kind}` : 'play.action.check_up.link'),
    reason: reasonOf(step, wording),
    url,
    open: open ? { label: open.subject, url: taskUrl(open.taskId), dueOn: isoDay(open.dueAt) } : null,
  };
}

function reasonOf({ kind, row }: NextStep, wording: Wording): string {
  if (row !== null) {
    const { label } = receiptText(wording, row);
    if (row.dimension === null) return wording.say('play.next.cap', { label });
    return wording.say('play.next.row', { label, points: row.pointsLost });
  }
  return wording.say(kind === 'ask_review' ? 'play.next.review' : 'play.next.unknown');
}
