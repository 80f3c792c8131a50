import type { CycleFailure, CycleProgress } from '@account-health/contract/progress';
import type { Connection } from '@account-health/contract/settings';
import type { SettingsWord } from '@account-health/contract/settings-words';
import { Alert, Flex, Heading, ProgressBar, Text } from '@hubspot/ui-extensions';
import { useEffect, useRef } from 'react';
import type { SectionProps } from './section.ts';
import { shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';
import { WithAnswer } from './with-answer.tsx';

const isProgress = shapeOf<CycleProgress>({ types: 'array', records: 'object', companies: 'object', calls: 'object' });

/** Often enough to see it move; the server answers from memory. */
const WHILE_RUNNING_MS = 3_000;
const WHILE_IDLE_MS = 30_000;

/** By string, for a newer server may know of other reasons. */
const FAILURES: Readonly<Record<string, SettingsWord>> = {
  unreachable: 'failedUnreachable',
  scopes: 'failedScopes',
  type_missing: 'failedTypeMissing',
  disconnected: 'failedDisconnected',
  set_up: 'failedSetUp',
  defect: 'failedDefect',
} satisfies Record<CycleFailure, SettingsWord>;

const STEPS = { sync: 'stepSync', score: 'stepScore', write: 'stepWrite' } as const;

interface SyncSectionProps extends SectionProps {
  /** What people call each type. */
  readonly held: Connection['held'];
  /** A run has ended: what else is shown of the account may be another. */
  readonly onEnd: () => void;
}

/** How far the run under way has come, and how the last one ended. */
export function SyncSection({ held, onEnd, api, say, format, own }: SyncSectionProps) {
  const answer = useAnswer(api, '/api/progress', isProgress);
  const { state, isOld, reload } = answer;
  const wasRunning = useRef(false);
  const isRunning = state.kind === 'loaded' && state.body.state === 'running';
  useEffect(() => {
    if (wasRunning.current && !isRunning) onEnd();
    wasRunning.current = isRunning;
  }, [isRunning, onEnd]);
  useEffect(() => {
    if (state.kind !== 'loaded') return;
    const timer = setTimeout(reload, state.body.state === 'running' ? WHILE_RUNNING_MS : WHILE_IDLE_MS);
    return () => clearTimeout(timer);
  }, [state, reload]);
  const w = say.settings;
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('sync')}</Heading>
      {isOld ? <Alert variant="warning" title={w('progressLost')} /> : null}
      <WithAnswer answer={answer} own={own}>
        {(progress) => (
          <>
            {progress.state === 'running' ? (
              <Running progress={progress} held={held} say={say} format={format} />
            ) : (
              <Text>{w('syncIdle')}</Text>
            )}
            <LastRun last={progress.last} say={say} format={format} />
          </>
        )}
      </WithAnswer>
    </Flex>
  );
}

type Shown = Pick<SectionProps, 'say' | 'format'>;

function Running({ progress, held, say, format }: Shown & { progress: CycleProgress; held: Connection['held'] }) {
  const { step, startedAt, types, companies, calls, secondsLeft } = progress;
  const w = say.settings;
  const amount = (read: number, expected: number | null) =>
    expected === null
      ? w('readSoFar', { read: format.number(read) })
      : w('readOf', { read: format.number(read), expected: format.number(expected) });
  const labelOf = (type: string) => held.find(({ objectType }) => objectType === type)?.label ?? w('otherRecords');
  return (
    <Flex direction="column" gap="small">
      {step === null ? null : <Text format={{ fontWeight: 'bold' }}>{w(STEPS[step])}</Text>}
      {startedAt === null ? null : <Text>{w('startedAt', { at: format.moment(startedAt) })}</Text>}
      {secondsLeft === null ? null : <Text>{w('timeLeft', { time: format.duration(secondsLeft) })}</Text>}
      {types.map(({ objectType, read, expected, done }) => (
        <Bar
          key={objectType}
          title={labelOf(objectType)}
          value={read}
          // Without anything to read, a type that is done is done all the same.
          max={done ? Math.max(read, 1) : expected}
          isDone={done}
          text={amount(read, expected)}
        />
      ))}
      {companies.expected === null ? null : (
        <Bar
          title={w('companiesScored')}
          value={companies.scored}
          max={companies.expected}
          isDone={companies.scored >= companies.expected}
          text={amount(companies.scored, companies.expected)}
        />
      )}
      <Text variant="microcopy">
        {w('calls', {
          total: format.number(calls.total),
          limited: format.number(calls.rateLimited),
          failed: format.number(calls.failed),
        })}
      </Text>
    </Flex>
  );
}

interface BarProps {
  readonly title: string;
  readonly value: number;
  /** Null: not known yet, so that there is a text and no bar. */
  readonly max: number | null;
  readonly isDone: boolean;
  readonly text: string;
}

function Bar({ title, value, max, isDone, text }: BarProps) {
  if (max === null) return <Text>{`${title}: ${text}`}</Text>;
  const most = Math.max(max, 1);
  return (
    <ProgressBar
      title={title}
      aria-label={`${title}: ${text}`}
      value={isDone ? most : Math.min(value, most)}
      maxValue={most}
      valueDescription={text}
      variant="success"
    />
  );
}

function LastRun({ last, say, format }: Shown & { last: CycleProgress['last'] }) {
  const w = say.settings;
  if (last === null) return <Text>{w('noRun')}</Text>;
  const at = format.moment(last.finishedAt);
  if (last.failure === null) return <Text>{w('lastFine', { at })}</Text>;
  return (
    <Alert variant="warning" title={w('lastFailed', { at })}>
      <Text>{w(FAILURES[last.failure] ?? 'lastFailedText')}</Text>
    </Alert>
  );
}
