import type { PeopleAnswer } from '@account-health/contract/settings';
import { Alert, Flex, Select, useDebounce } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { SectionProps } from './section.ts';
import { shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';

const isPeople = shapeOf<PeopleAnswer>({ people: 'array' });

interface OwnerSelectProps extends SectionProps {
  /** HubSpot's owner id; null: nobody. */
  readonly value: string | null;
  readonly readOnly: boolean;
  readonly onChange: (ownerId: string | null) => void;
}

/** Who gets the tasks of accounts that nobody owns. Searches HubSpot's users as one types. */
export function OwnerSelect({ api, say, value, readOnly, onChange }: OwnerSelectProps) {
  const w = say.play;
  const [typed, setTyped] = useState('');
  const text = useDebounce(typed.trim(), 300);
  const { state } = useAnswer(api, `/api/settings/people?text=${encodeURIComponent(text)}`, isPeople);
  const answer: PeopleAnswer = state.kind === 'loaded' ? state.body : { people: [], teams: [], refused: null };
  const options = answer.people.flatMap(({ ownerId, name }) =>
    ownerId === null ? [] : [{ value: ownerId, label: name }],
  );
  const isListed = value === null || options.some((option) => option.value === value);
  return (
    <Flex direction="column" gap="extra-small">
      <Select
        label={w('fallbackOwnerId')}
        name="playbooks.fallbackOwner"
        description={w('fallbackHint')}
        value={value ?? ''}
        readOnly={readOnly}
        options={[
          { value: '', label: w('nobody') },
          ...options,
          // Chosen, and not among those found: there is no name for them here.
          ...(isListed ? [] : [{ value: value ?? '', label: w('somebodyElse') }]),
        ]}
        onInput={setTyped}
        onChange={(chosen) => onChange(chosen === '' ? null : String(chosen))}
      />
      {answer.refused === null ? null : <Alert variant="warning" title={answer.refused} />}
    </Flex>
  );
}
