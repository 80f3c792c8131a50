import { Flex, Select } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { valueAt } from './draft-edits.ts';
import { type ModelProps, mistakeAt } from './model-props.ts';
import { NumberField } from './number-field.tsx';
import { PropertySelect } from './property-select.tsx';
import { SetUpExcluded } from './set-up-excluded.tsx';
import { ValuesSelect } from './values-select.tsx';

const CUSTOMERS = ['eligibility', 'customers'];
const STAGES = ['eligibility', 'lifecycleStages'];

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Who is a customer: by lifecycle stage and purchases, or by a property of the portal's own alone; and who never is. */
export function SetUpCustomers(props: ModelProps) {
  const { content, mistakes, properties, readOnly, edit, say } = props;
  const w = say.model;
  const customers = valueAt(content, CUSTOMERS);
  const held = valueAt(content, [...CUSTOMERS, 'property']);
  const [begun, setBegun] = useState(false);
  const isOwn = customers !== undefined || begun;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const property = chosen ?? (typeof held === 'string' ? held : customers === undefined ? undefined : 'lifecyclestage');
  return (
    <Flex direction="column" gap="small">
      <Select
        label={w('customersBy')}
        name="customers.by"
        value={isOwn ? 'own' : 'usual'}
        readOnly={readOnly}
        options={[
          { value: 'usual', label: w('customersUsual') },
          { value: 'own', label: w('customersOwn') },
        ]}
        onChange={(value) => {
          setBegun(value === 'own');
          setChosen(undefined);
          if (value !== 'own' && customers !== undefined) edit(CUSTOMERS, null);
        }}
      />
      {isOwn ? (
        <PropertySelect
          properties={properties}
          label={w('property')}
          name="customers.property"
          placeholder={w('choose')}
          value={property}
          readOnly={readOnly}
          error={mistakeAt(mistakes, CUSTOMERS)}
          // Without a value nobody would be a customer: the property counts once one is chosen.
          onChange={(name) => setChosen(name ?? undefined)}
        />
      ) : (
        <>
          <ValuesSelect
            properties={properties}
            property="lifecyclestage"
            label={w('lifecycleStages')}
            typedHint={w('typedValues')}
            name="customers.stages"
            values={texts(valueAt(content, STAGES))}
            readOnly={readOnly}
            onChange={(values) => edit(STAGES, values)}
          />
          <NumberField
            {...props}
            path={['eligibility', 'purchaseWithinMonths']}
            label={w('purchaseWithin')}
            min={1}
            precision={0}
            otherwise={24}
          />
        </>
      )}
      {isOwn && property !== undefined ? (
        <ValuesSelect
          properties={properties}
          property={property}
          label={w('customersValues')}
          typedHint={w('typedValues')}
          name="customers.values"
          values={chosen !== undefined && chosen !== held ? [] : texts(valueAt(content, [...CUSTOMERS, 'values']))}
          readOnly={readOnly}
          onChange={(values) => {
            if (values.length > 0) edit(CUSTOMERS, { property, values });
            setChosen(undefined);
            setBegun(true);
          }}
        />
      ) : null}
      <SetUpExcluded {...props} />
    </Flex>
  );
}
