import type { EditorDimension } from '@account-health/contract/model';
import { Alert, Button, Divider, Flex, Input, Text, Tile } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import { besides, fault, type ModelProps } from './model-props.ts';
import { NumberField } from './number-field.tsx';
import { SegmentCaps } from './segment-caps.tsx';
import { SegmentCondition, wayIn } from './segment-condition.tsx';
import { signalsOfSegment } from './segment-signals.ts';
import { SegmentSignalsEditor } from './segment-signals-editor.tsx';

interface SegmentEditorProps extends ModelProps {
  readonly dimensions: readonly EditorDimension[];
  readonly index: number;
}

/** One segment of the model: who is in it, and what differs for them. An empty number is as for everybody. */
export function SegmentEditor(props: SegmentEditorProps) {
  const { content, dimensions, home, index, mistakes, readOnly, edit, say, format } = props;
  const w = say.model;
  const at = ['segments', index];
  const name = valueAt(content, [...at, 'name']);
  const title = typeof name === 'string' ? name : '';
  const signals = signalsOfSegment(dimensions, content, index, home.locale);
  // What is shown at a field, or by the parts below.
  const fields = [
    ...['name', 'minimumCoverage', 'minimumDimensions', 'silencePoints', 'caps'].map((part) => [...at, part]),
    ...dimensions.map(({ key }) => [...at, 'dimensions', key, 'weight']),
    ...(wayIn(content, index) === 'new' ? [[...at, 'when', 'customerForLessThanDays']] : []),
    ...signals.map(({ path }) => path),
  ];
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
        <SegmentCondition {...props} />
        {besides(mistakes, at, fields).map((text) => (
          <Alert key={text} variant="danger" title={text} />
        ))}
        <Text format={{ fontWeight: 'demibold' }}>{w('segmentDiffers')}</Text>
        <Text variant="microcopy">{w('segmentDiffersHint')}</Text>
        {dimensions.map(({ key, label, weight }) => (
          <NumberField
            key={key}
            {...props}
            path={[...at, 'dimensions', key, 'weight']}
            label={w('dimensionWeight', { name: label })}
            description={w('everybodyHas', { value: format.number(weight) })}
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
        <Divider />
        <SegmentSignalsEditor {...props} signals={signals} />
        <Divider />
        <SegmentCaps {...props} signals={signals} />
        {readOnly ? null : (
          <Button variant="secondary" size="xs" onClick={() => edit(at, null)}>
            {w('removeSegment', { name: title })}
          </Button>
        )}
      </Flex>
    </Tile>
  );
}
