import { STAGES } from '@account-health/contract/playbooks';
import type { PlayBasis, PlayWork } from '../playbooks/play-work.ts';
import { makeWording } from '../wording/make-wording.ts';
import { makeTask } from './make-task.ts';
import { taskObstacle } from './task-obstacle.ts';
import { servedClient, type WorkOptions } from './work-options.ts';

/** What routes about tasks have done for a portal. */
export function makePlayWork(options: Pick<WorkOptions, 'store' | 'clientOf' | 'language' | 'clock'>): PlayWork {
  const { store, language, clock } = options;
  return {
    makeTask: async (portal, asked) =>
      await makeTask({ client: servedClient(options, portal), store: store.portal(portal), language, clock }, asked),
    async basis(portal) {
      const { say } = makeWording({ locale: language, timeZone: 'UTC' });
      return {
        obstacle: await taskObstacle(store.portal(portal), servedClient(options, portal)),
        advice: Object.fromEntries(STAGES.map((stage) => [stage, say(`play.advice.${stage}`)])) as PlayBasis['advice'],
      };
    },
  };
}
