import { Flex, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { ConfirmButton } from './confirm-button.tsx';
import type { ModelProps } from './model-props.ts';
import { OutcomeAlert } from './outcome-alert.tsx';
import type { Outcome } from './use-model-draft.ts';

/** Begins the draft anew with one of the models that come with the app. */
export function TemplateChooser({ draft, drafts, say, own, mayChange, settled }: ModelProps) {
  const w = say.model;
  const [key, setKey] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { templates } = draft.server;
  const chosen = templates.find((template) => template.key === key);
  if (!mayChange || templates.length === 0) return null;
  return (
    <Flex direction="column" gap="small" align="start">
      <Select
        label={w('template')}
        name="template"
        placeholder={w('choose')}
        {...(key !== null && { value: key })}
        options={templates.map((template) => ({ label: template.name, value: template.key }))}
        onChange={(value) => setKey(String(value))}
      />
      {chosen === undefined ? null : (
        <>
          <Text>{chosen.description}</Text>
          <ConfirmButton
            id="take-template"
            variant="secondary"
            size="sm"
            label={w('templateUse', { name: chosen.name })}
            disabled={!settled}
            says={[w('templateSays', { name: chosen.name })]}
            confirm={w('templateConfirm')}
            cancel={w('cancel')}
            onConfirm={() => void drafts.model.replace({ kind: 'template', key: chosen.key }).then(setOutcome)}
          />
        </>
      )}
      <OutcomeAlert outcome={outcome} say={say} own={own} />
    </Flex>
  );
}
