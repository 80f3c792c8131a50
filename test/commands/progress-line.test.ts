import { expect, it } from 'vitest';
import { progressLine } from '../../src/commands/progress-line.ts';

/** What a terminal of this width is sent. */
function onTerminal(columns: number, isTTY = true) {
  const written: string[] = [];
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  return { written, line: progressLine({ isTTY, columns, write } as never) };
}

it('adds up what was read of each type, then counts the companies, each over the line before', () => {
  const { written, line } = onTerminal(120);
  line.show({ step: 'sync', objectType: 'deals', read: 100 });
  line.show({ step: 'sync', objectType: 'emails', read: 300 });
  line.show({ step: 'sync', objectType: 'deals', read: 200 });
  line.show({ step: 'score', companies: 50 });
  line.done();
  expect(written).toEqual([
    '\r\x1b[KReading: 100 deals',
    '\r\x1b[KReading: 100 deals, 300 emails',
    '\r\x1b[KReading: 200 deals, 300 emails',
    '\r\x1b[KScoring: 50 companies',
    '\r\x1b[K',
  ]);
});

it('never wraps, and shows enough where the terminal does not say how wide it is', () => {
  const narrow = onTerminal(20);
  narrow.line.show({ step: 'sync', objectType: 'companies', read: 123_456 });
  expect(narrow.written).toEqual(['\r\x1b[KReading: 123456 com']);
  const unsaid = onTerminal(0);
  unsaid.line.show({ step: 'sync', objectType: 'companies', read: 123_456 });
  expect(unsaid.written).toEqual(['\r\x1b[KReading: 123456 companies']);
});

it('writes nothing where standard error is no terminal', () => {
  const { written, line } = onTerminal(80, false);
  line.show({ step: 'score', companies: 1 });
  line.done();
  expect(written).toEqual([]);
});
