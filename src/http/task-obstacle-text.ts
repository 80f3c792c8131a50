import type { TaskObstacle } from '../playbooks/play-work.ts';
import type { Wording } from '../wording/make-wording.ts';

/** Why no task can be made, and what to do. */
export const obstacleText = (obstacle: TaskObstacle, say: Wording['say']): string =>
  obstacle.why === 'scopes'
    ? say('play.refused.scopes', { scopes: obstacle.scopes.join(', ') })
    : say('play.refused.not_writing');
