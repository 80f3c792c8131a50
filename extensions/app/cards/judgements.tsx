import type { Override, Pulse } from '@account-health/contract';
import { Button, ButtonRow, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { type OfView, pathOf } from './card-view.ts';
import { JudgePanel } from './judge-panel.tsx';

/** What people say of the account, who and why and until when; and where one says it. */
export function Judgements({ view }: OfView) {
  const { card, say } = view;
  const { pulse, override, you } = card;
  if (pulse === null && override === null && !you.mayJudge) return null;
  return (
    <Flex direction="column" gap="small">
      <Text format={{ fontWeight: 'bold' }}>{say('judgements')}</Text>
      {override === null ? null : <HeldOverride view={view} override={override} />}
      {pulse === null ? null : (
        <Said view={view} title={say('pulse', { value: say(pulse.value) })} said={pulse} on={pulse.givenOn} />
      )}
      {you.mayJudge ? (
        <ButtonRow>
          <Button variant="secondary" size="xs" overlay={<JudgePanel view={view} kind="pulse" />}>
            {say('setPulse')}
          </Button>
          <Button variant="secondary" size="xs" overlay={<JudgePanel view={view} kind="override" />}>
            {say('setOverride')}
          </Button>
        </ButtonRow>
      ) : null}
    </Flex>
  );
}

function HeldOverride({ view, override }: OfView & { override: Override }) {
  const { card, say } = view;
  const title = `${say('override')}: ${say(override.status)}`;
  return (
    <Flex direction="column" gap="extra-small" align="start">
      <Said view={view} title={title} said={override} on={override.setOn} />
      {card.you.mayJudge ? <EndOverride view={view} /> : null}
    </Flex>
  );
}

function Said(props: OfView & { title: string; said: Pulse | Override; on: string }) {
  const { view, title, said, on } = props;
  const { say, format } = view;
  const day = format.day(on);
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
      <Text>{said.reason}</Text>
      <Text variant="microcopy">
        {said.by === null ? say('judgedByNobody', { day }) : say('judgedBy', { who: said.by, day })}
      </Text>
      <Text variant="microcopy">{say('until', { day: format.day(said.expiresOn) })}</Text>
    </Flex>
  );
}

/** Takes nothing away that could not be set again: no destructive button. */
function EndOverride({ view }: OfView) {
  const { say, server, follow } = view;
  const [isRunning, setRunning] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const end = async () => {
    setRunning(true);
    const answer = await server.delete(pathOf(view, 'override'));
    if (answer.kind === 'ok') await follow(({ override }) => override === null);
    setFailed(answer.kind === 'failed');
    setRunning(false);
  };
  return (
    <>
      <LoadingButton variant="secondary" size="xs" loading={isRunning} disabled={isRunning} onClick={end}>
        {say('endOverride')}
      </LoadingButton>
      {hasFailed ? <Text variant="microcopy">{say('saveFailed')}</Text> : null}
    </>
  );
}
