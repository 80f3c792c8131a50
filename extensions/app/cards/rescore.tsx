import type { RescoreAnswer } from '@account-health/contract/card';
import { Flex, LoadingButton, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { type OfView, pathOf } from './card-view.ts';

type Outcome = 'rescored' | 'rescoreSlow' | 'rescoreFailed';

/** Has the company scored anew, and waits for it: the scorecard tells by its moment. What takes longer than a minute is not waited for. */
export function Rescore({ view }: OfView) {
  const { say, server, follow } = view;
  const { refreshObjectProperties } = useExtensionActions<'crm.record.sidebar'>();
  const [isRunning, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const run = async (): Promise<Outcome> => {
    const answer = await server.post(pathOf(view, 'rescore'), {});
    const since = answer.kind === 'ok' ? Date.parse((answer.body as Partial<RescoreAnswer>).since ?? '') : Number.NaN;
    if (Number.isNaN(since)) return 'rescoreFailed';
    const isDone = await follow(({ asOf }) => asOf !== null && Date.parse(asOf) >= since);
    // The record's page shows the written values beside the card.
    if (isDone) refreshObjectProperties?.();
    return isDone ? 'rescored' : 'rescoreSlow';
  };
  const press = async () => {
    setRunning(true);
    setOutcome(undefined);
    setOutcome(await run());
    setRunning(false);
  };
  return (
    <Flex direction="column" gap="extra-small" align="start">
      <LoadingButton variant="secondary" size="xs" loading={isRunning} disabled={isRunning} onClick={press}>
        {say(isRunning ? 'rescoring' : 'rescore')}
      </LoadingButton>
      {outcome === undefined ? null : <Text variant="microcopy">{say(outcome)}</Text>}
    </Flex>
  );
}
