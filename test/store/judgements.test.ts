import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { NewJudgement } from '../../src/store/judgements.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

onEachEngine('judgements', (engine) => {
  const freshPortal = freshPortals(engine);
  const one = companyId('1');
  const makePortal = async (): Promise<PortalStore> => {
    const portal = freshPortal();
    await portal.saveRecords('companies', [{ id: '1', effectiveAt: 5, values: {} }], 10);
    return portal;
  };
  const person = { companyId: one, userId: '7', userEmail: 'ann@example.com' };
  const override = (at: number, more: Partial<NewJudgement> = {}) =>
    ({
      ...person,
      kind: 'override',
      at,
      value: 'healthy',
      reason: 'We met',
      expiresAt: 1_000,
      ...more,
    }) as NewJudgement;
  const pulse = (at: number, more: Partial<NewJudgement> = {}) =>
    ({
      ...person,
      kind: 'pulse',
      at,
      value: 'positive',
      reason: 'They said so',
      expiresAt: 500,
      ...more,
    }) as NewJudgement;
  const held = async (portal: PortalStore, at: number) => (await portal.overrides([one], at)).get(one)?.status;

  it('logs who said what, when and why, and what was so before', async () => {
    const portal = await makePortal();
    await portal.savePublished([{ companyId: one, asOf: 50, score: 40, status: 'at_risk', modelVersion: '1' }]);
    await portal.addJudgement(override(100));
    await portal.addJudgement(pulse(150));
    await portal.addJudgement(override(200, { value: 'unhealthy', userId: '8', userEmail: null }));
    const before = { score: 40, status: 'at_risk' };
    expect(await portal.judgements(one)).toEqual([
      { ...override(100), before: { ...before, value: null } },
      { ...pulse(150), before: { ...before, value: null } },
      {
        ...override(200, { value: 'unhealthy', userId: '8', userEmail: null }),
        before: { ...before, value: 'healthy' },
      },
    ]);
  });

  it('an override holds from when it was set to its last moment, and the latest one alone', async () => {
    const portal = await makePortal();
    await portal.addJudgement(override(100));
    await portal.addJudgement(override(200, { value: 'unhealthy', expiresAt: 300 }));
    expect([await held(portal, 99), await held(portal, 100), await held(portal, 199)]).toEqual([
      undefined,
      'healthy',
      'healthy',
    ]);
    // The first does not come back.
    expect([await held(portal, 200), await held(portal, 300), await held(portal, 301)]).toEqual([
      'unhealthy',
      'unhealthy',
      undefined,
    ]);
    expect((await portal.overrides([one], 250)).get(one)).toEqual({
      status: 'unhealthy',
      reason: 'We met',
      setAt: 200,
      expiresAt: 300,
      by: 'ann@example.com',
    });
  });

  it('is taken back, and what does not hold is not', async () => {
    const portal = await makePortal();
    const end = (at: number) => override(at, { value: null, reason: null, expiresAt: null } as Partial<NewJudgement>);
    expect(await portal.addJudgement(end(90))).toBeUndefined();
    await portal.addJudgement(override(100));
    await portal.addJudgement(end(200));
    await portal.addJudgement(end(201));
    expect([await held(portal, 150), await held(portal, 200)]).toEqual(['healthy', undefined]);
    expect((await portal.judgements(one)).map(({ at, value, before }) => [at, value, before.value])).toEqual([
      [100, 'healthy', null],
      [200, null, 'healthy'],
    ]);
    await portal.addJudgement(override(300));
    expect(await held(portal, 300)).toBe('healthy');
  });

  it('said again by the same person, nothing is added; by another, later or otherwise it is', async () => {
    const portal = await makePortal();
    await Promise.all([100, 101, 102].map((at) => portal.addJudgement(override(at))));
    expect(await portal.judgements(one)).toHaveLength(1);
    await portal.addJudgement(override(110, { userId: '8' }));
    await portal.addJudgement(override(120, { userId: '8', expiresAt: 2_000 }));
    await portal.addJudgement(override(130, { userId: '8', expiresAt: 2_000, reason: 'We met again' }));
    expect(await portal.judgements(one)).toHaveLength(4);
    // What has expired is said anew.
    await portal.addJudgement(pulse(100));
    await portal.addJudgement(pulse(501));
    expect((await portal.judgements(one)).filter(({ kind }) => kind === 'pulse')).toHaveLength(2);
  });

  it('keeps the order of saying though the clock went back', async () => {
    const portal = await makePortal();
    await portal.addJudgement(override(100));
    await portal.addJudgement(override(100, { value: 'unhealthy' }));
    await portal.addJudgement(override(60, { value: 'at_risk' }));
    expect((await portal.judgements(one)).map(({ at, value }) => [at, value])).toEqual([
      [100, 'healthy'],
      [101, 'unhealthy'],
      [102, 'at_risk'],
    ]);
  });

  it('pulses are facts of the account; overrides are not', async () => {
    const [portal, other] = [await makePortal(), await makePortal()];
    expect(await portal.pulsesSince()).toBeUndefined();
    await portal.addJudgement(override(90));
    await portal.addJudgement(pulse(100));
    await portal.addJudgement(pulse(200, { value: 'negative' }));
    const pulses = [
      { value: 'positive', reason: 'They said so', givenAt: 100, expiresAt: 500 },
      { value: 'negative', reason: 'They said so', givenAt: 200, expiresAt: 500 },
    ];
    const account = await portal.account(one);
    expect(account).toEqual({ companyId: '1', company: account?.company, records: [], pulses });
    expect((await Array.fromAsync(portal.accounts())).flat()[0]?.pulses).toEqual(pulses);
    expect(await portal.pulsesSince()).toBe(100);
    expect(await other.account(one)).not.toHaveProperty('pulses');
    expect([await other.pulsesSince(), await other.judgements(one), await held(other, 90)]).toEqual([
      undefined,
      [],
      undefined,
    ]);
  });

  it('goes with a company that is purged', async () => {
    const portal = await makePortal();
    await portal.addJudgement(override(100));
    await portal.purge('companies', '1');
    expect([await portal.judgements(one), await held(portal, 100)]).toEqual([[], undefined]);
  });

  it('takes any text as it is, but for what no database takes', async () => {
    const portal = await makePortal();
    await portal.addJudgement(override(100, { reason: 'It\'s "fine" \u0000 — 100 % {x} 😀' } as Partial<NewJudgement>));
    expect((await portal.judgements(one))[0]?.reason).toBe('It\'s "fine"  — 100 % {x} 😀');
  });
});
