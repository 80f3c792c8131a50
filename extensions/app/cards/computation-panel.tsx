import type { Computation, ComputedSignal } from '@account-health/contract/card';
import {
  Accordion,
  Button,
  Divider,
  ErrorState,
  Flex,
  Heading,
  List,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import { type OfView, pathOf } from './card-view.ts';
import { Records } from './records.tsx';

type Loading = Computation | 'loading' | 'failed';

const LISTS = ['steps', 'dimensions', 'general'] as const satisfies (keyof Computation)[];

const isComputation = (body: unknown): body is Computation =>
  typeof body === 'object' && body !== null && LISTS.every((list) => Array.isArray((body as Computation)[list]));

/** How the score comes about, signal by signal: asked for when somebody wants to know. */
export function HowComputed({ view }: OfView) {
  const { say, server } = view;
  const [found, setFound] = useState<Loading>('loading');
  const load = async () => {
    setFound('loading');
    const answer = await server.get(pathOf(view, 'computation'));
    setFound(answer.kind === 'ok' && isComputation(answer.body) ? answer.body : 'failed');
  };
  const title = say('computation');
  return (
    <Button
      variant="transparent"
      size="xs"
      onClick={() => void load()}
      overlay={
        <Panel id="account-health-computation" title={title} aria-label={title} variant="modal" width="md">
          <PanelBody>
            <PanelSection>
              {found === 'loading' ? <LoadingSpinner label={say('computationLoading')} showLabel /> : null}
              {found === 'failed' ? <Failure view={view} onRetry={load} /> : null}
              {typeof found === 'string' ? null : <Whole view={view} computation={found} />}
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {title}
    </Button>
  );
}

function Failure({ view: { say }, onRetry }: OfView & { onRetry: () => Promise<void> }) {
  return (
    <ErrorState title={say('computationFailed')} type="error">
      <Button variant="secondary" size="sm" onClick={() => void onRetry()}>
        {say('retry')}
      </Button>
    </ErrorState>
  );
}

function Whole({ view, computation }: OfView & { computation: Computation }) {
  const { say, format } = view;
  const { model, asOf, steps, dimensions, general } = computation;
  return (
    <Flex direction="column" gap="medium">
      <Flex direction="column" gap="flush">
        <Text variant="microcopy">{say('model', { name: model.name, version: model.version })}</Text>
        <Text variant="microcopy">{say('asOf', { moment: format.moment(asOf) })}</Text>
      </Flex>
      {steps.map(({ label, text }) => (
        <Flex key={label} direction="column" gap="flush">
          <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
          <Text>{text}</Text>
        </Flex>
      ))}
      {dimensions.map((dimension) => (
        <Accordion
          key={dimension.key}
          size="xs"
          title={`${dimension.label}: ${dimension.score === null ? say('noData') : format.number(Math.round(dimension.score))}`}
        >
          <Flex direction="column" gap="small">
            <Text variant="microcopy">{say('shareOfScore', { share: format.percent(dimension.share) })}</Text>
            {dimension.signals.map((signal) => (
              <Signal key={signal.signal} view={view} signal={signal} />
            ))}
          </Flex>
        </Accordion>
      ))}
      <Divider />
      <Heading>{say('general')}</Heading>
      <List>
        {general.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </List>
    </Flex>
  );
}

function Signal({ view, signal }: OfView & { signal: ComputedSignal }) {
  const { say, format } = view;
  const { label, evidence, raw, rule, points, share, pointsLost, records, moreRecords } = signal;
  const facts = [
    ...(raw === null ? [] : [say('raw', { value: raw })]),
    ...(points === null ? [] : [say('points', { points: format.number(points) })]),
    say('shareOfScore', { share: format.percent(share) }),
    ...(pointsLost > 0 ? [say('pointsLost', { points: format.number(pointsLost) })] : []),
  ];
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
      <Text>{evidence}</Text>
      {rule === null ? null : <Text>{rule}</Text>}
      {facts.map((fact) => (
        <Text key={fact} variant="microcopy">
          {fact}
        </Text>
      ))}
      <Records view={view} records={records} more={moreRecords} />
    </Flex>
  );
}
