import type { EditorDimension } from '@account-health/contract/model';
import { Alert, Button, Flex, Input, Select, Text, Tile } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import { fault, type ModelProps } from './model-props.ts';
import { NumberField } from './number-field.tsx';
import { PropertySelect } from './property-select.tsx';
import { ValuesSelect } from './values-select.tsx';

interface SegmentEditorProps extends ModelProps {
  readonly dimensions: readonly EditorDimension[];
  readonly index: number;
}

/** One segment of the model: who is in it, and what differs for them. An empty number is as for everybody. */
export function SegmentEditor(props: SegmentEditorProps) {
  const { content, dimensions, index, mistakes, readOnly, edit, say } = props;
  const w = say.model;
  const at = ['segments', index];
  const name = valueAt(content, [...at, 'name']);
  const title = typeof name === 'string' ? name : '';
  const wrong = mistakes.find(({ path }) => path.length <= 3 && path[0] === 'segments' && path[1] === index)?.text;
  return (
    <Tile>
      <Flex direction="column" gap="small" align="start">
        <Input
          label={w('segmentName')}
          name={[...at, 'name'].join('.')}
          value={title}
          readOnly={readOnly}
          {...fault(mistakes, [...at, 'name'])}
          onChange={(text) => {
            if (text.trim() !== '' && text !== name) edit([...at, 'name'], text.trim());
          }}
        />
        <Condition {...props} />
        {wrong === undefined ? null : <Alert variant="danger" title={wrong} />}
        <Text format={{ fontWeight: 'demibold' }}>{w('segmentDiffers')}</Text>
        <Text variant="microcopy">{w('segmentDiffersHint')}</Text>
        {dimensions.map(({ key, label }) => (
          <NumberField
            key={key}
            {...props}
            path={[...at, 'dimensions', key, 'weight']}
            label={w('dimensionWeight', { name: label })}
            min={0}
          />
        ))}
        <NumberField
          {...props}
          path={[...at, 'minimumCoverage']}
          label={w('minimumCoverage')}
          min={0}
          max={100}
          times={100}
        />
        <NumberField
          {...props}
          path={[...at, 'minimumDimensions']}
          label={w('minimumDimensions')}
          min={1}
          precision={0}
        />
        <NumberField
          {...props}
          path={[...at, 'silencePoints']}
          label={w('silencePoints')}
          min={0}
          max={100}
          precision={0}
        />
        {readOnly ? null : (
          <Button variant="secondary" size="xs" onClick={() => edit(at, null)}>
            {w('removeSegment', { name: title })}
          </Button>
        )}
      </Flex>
    </Tile>
  );
}

/** Who is in it: new customers, or companies with some values of a property. */
function Condition(props: SegmentEditorProps) {
  const { content, index, properties, readOnly, edit, say } = props;
  const w = say.model;
  const at = ['segments', index, 'when'];
  const values = valueAt(content, [...at, 'values']);
  const property = valueAt(content, [...at, 'property']);
  // The model's own default of a property that is not named.
  const named = typeof property === 'string' ? property : 'lifecyclestage';
  const way = values === undefined && property === undefined ? 'new' : 'values';
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
