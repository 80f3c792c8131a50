import { expect, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { readersFirst } from '../../src/store/readers-first.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

type Pool = Parameters<typeof readersFirst>[0];

/** A pool whose one session counts how often it is lent at once. */
function oneSession() {
  let lent = 0;
  let most = 0;
  const connect = async () => {
    lent += 1;
    most = Math.max(most, lent);
    return {
      release: () => {
        lent -= 1;
      },
    };
  };
  return { pool: { connect } as unknown as Pool, most: () => most };
}

test('the session is lent to one at a time, to readers before others, each in order', async () => {
  const { pool, most } = oneSession();
  const session = readersFirst(pool);
  const served: string[] = [];
  const holder = await session.asOther();
  const waiting = ['w1', 'w2', 'r1', 'w3', 'r2'].map(async (name) => {
    const connected = await (name.startsWith('r') ? session.asReader() : session.asOther());
    served.push(name);
    await Promise.resolve();
    connected.release();
  });
  expect(session.waiting()).toBe(5);
  expect(served).toEqual([]);
  holder.release();
  await Promise.all(waiting);
  expect(served).toEqual(['r1', 'r2', 'w1', 'w2', 'w3']);
  expect([most(), session.waiting()]).toEqual([1, 0]);
  // Nobody waits any more: the next one has it at once.
  (await session.asOther()).release();
});

test('readers without end do not keep the others out', async () => {
  const { pool } = oneSession();
  const session = readersFirst(pool);
  const served: string[] = [];
  const holder = await session.asReader();
  const all = [...Array.from({ length: 30 }, () => 'reader'), 'other'].map(async (kind) => {
    const connected = await (kind === 'reader' ? session.asReader() : session.asOther());
    served.push(kind);
    connected.release();
  });
  holder.release();
  await Promise.all(all);
  expect(served).toHaveLength(31);
  expect(served.indexOf('other')).toBeLessThan(10);
});

test('a session that cannot be had leaves its turn to the next', async () => {
  let calls = 0;
  const connect = async () => {
    calls += 1;
    if (calls === 1) throw new Error('no session');
    return { release: () => {} };
  };
  const session = readersFirst({ connect } as unknown as Pool);
  const [first, second] = await Promise.allSettled([session.asOther(), session.asReader()]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});

onEachEngine('reading', (engine) => {
  const freshPortal = freshPortals(engine);

  test('several things at once, beside writers, of what is committed alone', async () => {
    const portal = freshPortal();
    const one = companyId('1');
    await portal.saveRecords('companies', [{ id: '1', effectiveAt: 1, values: { name: 'Alder' } }], 10);
    const writing = Array.from({ length: 20 }, (_, index) =>
      portal.saveRecords('contacts', [{ id: String(index), effectiveAt: 1, values: {}, companyIds: ['1'] }], 10),
    );
    const read = await portal.reading(async (once) => [
      (await once.account(one))?.companyId,
      await once.rescoredAt(one),
      await once.judgements(one),
    ]);
    expect(read).toEqual(['1', undefined, []]);
    await Promise.all(writing);
    expect((await portal.reading((once) => once.account(one)))?.records).toHaveLength(20);
    await expect(portal.reading(() => Promise.reject(new Error('of the work')))).rejects.toThrow('of the work');
    expect(await portal.reading((once) => once.published(one))).toEqual([]);
  });

  test('as it stood at one moment, whoever writes meanwhile', async () => {
    const portal = freshPortal();
    const change = (version: number) =>
      portal.changeSetting({
        ...{ name: 'depth', fromVersion: version, value: version + 1 },
        audit: {
          at: 1,
          actor: { kind: 'service' },
          kind: 'permissions_changed',
          about: null,
          before: null,
          after: null,
        },
      });
    await change(0);
    const { seen, writing } = await portal.atOneMoment(async (once) => {
      const seen = [await once.setting('depth')];
      // The embedded database has it wait until this is read.
      const writing = change(1);
      for (let read = 0; read < 50; read += 1) seen.push(await once.setting('depth'));
      return { seen, writing };
    });
    await writing;
    expect(new Set(seen.map((one) => one?.value))).toEqual(new Set([1]));
    expect((await portal.setting('depth'))?.value).toBe(2);
  });
});
