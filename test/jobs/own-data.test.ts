import { expect, onTestFinished, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import { openTestStore } from '../store/test-store.ts';
import { openCycleRig } from './cycle-rig.ts';
import { NO_FACTS, NOW, PAID } from './small-portal.ts';

const TODAY = Math.floor(NOW / DAY_MS);

test('a cycle scores with what was told to us alone, and keeps what of it concerns the portal', async () => {
  const store = await openTestStore();
  onTestFinished(store.close);
  const rig = await openCycleRig(store);
  onTestFinished(rig.close);
  const portalOf = async (): Promise<PortalContext | undefined> => {
    const cycle = await rig.store.latestCycle();
    return (cycle?.context as { readonly portal: PortalContext } | undefined)?.portal;
  };
  await rig.cycle();
  expect(await portalOf()).not.toHaveProperty('pulsesSince');
  expect(await portalOf()).not.toHaveProperty('usage');

  rig.advance(1_000);
  await rig.store.saveUsage(
    [
      { companyId: companyId(NO_FACTS), metric: 'logins', key: 'a', at: NOW - DAY_MS, value: 3 },
      { companyId: companyId(PAID), metric: 'logins', key: 'a', at: NOW - 3 * DAY_MS, value: 3 },
    ],
    rig.now(),
  );
  const person = { userId: '7', userEmail: null, reason: 'We met' };
  const lasting = { at: rig.now(), expiresAt: rig.now() + DAY_MS };
  await rig.store.addJudgement({
    ...person,
    ...lasting,
    companyId: companyId(NO_FACTS),
    kind: 'pulse',
    value: 'neutral',
  });
  rig.advance(1_000);
  const { scored } = await rig.cycle();
  expect(await portalOf()).toMatchObject({
    pulsesSince: NOW + 1_000,
    usage: { runningSince: NOW + 1_000, days: { logins: [TODAY - 3, TODAY - 1] } },
  });
  const health = scored.get(NO_FACTS)?.health;
  // Of a company with usage and a pulse something is known, if too little for a score.
  expect(health).toMatchObject({ state: 'unknown', reason: expect.not.stringMatching('no_facts') });
  const signals = health?.state === 'unknown' ? health.signals : [];
  expect(signals.find(({ signal }) => signal === 'pulse')?.reading).toMatchObject({ kind: 'scored', raw: 50 });
});
