import { Flex, Heading, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { DraftBar } from './draft-bar.tsx';
import { unsaved } from './draft-state.ts';
import { ReadOnlyNote } from './may.tsx';
import type { ModelProps, ModelSectionProps } from './model-props.ts';
import { PreviewView } from './preview-view.tsx';
import { SetUpAccount } from './set-up-account.tsx';
import { SetUpChurn } from './set-up-churn.tsx';
import { SetUpCustomers } from './set-up-customers.tsx';
import { SetUpRenewals } from './set-up-renewals.tsx';
import { STEPS, type Step, type StepState, stepState } from './set-up-steps.ts';
import { WithModel } from './with-model.tsx';

const TAGS = { set: 'success', partly: 'warning', usual: 'default', open: 'warning' } as const satisfies Record<
  StepState,
  string
>;

/** What the score has to know of this portal, in order. All of it is part of the model: it holds once it is published. */
export function SetUp(props: ModelSectionProps) {
  return (
    <WithModel {...props}>
      {(model) => (
        <Flex direction="column" gap="medium">
          <ReadOnlyNote {...model} action="change_model" />
          <Text>{model.say.model('setUpHint')}</Text>
          {STEPS.map((step, index) => (
            <StepTile key={step} {...model} step={step} number={index + 1}>
              <StepBody {...model} step={step} />
            </StepTile>
          ))}
        </Flex>
      )}
    </WithModel>
  );
}

function StepTile(props: ModelProps & { step: Step; number: number; children: ReactNode }) {
  const { draft, content, say, format, step, number, children } = props;
  const w = say.model;
  const state = stepState(step, content, draft.server.draft !== null || unsaved(draft).length > 0);
  return (
    <Tile>
      <Flex direction="column" gap="small">
        <Flex direction="row" justify="between" align="center" gap="small">
          <Heading>{w('stepTitle', { number: format.number(number), title: w(`step_${step}`) })}</Heading>
          <StatusTag variant={TAGS[state]}>
            {step === 'publish' ? w(state === 'set' ? 'publishedAll' : 'toPublish') : w(`is_${state}`)}
          </StatusTag>
        </Flex>
        <Text>{w(`stepHint_${step}`)}</Text>
        {children}
      </Flex>
    </Tile>
  );
}

function StepBody({ step, ...props }: ModelProps & { step: Step }) {
  if (step === 'customers') return <SetUpCustomers {...props} />;
  if (step === 'churn') return <SetUpChurn {...props} />;
  if (step === 'account') return <SetUpAccount {...props} />;
  if (step === 'renewals') return <SetUpRenewals {...props} />;
  return <Publishing {...props} />;
}

/** Shows the preview right there, once it was asked for here: one that was made elsewhere, out of sight below, is no look at it. */
function Publishing(props: ModelProps) {
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Flex direction="column" gap="medium">
      <DraftBar {...props} onPreview={() => setIsAsked(true)} />
      {isAsked && props.draft.server.draft !== null ? <PreviewView {...props} /> : null}
    </Flex>
  );
}
