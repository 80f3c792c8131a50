import { afterAll, beforeAll } from 'vitest';
import { examinePortal } from '../../src/jobs/examine-portal.ts';
import type { Examination, Finding } from '../../src/jobs/findings.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { SandboxOptions } from '../../src/local/sandbox/start-sandbox.ts';
import type { Store } from '../../src/store/open-store.ts';
import { en as english } from '../../src/wording/en.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';

const en: Readonly<Record<string, string>> = english;

/** A portal to examine, and what was found by key. */
export async function openExamineRig(
  store: Store,
  options: Partial<SandboxOptions> = {},
  data: Parameters<typeof openCycleRig>[1] = {},
) {
  const rig = await openCycleRig(store, data, options);
  const clientAt = (baseUrl: string, token = rig.sandbox.token) =>
    makeUnpacedClient({ baseUrl, token: async () => token, clock: rig.now }).client;
  return {
    ...rig,
    clientAt,
    async examine(given: Partial<Examination> = {}) {
      const findings = await examinePortal({
        client: rig.client,
        host: 'hubspot.example',
        store,
        model: MODEL,
        schedule: '15 * * * *',
        locale: 'en',
        clock: rig.now,
        ...given,
      });
      return {
        findings,
        all: (key: string) => findings.filter((finding) => finding.key === key),
        one(key: string): Finding {
          const [found, ...more] = findings.filter((finding) => finding.key === key);
          if (found === undefined || more.length > 0) throw new Error(`${key}: ${JSON.stringify(findings)}`);
          return found;
        },
        troubles: findings.filter(({ mark }) => mark !== 'ok').map(({ key }) => key),
      };
    },
  };
}

/** Opens portals to examine, in one store that the test file has to itself; all are closed when its tests have ended. */
export function examineRigs() {
  let store: Store;
  const rigs: CycleRig[] = [];
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(async () => {
    for (const rig of rigs) await rig.close();
    await store.close();
  });
  return async (options: Partial<SandboxOptions> = {}, data: Parameters<typeof openCycleRig>[1] = {}) => {
    const rig = await openExamineRig(store, options, data);
    rigs.push(rig);
    return rig;
  };
}

export const without = (...scopes: readonly string[]) => ALL_SCOPES.filter((scope) => !scopes.includes(scope));
export const labels = (keys: readonly string[]) => keys.map((key) => en[`signal.${key}.label`] ?? '?');
