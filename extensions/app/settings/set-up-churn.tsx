import { Button, Flex } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { valueAt } from './draft-edits.ts';
import { type ModelProps, mistakeAt } from './model-props.ts';
import { PropertySelect } from './property-select.tsx';
import { ValuesSelect } from './values-select.tsx';

const CHURN = ['churn'];

/** Who left: a property and its values, and the day where one is kept. */
export function SetUpChurn({ content, mistakes, properties, readOnly, edit, say }: ModelProps) {
  const w = say.model;
  const churn = valueAt(content, CHURN);
  const held = valueAt(content, ['churn', 'property']);
  const date = valueAt(content, ['churn', 'date']);
  const values = valueAt(content, ['churn', 'values']);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const property = chosen ?? (typeof held === 'string' ? held : churn === undefined ? undefined : 'lifecyclestage');
  return (
    <Flex direction="column" gap="small" align="start">
      <PropertySelect
        properties={properties}
        label={w('churnProperty')}
        name="churn.property"
        placeholder={w('choose')}
        value={property}
        readOnly={readOnly}
        error={mistakeAt(mistakes, CHURN)}
        // Without a value nobody would have left: the property counts once one is chosen.
        onChange={(name) => setChosen(name ?? undefined)}
      />
      {property === undefined ? null : (
        <ValuesSelect
          properties={properties}
          property={property}
          label={w('churnValues')}
          typedHint={w('typedValues')}
          name="churn.values"
          values={(chosen === undefined || chosen === held) && Array.isArray(values) ? values.map(String) : []}
          readOnly={readOnly}
          onChange={(next) => {
            if (next.length > 0) edit(CHURN, { property, values: next, ...(typeof date === 'string' && { date }) });
            setChosen(undefined);
          }}
        />
      )}
      {churn === undefined ? null : (
        <PropertySelect
          properties={properties}
          fits={({ type }) => type === 'date' || type === 'datetime'}
          label={w('churnDate')}
          name="churn.date"
          placeholder={w('choose')}
          none={w('noProperty')}
          value={typeof date === 'string' ? date : undefined}
          readOnly={readOnly}
          error={mistakeAt(mistakes, ['churn', 'date'])}
          onChange={(name) => edit(['churn', 'date'], name)}
        />
      )}
      {churn === undefined || readOnly ? null : (
        <Button variant="secondary" size="xs" onClick={() => edit(CHURN, null)}>
          {w('churnNone')}
        </Button>
      )}
    </Flex>
  );
}
