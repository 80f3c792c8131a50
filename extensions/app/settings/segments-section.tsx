import type { SegmentsAnswer } from '@account-health/contract/playbooks';
import { Alert, Checkbox, Flex, Link, LoadingSpinner, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { ConfirmButton } from './confirm-button.tsx';
import { LoadFailure } from './load-failure.tsx';
import { may, ReadOnlyNote } from './may.tsx';
import type { SectionProps } from './section.ts';
import { type Failed, shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';

const PATH = '/api/settings/segments';
const CHOSEN = 'segments';
const isSegments = shapeOf<SegmentsAnswer>({ segments: 'array' });

type Segment = SegmentsAnswer['segments'][number];

const TAGS = { not_made: 'default', made: 'success', gone: 'warning' } as const satisfies Record<
  Segment['state'],
  string
>;

/** Lists that the app makes in HubSpot, of those that are chosen, and only when told. */
export function SegmentsSection(props: SectionProps) {
  const { api, own } = props;
  const { state, reload, put } = useAnswer(api, PATH, isSegments);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} showLabel layout="centered" />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  return <Segments {...props} answer={state.body} onAnswer={put} />;
}

function Segments(props: SectionProps & { answer: SegmentsAnswer; onAnswer: (answer: SegmentsAnswer) => void }) {
  const { home, api, kept, own, say, format, answer, onAnswer } = props;
  const w = say.play;
  const [failed, setFailed] = useState<Failed | null>(null);
  const [busy, setBusy] = useState(false);
  const canMake = may(home, 'make_segments') && answer.refused === null;
  const makeable = answer.segments.filter(({ state }) => state !== 'made').map(({ key }) => key);
  const chosen = (kept.get<readonly Segment['key'][]>(CHOSEN) ?? []).filter((key) => makeable.includes(key));
  const make = async () => {
    setBusy(true);
    const came = await api.post(PATH, { keys: [...chosen] });
    setBusy(false);
    if (came.kind === 'failed') return setFailed(came);
    if (!isSegments(came.body)) return setFailed({ kind: 'failed', reason: 'unreachable', text: null });
    setFailed(null);
    onAnswer(came.body);
  };
  const names = answer.segments.filter(({ key }) => chosen.includes(key)).map(({ name }) => name);
  return (
    <Flex direction="column" gap="medium">
      <ReadOnlyNote {...props} action="make_segments" />
      <Text>{w('segmentsHint')}</Text>
      {answer.refused === null ? null : (
        <Alert variant="warning" title={w('segmentsCannot')}>
          <Text>{answer.refused}</Text>
        </Alert>
      )}
      {answer.segments.map((segment) => (
        <SegmentTile
          key={segment.key}
          segment={segment}
          say={say}
          format={format}
          canMake={canMake && segment.state !== 'made'}
          isChosen={chosen.includes(segment.key)}
          onChoose={(wanted) =>
            kept.set(CHOSEN, wanted ? [...chosen, segment.key] : chosen.filter((key) => key !== segment.key))
          }
        />
      ))}
      {failed === null ? null : (
        <Alert variant="danger" title={w('notMade')}>
          <Text>{failed.text ?? own.reasons[failed.reason]}</Text>
        </Alert>
      )}
      {busy ? <LoadingSpinner label={w('making')} showLabel /> : null}
      {canMake && makeable.length > 0 ? (
        <Flex direction="row">
          <ConfirmButton
            id="make-segments"
            variant="primary"
            label={w('make')}
            disabled={chosen.length === 0 || busy}
            says={[w('makeSays'), ...names, w('makeStays')]}
            confirm={w('makeConfirm')}
            cancel={w('cancel')}
            onConfirm={() => void make()}
          />
        </Flex>
      ) : null}
    </Flex>
  );
}

interface SegmentTileProps extends Pick<SectionProps, 'say' | 'format'> {
  readonly segment: Segment;
  readonly canMake: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (wanted: boolean) => void;
}

function SegmentTile({ segment, say, format, canMake, isChosen, onChoose }: SegmentTileProps) {
  const w = say.play;
  const { key, name, description, rules, state, url, size, failure } = segment;
  return (
    <Tile compact>
      <Flex direction="column" gap="extra-small">
        <Flex direction="row" justify="between" align="center" gap="small">
          {canMake ? (
            <Checkbox name={`segments.${key}`} aria-label={name} checked={isChosen} onChange={onChoose}>
              {name}
            </Checkbox>
          ) : (
            <Text format={{ fontWeight: 'demibold' }}>{name}</Text>
          )}
          <StatusTag variant={TAGS[state]}>{w(`segment_${state}`)}</StatusTag>
        </Flex>
        <Text>{description}</Text>
        <Text variant="microcopy">{w('rules', { rules })}</Text>
        {size === null ? null : <Text variant="microcopy">{w('size', { count: format.number(size) })}</Text>}
        {url === null ? null : <Link href={{ url, external: true }}>{w('open')}</Link>}
        {failure === null ? null : <Alert variant="danger" title={failure} />}
      </Flex>
    </Tile>
  );
}
