import { styleText } from 'node:util';
import { type Finding, type Mark, SECTIONS } from '../jobs/findings.ts';
import type { Wording } from '../wording/make-wording.ts';

const MARKS: Readonly<Record<Mark, { readonly sign: string; readonly colour: 'green' | 'yellow' | 'red' }>> = {
  ok: { sign: 'ok', colour: 'green' },
  look: { sign: 'look', colour: 'yellow' },
  broken: { sign: 'broken', colour: 'red' },
};
const WIDTH = Math.max(...Object.values(MARKS).map(({ sign }) => sign.length));

/** What to do, each thing once, what is broken first. */
export function toDo(findings: readonly Finding[]): readonly string[] {
  const urgent = [
    ...findings.filter(({ mark }) => mark === 'broken'),
    ...findings.filter(({ mark }) => mark === 'look'),
  ];
  return [...new Set(urgent.flatMap(({ remedy }) => remedy ?? []))];
}

/** The findings section by section, then what to do, for a terminal; a section without a finding is left out. */
export function doctorText(findings: readonly Finding[], wording: Wording): string {
  const paragraphs = SECTIONS.flatMap((section) => {
    const lines = findings.filter((finding) => finding.section === section).map(line);
    return lines.length === 0 ? [] : [[bold(wording.say(`doctor.section.${section}`)), ...lines].join('\n')];
  });
  const steps = toDo(findings).map((step, index) => `  ${index + 1}. ${oneLine(step)}`);
  const todo = steps.length === 0 ? [`  ${wording.say('doctor.nothing')}`] : steps;
  return [...paragraphs, [bold(wording.say('doctor.section.todo')), ...todo].join('\n')].join('\n\n');
}

function line({ mark, text }: Finding): string {
  const { sign, colour } = MARKS[mark];
  return `  ${styleText(colour, sign.padEnd(WIDTH))}  ${oneLine(text)}`;
}

const bold = (text: string): string => styleText('bold', text);

/** Names and messages come from the portal: what they hold must not break the lines, or steer the terminal. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
