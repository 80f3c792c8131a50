/** What is usual in a portal, quarter by quarter, and that no quarter learns of what came after it. */
import { expect, it } from 'vitest';
import type { Values } from '../../src/scoring/object-definition.ts';
import { quarterOf, type TicketMedians } from '../../src/scoring/portal-context.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const Q = (year: number, quarter: number) => year * 4 + quarter - 1;
const ms = (value: number, tickets: number) => ({ ms: value, tickets });

it('a quarter is told from its first to its last millisecond', () => {
  const edges = ['2025-12-31T23:59:59.999Z', '2026-01-01', '2026-03-31T23:59:59.999Z', '2026-04-01'];
  expect(edges.map((edge) => quarterOf(at(edge)))).toEqual([Q(2025, 4), Q(2026, 1), Q(2026, 1), Q(2026, 2)]);
});

onEachEngine('what is usual in a portal', (engine) => {
  const makePortal = freshPortals(engine);
  /** A ticket that took so many hours and was closed at a moment. */
  const solved = (closed: string, hours: number, rest: Values = {}): Values => ({
    createdate: at(closed) - hours * HOUR,
    closed_date: at(closed),
    hs_is_closed: true,
    time_to_first_agent_reply: null,
    ...rest,
  });
  const save = (portal: PortalStore, seenAt: string, tickets: Readonly<Record<string, Values>>) =>
    portal.saveRecords(
      'tickets',
      Object.entries(tickets).map(([id, values]) => ({ id, effectiveAt: at(seenAt), values, companyIds: [] })),
      at(seenAt),
    );
  const medians = async (portal: PortalStore, runningSince: string): Promise<Readonly<Record<string, TicketMedians>>> =>
    Object.fromEntries(await portal.ticketMedians(at(runningSince)));

  it('takes the tickets of the four quarters before, and the middle of them', async () => {
    const portal = makePortal();
    await save(portal, '2026-06-01', {
      a: solved('2025-03-31T23:59:59.999Z', 10, { time_to_first_agent_reply: 500 }),
      b: solved('2025-04-01', 20),
      c: solved('2025-05-01', 31, { time_to_first_agent_reply: 900 }),
    });
    const after = { resolution: ms(25.5 * HOUR, 2), firstReply: ms(900, 1) };
    expect(await medians(portal, '2026-06-01')).toEqual({
      [Q(2025, 2)]: { resolution: ms(10 * HOUR, 1), firstReply: ms(500, 1) },
      [Q(2025, 3)]: { resolution: ms(20 * HOUR, 3), firstReply: ms(700, 2) },
      [Q(2025, 4)]: { resolution: ms(20 * HOUR, 3), firstReply: ms(700, 2) },
      [Q(2026, 1)]: { resolution: ms(20 * HOUR, 3), firstReply: ms(700, 2) },
      [Q(2026, 2)]: after,
    });
  });

  it('leaves out bookings, open and reopened tickets, those without a date, and what is no date', async () => {
    const portal = makePortal();
    await save(portal, '2026-06-01', {
      good: solved('2025-05-01', 5),
      booking: solved('2025-05-01', 1 / 60),
      reversed: solved('2025-05-01', -5),
      open: { ...solved('2025-05-01', 50), closed_date: null },
      reopened: solved('2025-05-01', 50, { hs_is_closed: false }),
      unborn: solved('2025-05-01', 50, { createdate: null }),
      words: solved('2025-05-01', 50, { createdate: 'soon' }),
      absurd: solved('2025-05-01', 50, { closed_date: 1e17 }),
      ancient: { ...solved('2025-05-01', 50), createdate: -1e15, closed_date: -1e14 },
      bare: {},
    });
    expect((await medians(portal, '2026-06-01'))[Q(2025, 3)]).toEqual({
      resolution: ms(5 * HOUR, 1),
      firstReply: null,
    });
  });

  it('does not take a reply of no time for one', async () => {
    const portal = makePortal();
    await save(portal, '2026-06-01', {
      a: solved('2025-05-01', 5, { time_to_first_agent_reply: 0 }),
      b: solved('2025-05-01', 5, { time_to_first_agent_reply: -4 }),
    });
    expect((await medians(portal, '2026-06-01'))[Q(2025, 3)]).toEqual({
      resolution: ms(5 * HOUR, 2),
      firstReply: null,
    });
  });

  it('a quarter that has begun does not change with what is seen later', async () => {
    const portal = makePortal();
    await save(portal, '2025-01-01', { a: solved('2024-12-01', 10), b: solved('2024-12-01', 20) });
    const runningSince = '2025-02-01';
    const before = await medians(portal, runningSince);
    await save(portal, '2025-05-10', {
      a: solved('2024-12-01', 90),
      late: solved('2024-12-01', 90),
      b: solved('2024-12-01', 20, { hs_is_closed: false }),
    });
    const { [Q(2025, 1)]: first, [Q(2025, 2)]: second, ...rest } = await medians(portal, runningSince);
    expect([first, second]).toEqual([before[Q(2025, 1)], before[Q(2025, 2)]]);
    const corrected = { resolution: ms(90 * HOUR, 2), firstReply: null };
    expect(rest).toEqual({ [Q(2025, 3)]: corrected, [Q(2025, 4)]: corrected });
    // What was seen before we were running counts at once.
    expect((await medians(portal, '2025-05-10'))[Q(2025, 1)]).toEqual(corrected);
  });

  it('a ticket that was deleted counts until then', async () => {
    const portal = makePortal();
    await save(portal, '2025-01-01', { a: solved('2024-12-01', 10) });
    await portal.endRecords('tickets', [{ id: 'a', effectiveAt: at('2025-05-01') }], at('2025-05-01'));
    expect(Object.keys(await medians(portal, '2025-01-01'))).toEqual([Q(2025, 1), Q(2025, 2)].map(String));
  });

  it('shows one portal nothing of another, and nothing of other types', async () => {
    const [full, empty] = [makePortal(), makePortal()];
    await save(full, '2026-06-01', { a: solved('2025-05-01', 5, { hs_ticket_category: 'A' }) });
    await full.saveRecords('deals', [{ id: 'd', effectiveAt: 1, values: solved('2025-05-01', 7), companyIds: [] }], 1);
    expect(await medians(empty, '2026-06-01')).toEqual({});
    expect((await empty.kindQuarters('tickets', 'hs_ticket_category', ['createdate'], 0)).size).toBe(0);
    expect((await medians(full, '2026-06-01'))[Q(2025, 3)]?.resolution).toEqual(ms(5 * HOUR, 1));
  });

  it('tells the quarters that held each kind of record', async () => {
    const portal = makePortal();
    const meeting = (id: string, kind: string | null, start: string | null, stamp: string | null = null) => ({
      id,
      effectiveAt: 1,
      values: {
        hs_activity_type: kind,
        hs_meeting_start_time: start && at(start),
        hs_timestamp: stamp && at(stamp),
      },
      companyIds: [],
    });
    const first = [
      meeting('1', 'Training', '2025-05-01', '2025-08-01'),
      meeting('2', 'Training', null, '2024-02-01'),
      meeting('3', 'Training', '2025-06-30T23:59:59.999Z'),
      meeting('4', 'Review', '2025-07-01'),
      meeting('5', null, '2025-07-01'),
      meeting('6', '', '2025-07-01'),
      meeting('7', 'Undated', null),
    ];
    await portal.saveRecords('meetings', first, at('2026-01-01'));
    // Logged after the fact: the portal did not show it before.
    await portal.saveRecords('meetings', [meeting('8', 'Review', '2024-01-01')], at('2026-05-01'));
    const read = async (trustedUntil: string) =>
      Object.fromEntries(
        await portal.kindQuarters(
          'meetings',
          'hs_activity_type',
          ['hs_meeting_start_time', 'hs_timestamp'],
          at(trustedUntil),
        ),
      );
    expect(await read('2026-01-01')).toEqual({ Training: [Q(2024, 1), Q(2025, 2)], Review: [Q(2025, 3), Q(2026, 2)] });
    expect(await read('2025-12-31')).toEqual({ Training: [Q(2026, 1)], Review: [Q(2026, 1), Q(2026, 2)] });
  });
});
