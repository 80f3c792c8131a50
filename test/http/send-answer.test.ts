/** What leaves the service as JSON: by the schema of what it promises, and no other way. */
import { globSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { type CycleProgress, NO_CYCLE_YET } from '@account-health/contract/progress';
import type { PeopleAnswer } from '@account-health/contract/settings';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { NO_WORK } from '../../src/http/portal-work.ts';
import { asPromised } from '../../src/http/send-answer.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { AS_ADMIN, startSignedService } from './signed-service.ts';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const SECRET = 'nobody-may-read-this';
const PERSON = { userId: '1', ownerId: null, name: 'Ada', email: null };

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** The service, with what its jobs tell the settings page. */
async function serve(told: { people?: PeopleAnswer; progress?: CycleProgress }) {
  const service = await startSignedService(
    store,
    () => NOW,
    undefined,
    () => told.progress,
    {
      work: { ...NO_WORK, people: async () => told.people ?? { people: [], teams: [], refused: null } },
    },
  );
  onTestFinished(service.close);
  return {
    errors: service.errors,
    people: () => service.ask(`/api/settings/people?${AS_ADMIN}`, { portalId: 4_711 }),
    progress: () => service.ask('/api/progress', { portalId: 4_711 }),
  };
}

describe('an answer', () => {
  test('leaves out what the contract does not name, at every depth', async () => {
    const people = [{ ...PERSON, token: SECRET }];
    const service = await serve({ people: { people, teams: [], refused: null, ...{ debug: { key: SECRET } } } });
    const answer = await service.people();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ people: [PERSON], teams: [], refused: null });
  });

  test.each<[string, unknown, string]>([
    ['of the wrong kind', [{ ...PERSON, name: { first: SECRET } }], 'people.0.name'],
    ['missing', [PERSON, { userId: '1', ownerId: null, email: SECRET }], 'people.1.name'],
    ['no list', SECRET, 'people'],
  ])('with something %s is not sent; the log says where, and not what', async (_what, people, place) => {
    const service = await serve({ people: { people, teams: [], refused: null } as PeopleAnswer });
    const answer = await service.people();
    expect(answer.status).toBe(500);
    const { requestId, ...told } = (await answer.json()) as { requestId: string };
    expect(told).toEqual({ error: 'Something went wrong here. It has been logged; please try again.' });
    expect(service.errors).toMatchObject([{ err: { name: 'WrongAnswer' }, requestId }]);
    const logged = inspect(service.errors, { depth: null, showHidden: true });
    expect(logged).toContain(`${place} (`);
    expect(logged).not.toContain(SECRET);
  });

  test.each<[string, Partial<CycleProgress>, string]>([
    ['a day in place of a moment', { startedAt: '2026-06-15' }, 'startedAt'],
    ['a moment that says no zone', { startedAt: '2026-06-15T12:00:00' }, 'startedAt'],
    ['fewer than none', { records: { read: -1, expected: null } }, 'records.read'],
    ['half a record', { companies: { scored: 0.5, expected: null } }, 'companies.scored'],
    ['what is no number', { perSecond: Number.NaN }, 'perSecond'],
    ['a share in percent', { highestBudget: 90 }, 'highestBudget'],
    ['no state that there is', { state: 'asleep' as 'idle' }, 'state'],
  ])('with %s is not sent', async (_what, wrong, place) => {
    const service = await serve({ progress: { ...NO_CYCLE_YET, ...wrong } });
    expect((await service.progress()).status).toBe(500);
    expect(service.errors).toMatchObject([{ err: { message: expect.stringContaining(`${place} (`) } }]);
  });

  test('tells the first few of many wrong places, and of an answer that is nothing at all', () => {
    const numbers = z.array(z.int());
    expect(() =>
      asPromised(
        numbers,
        Array.from({ length: 9 }, () => Number.NaN),
      ),
    ).toThrow(/: 0 \(\w+\), 1 \(\w+\), 2 \(\w+\), 3 \(\w+\), 4 \(\w+\)$/);
    expect(() => asPromised(numbers, null as unknown as number[])).toThrow(/: all \(/);
  });
});

describe('in src/http', () => {
  const files = globSync('src/http/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

  test('JSON leaves by send-answer.ts alone', () => {
    // Express's parser of bodies, and zod's schema of any JSON, are called the same.
    const plain = ({ text }: { text: string }) => text.replaceAll(/\b(?:express|z)\.json\(/g, '');
    const found = files.filter((one) => /\.jsonp?\(/.test(plain(one))).map(({ file }) => file);
    expect(found, 'Send it by sendAnswer and a schema of answers/.').toEqual(['src/http/send-answer.ts']);
  });

  test('texts leave by what makes pages, and by what our own machines ask', () => {
    const found = files.filter(({ text }) => /\.(?:send|write|end)\([^)]/.test(text)).map(({ file }) => file);
    expect(found.toSorted()).toEqual([
      'src/http/install/send-page.ts',
      'src/http/operations-app.ts',
      'src/http/send-answer.ts',
    ]);
  });
});
