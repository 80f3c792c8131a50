import { expect, test } from 'vitest';
import { TASK_SCOPES } from '../../src/hubspot/needed-scopes.ts';
import { taskObstacle } from '../../src/jobs/task-obstacle.ts';
import type { Installation } from '../../src/store/installations.ts';

const INSTALLED: Installation = { state: 'installed', scopes: TASK_SCOPES, writingSince: 5 } as unknown as Installation;
const [first = '', ...others] = TASK_SCOPES;
const lacking = { why: 'scopes', scopes: [first] };

test.each<[string, Partial<Installation> | null, readonly string[] | undefined, unknown]>([
  ['all is granted', {}, undefined, null],
  ['nobody lets us write yet', { writingSince: null }, undefined, { why: 'not_writing' }],
  ['it waits for that first, whatever it lacks', { writingSince: null, scopes: [] }, undefined, { why: 'not_writing' }],
  ['only what is lacking is named', { scopes: others }, undefined, lacking],
  ['one that was taken out waits for nobody', { state: 'gone', writingSince: null }, undefined, null],
  ['what HubSpot says of the token does not count where the install told', {}, [], null],
  ['of a private app HubSpot tells', null, others, lacking],
  ['where HubSpot does not tell, it is tried', null, undefined, null],
])('%s', async (_what, more, granted, expected) => {
  const installation = async () => (more === null ? undefined : { ...INSTALLED, ...more });
  expect(await taskObstacle({ installation }, { grantedScopes: async () => granted })).toEqual(expected);
  if (granted === undefined) expect(await taskObstacle({ installation })).toEqual(expected);
});
