import { Select } from '@hubspot/ui-extensions';
import { type Content, valueAt } from './draft-edits.ts';
import type { ModelProps } from './model-props.ts';
import { NumberField } from './number-field.tsx';
import { PropertySelect } from './property-select.tsx';
import { ValuesSelect } from './values-select.tsx';

/** How one comes into it: by being new, or by values of a property. */
export const wayIn = (content: Content, index: number): 'new' | 'values' => {
  const at = ['segments', index, 'when'];
  const isNamed = ['values', 'property'].some((part) => valueAt(content, [...at, part]) !== undefined);
  return isNamed ? 'values' : 'new';
};

/** Who is in it: new customers, or companies with some values of a property. */
export function SegmentCondition(props: ModelProps & { readonly index: number }) {
  const { content, index, properties, readOnly, edit, say } = props;
  const w = say.model;
  const at = ['segments', index, 'when'];
  const values = valueAt(content, [...at, 'values']);
  const property = valueAt(content, [...at, 'property']);
  // The model's own default of a property that is not named.
  const named = typeof property === 'string' ? property : 'lifecyclestage';
  const way = wayIn(content, index);
  return (
    <>
      <Select
        label={w('segmentWho')}
        name={at.join('.')}
        value={way}
        readOnly={readOnly}
        options={[
          { value: 'new', label: w('segmentNew') },
          { value: 'values', label: w('segmentValues') },
        ]}
        onChange={(value) =>
          edit(at, value === 'new' ? { customerForLessThanDays: 90 } : { property: 'lifecyclestage', values: [] })
        }
      />
      {way === 'new' ? (
        <NumberField
          {...props}
          path={[...at, 'customerForLessThanDays']}
          label={w('segmentDays')}
          min={1}
          precision={0}
          otherwise={90}
        />
      ) : (
        <>
          <PropertySelect
            properties={properties}
            label={w('property')}
            name={[...at, 'property'].join('.')}
            placeholder={w('choose')}
            value={named}
            readOnly={readOnly}
            onChange={(chosen) => {
              if (chosen !== null && chosen !== named) edit(at, { property: chosen, values: [] });
            }}
          />
          <ValuesSelect
            properties={properties}
            property={named}
            label={w('values')}
            typedHint={w('typedValues')}
            name={[...at, 'values'].join('.')}
            values={Array.isArray(values) ? values.map(String) : []}
            readOnly={readOnly}
            onChange={(chosen) => edit([...at, 'values'], chosen)}
          />
        </>
      )}
    </>
  );
}
