import type { NextAction, TaskAnswer } from '@account-health/contract/card';
import { Button, Flex, Link, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { type CardView, type OfView, pathOf } from './card-view.ts';

/** What to do now, and why: the one primary button of the card. An open task of ours, or the answer to the button, stands in its place. */
export function NextStep({ view }: OfView) {
  const action = view.card.nextAction;
  if (action === null) return null;
  return (
    <Flex direction="column" gap="small" align="start">
      <Text format={{ fontWeight: 'bold' }}>{view.say('nextStep')}</Text>
      <Text>{action.reason}</Text>
      <Doing view={view} action={action} />
    </Flex>
  );
}

function Doing({ view, action }: OfView & { action: NextAction }) {
  const { say, format } = view;
  if (action.open !== null) {
    return (
      <Flex direction="column" gap="flush" align="start">
        <Text>{say('taskOpen', { day: format.day(action.open.dueOn) })}</Text>
        <Link href={{ url: action.open.url, external: true }}>{action.open.label}</Link>
      </Flex>
    );
  }
  if (action.url !== null) {
    return (
      <Button variant="primary" size="sm" href={{ url: action.url, external: true }}>
        {action.label}
      </Button>
    );
  }
  return view.card.you.mayMakeTasks ? <TaskButton view={view} action={action} /> : null;
}

/** Makes the task in HubSpot. Pressed again, or repeated by HubSpot, it finds the task that is there. */
function TaskButton({ view, action }: OfView & { action: NextAction }) {
  const [isRunning, setRunning] = useState(false);
  const [answer, setAnswer] = useState<TaskAnswer>();
  const make = async () => {
    setRunning(true);
    setAnswer(await askForTask(view, action));
    setRunning(false);
  };
  return (
    <>
      {answer === undefined || answer.state === 'refused' ? (
        <LoadingButton variant="primary" size="sm" loading={isRunning} disabled={isRunning} onClick={make}>
          {action.label}
        </LoadingButton>
      ) : null}
      {answer === undefined ? null : <Text>{answer.text}</Text>}
      {answer === undefined || answer.state === 'refused' ? null : (
        <Link href={{ url: answer.task.url, external: true }}>{answer.task.label}</Link>
      )}
    </>
  );
}

async function askForTask(view: CardView, { kind }: NextAction): Promise<TaskAnswer> {
  const asked = await view.server.post(pathOf(view, 'tasks'), { kind });
  const answer = (asked.kind === 'ok' ? asked.body : null) as Partial<TaskAnswer> | null;
  const isTask = answer?.state === 'made' || answer?.state === 'open_already';
  const isWhole = isTask ? answer.task !== undefined : answer?.state === 'refused';
  return isWhole ? (answer as TaskAnswer) : { state: 'refused', text: view.say('taskFailed') };
}
