import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectOneLine, freshPath, run } from './run-command.ts';

const CLI = 'src/cli.ts';
const STANDARD = readFileSync('models/standard-b2b.yaml', 'utf8');

test('a valid model: what it holds, on standard output', async () => {
  const finished = await run([CLI, 'model', 'check', 'models/standard-b2b.yaml']);
  expect(finished).toMatchObject({ code: 0, stderr: '' });
  expect(finished.stdout).toMatch(
    /^models\/standard-b2b\.yaml is valid: Standard B2B, version .+ signals, \d+ with weight.+\n$/,
  );
});

test('every mistake is a line, and the command fails', async () => {
  const file = freshPath('model.yaml').replace(/\/model\.yaml$/, '.yaml');
  writeFileSync(file, STANDARD.replace('silencePoints: 70', 'silencePoints: 700').replace('weight: 25', 'weight: -25'));
  const { code, stdout, stderr } = await run([CLI, 'model', 'check', file]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.split('\n').map((line) => line.replace(file, 'FILE').replace(/line \d+/, 'line N'))).toEqual([
    'account-health: FILE, line N: silencePoints: a score is 0 to 100. Mend it and try again.',
    'account-health: FILE, line N: dimensions.deals.weight: a weight is zero or more. Mend it and try again.',
    '',
  ]);
});

test('a file that is not there, and a command that there is not', async () => {
  expectOneLine(await run([CLI, 'model', 'check', 'none.yaml']), 'No model file can be read at none.yaml');
  expectOneLine(await run([CLI, 'model', 'mend']), 'Usage: npm run cli -- model check FILE');
});

test('the schema for editors', async () => {
  const { code, stdout } = await run([CLI, 'model', 'schema']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync('docs/model-schema.json', 'utf8')));
});
