import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HealthScore } from '../../src/scoring/score.ts';
import type { ReceiptEntry } from '../../src/scoring/weigh.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { type TaskToWord, taskBody, taskSubject } from '../../src/wording/task-text.ts';

const wording = makeWording({ locale: 'en', timeZone: 'Europe/Rome', discreet: true });

const row = (pointsLost: number): ReceiptEntry => ({
  ...{ key: 'nps', signal: 'nps', dimension: 'sentiment', pointsLost },
  cause: { kind: 'unknown', reason: 'no_data' },
});
const scored = (receipt: readonly ReceiptEntry[]): HealthScore => ({
  ...{ state: 'scored', score: 40, status: 'at_risk', receipt, losses: [], segment: null, coverage: 1 },
  ...{ dimensions: [], signals: [], marks: [] },
});
const TASK: TaskToWord = {
  kind: 'playbook',
  companyName: 'Alder',
  health: scored([row(9), row(1)]),
  advice: null,
  person: null,
  fall: { to: 'at_risk', fromScore: 70, score: 40 },
  url: 'https://app.hubspot.com/contacts/1/record/0-2/2',
};

test('the notes say what happened, why, what to do, and where', () => {
  const body = taskBody(wording, { ...TASK, advice: 'Call them.\nToday.' });
  expect(body).toBe(
    [
      '<p>The health score fell from 70 to 40 of 100.</p><p><strong>What costs points</strong></p>',
      `<ul>${['9 points', '1 point'].map((points) => `<li><strong>NPS (${points}):</strong> ${wording.say('missing.no_data')} <em>${wording.say('signal.nps.remedy')}</em></li>`).join('')}</ul>`,
      '<p><strong>What to do</strong></p><p>Call them.<br>Today.</p>',
      `<p><a href="${TASK.url}">Open the company and its health card</a></p>`,
    ].join(''),
  );
});

test('five rows at most, and how many more there are', () => {
  const body = taskBody(wording, { ...TASK, health: scored([9, 8, 7, 6, 5, 4, 3].map(row)) });
  expect(body.match(/<li>/g)).toHaveLength(5);
  expect(body).toContain('<p>2 more reasons are on the card.</p>');
});

test('one that was asked for says by whom, and how things stand', () => {
  const asked = { ...TASK, kind: 'task', fall: null, person: 'ann@example.com' } as const;
  expect(taskBody(wording, asked)).toContain('The health score is 40 of 100.</p><p>Asked for by ann@example.com');
  const health = { ...scored([]), state: 'unknown', reason: 'low_coverage' } as unknown as HealthScore;
  expect(taskBody(wording, { ...asked, health })).toMatch(/^<p>Too little is known/);
});

test('the subject names the company, cut where it is very long, and what happened', () => {
  expect(taskSubject(wording, TASK)).toBe('Alder: now at risk, health score 40');
  expect(taskSubject(wording, { ...TASK, kind: 'check_up', fall: null })).toBe('Alder: plan a check-up');
  expect(taskSubject(wording, { ...TASK, companyName: null })).toMatch(/^–: /);
  expect(taskSubject(wording, { ...TASK, companyName: 'x'.repeat(900) }).length).toBeLessThan(300);
});

test('whatever somebody writes is text, never markup', () => {
  const ours = /<\/?(p|ul|li|strong|em|br|a)>|<a href="[^"<>]*">/g;
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.webUrl(), (advice, person, url) => {
      const rest = taskBody(wording, { ...TASK, advice, person, url }).replaceAll(ours, '');
      expect(rest).not.toMatch(/[<>"]/);
    }),
  );
});
