import { expect, it } from 'vitest';
import type { KeptAnswer, RequestClaim } from '../../src/store/seen-requests.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const MINUTE_MS = 60_000;
const ANSWER: KeptAnswer = { status: 200, contentType: 'application/json', body: '{"done":"è \\u0000"}' };
const claim = (more: Partial<RequestClaim> = {}): RequestClaim => ({
  key: 'a',
  fingerprint: 'asked',
  claimedAt: NOW,
  ...more,
});

onEachEngine('seen requests', (engine) => {
  const freshPortal = freshPortals(engine);

  it('of several at once, one is given the claim', async () => {
    const portal = freshPortal();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => portal.claimRequest(claim())));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['given', ...Array(9).fill('running')]);
  });

  it('what was answered is told again, with what had been asked', async () => {
    const portal = freshPortal();
    await portal.claimRequest(claim());
    await portal.keepAnswer(claim(), ANSWER);
    const again = await portal.claimRequest(claim({ fingerprint: 'something else', claimedAt: NOW + MINUTE_MS }));
    expect(again).toEqual({ kind: 'answered', fingerprint: 'asked', ...ANSWER });
  });

  it('a claim that is given back can be had again', async () => {
    const portal = freshPortal();
    await portal.claimRequest(claim());
    await portal.dropClaim(claim());
    expect(await portal.claimRequest(claim())).toEqual({ kind: 'given' });
  });

  it('an answer that was kept is not given back', async () => {
    const portal = freshPortal();
    await portal.claimRequest(claim());
    await portal.keepAnswer(claim(), ANSWER);
    await portal.dropClaim(claim());
    expect((await portal.claimRequest(claim())).kind).toBe('answered');
  });

  it('one that was never answered passes on after two minutes, and its late answer changes nothing', async () => {
    const portal = freshPortal();
    await portal.claimRequest(claim());
    const later = claim({ claimedAt: NOW + 2 * MINUTE_MS });
    expect(await portal.claimRequest(claim({ claimedAt: later.claimedAt - 1 }))).toEqual({ kind: 'running' });
    expect(await portal.claimRequest(later)).toEqual({ kind: 'given' });
    await portal.keepAnswer(claim(), { ...ANSWER, body: 'late' });
    await portal.dropClaim(claim());
    expect(await portal.claimRequest(claim({ claimedAt: later.claimedAt + 1 }))).toEqual({ kind: 'running' });
    await portal.keepAnswer(later, ANSWER);
    expect(await portal.claimRequest(claim({ claimedAt: later.claimedAt + 2 }))).toMatchObject(ANSWER);
  });

  it('is kept for longer than any signature holds, ten minutes, and then forgotten', async () => {
    const portal = freshPortal();
    await portal.claimRequest(claim());
    await portal.keepAnswer(claim(), ANSWER);
    expect((await portal.claimRequest(claim({ claimedAt: NOW + 10 * MINUTE_MS }))).kind).toBe('answered');
    // Another request of the portal is enough for it to be forgotten: it can be claimed even as of before.
    await portal.claimRequest(claim({ key: 'b', claimedAt: NOW + 60 * MINUTE_MS }));
    expect(await portal.claimRequest(claim())).toEqual({ kind: 'given' });
  });

  it('another portal’s request under the same key is another', async () => {
    const [one, other] = [freshPortal(), freshPortal()];
    await one.claimRequest(claim());
    await one.keepAnswer(claim(), ANSWER);
    expect(await other.claimRequest(claim())).toEqual({ kind: 'given' });
    await other.dropClaim(claim());
    expect((await one.claimRequest(claim())).kind).toBe('answered');
  });
});
