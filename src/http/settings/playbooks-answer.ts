import { type PlaybooksAnswer, type PlayRow, STAGES } from '@account-health/contract/playbooks';
import { RetryLater } from '../../errors.ts';
import { playOutcomes } from '../../insight/play-outcomes.ts';
import { keptPlaybooks } from '../../playbooks/kept-playbooks.ts';
import type { PlayBasis, PlayWork } from '../../playbooks/play-work.ts';
import { type Calendar, makeCalendar } from '../../scoring/calendar.ts';
import type { NamedPlay, SkippedPlays } from '../../store/plays.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import { cutText } from '../../wording/cut-text.ts';
import { makeWording, type Wording } from '../../wording/make-wording.ts';
import { makeRecordUrl, makeTaskUrl } from '../record-url.ts';
import { obstacleText } from '../task-obstacle-text.ts';

const MOST_PLAYS = 50;
/** So far back it is told why accounts got no task. */
const LATELY_MS = 30 * 86_400_000;

/** The playbooks as they hold now, and what came of them, for a reader. */
export async function playbooksAnswer(asked: {
  readonly store: PortalStore;
  readonly plays: Pick<PlayWork, 'basis'>;
  readonly locale: string;
  /** Ms since 1970 UTC. */
  readonly now: number;
}): Promise<PlaybooksAnswer> {
  const { store, locale, now } = asked;
  const { timeZone = 'UTC', uiDomain = '' } = (await store.profile()) ?? {};
  const wording = makeWording({ locale, timeZone });
  const calendar = makeCalendar(timeZone);
  const { obstacle, advice } = await asked.plays.basis(store.portalId).catch(basisElsewhere(wording));
  const { version, value: playbooks } = await keptPlaybooks.read(store);
  const made = await store.plays({ kinds: ['playbook'], states: ['made'], limit: MOST_PLAYS });
  const skipped = await store.skippedPlays(now - LATELY_MS);
  return {
    version,
    playbooks,
    advice: { ...advice },
    plays: made.map((play) => playRow(play, { store, uiDomain, calendar })),
    outcomes: playOutcomes(await store.playFates()),
    refused: obstacle && obstacleText(obstacle, wording.say),
    skipped: skipped.map((one) => ({ text: skippedText(one, wording), count: one.count })),
  };
}

const skippedText = ({ reason, said }: SkippedPlays, { say }: Wording): string =>
  said === null ? say(`play.skipped.${reason}`) : say('play.refused.hubspot', { reason: cutText(said) });

/** Where the portal is served by another process, or HubSpot does not say: what the page needs besides is told all the same. */
const basisElsewhere =
  ({ say }: Wording) =>
  (error: unknown): PlayBasis => {
    if (!(error instanceof RetryLater)) throw error;
    const advice = Object.fromEntries(STAGES.map((stage) => [stage, say(`play.advice.${stage}`)]));
    return { obstacle: null, advice: advice as PlayBasis['advice'] };
  };

interface At {
  readonly store: Pick<PortalStore, 'portalId'>;
  readonly uiDomain: string;
  readonly calendar: Calendar;
}

function playRow(play: NamedPlay, { store: { portalId }, uiDomain, calendar }: At): PlayRow {
  const { companyId, name, taskId, taskState, ownerName, decidedAt, from, to, score, after30, after90 } = play;
  const at = { uiDomain, portalId, companyId };
  return {
    companyId,
    companyName: cutText(name ?? ''),
    companyUrl: makeRecordUrl(at)({ objectType: 'companies', id: companyId }),
    // One that was deleted has no page.
    taskUrl: taskId === null || taskState === 'gone' ? null : makeTaskUrl(at)(taskId),
    owner: ownerName,
    madeOn: calendar.isoDay(decidedAt),
    from: from ?? 'unknown',
    to: to ?? 'unknown',
    score: score ?? 0,
    after30,
    after90,
  };
}
