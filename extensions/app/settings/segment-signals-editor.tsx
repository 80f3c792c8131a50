import type { EditorDimension } from '@account-health/contract/model';
import { Button, Divider, Flex, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { ModelProps } from './model-props.ts';
import { SegmentSignalEditor } from './segment-signal-editor.tsx';
import { addSegmentSignal, type SegmentSignal } from './segment-signals.ts';

interface SegmentSignalsProps extends ModelProps {
  readonly dimensions: readonly EditorDimension[];
  readonly index: number;
  readonly signals: readonly SegmentSignal[];
}

/** The signals that count otherwise for one segment. */
export function SegmentSignalsEditor(props: SegmentSignalsProps) {
  const { signals, say, readOnly } = props;
  const w = say.model;
  return (
    <Flex direction="column" gap="small" align="start">
      <Text format={{ fontWeight: 'demibold' }}>{w('groupSignals')}</Text>
      {signals.length === 0 ? <Text variant="microcopy">{w('groupSignalsNone')}</Text> : null}
      {signals.map((of, row) => (
        <Flex key={`${of.dimension.key} ${of.key}`} direction="column" gap="small" align="start">
          {row > 0 ? <Divider /> : null}
          <SegmentSignalEditor {...props} of={of} />
        </Flex>
      ))}
      {readOnly ? null : <Adder {...props} />}
    </Flex>
  );
}

/** Of the model's signals those that do not differ yet, each in the dimension that it is in: nowhere else may it be. */
function Adder({ dimensions, index, signals, edit, say }: SegmentSignalsProps) {
  const w = say.model;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const there = new Set(signals.map(({ key }) => key));
  const others = dimensions.flatMap((dimension) =>
    dimension.signals
      .filter(({ key, inModel }) => inModel && !there.has(key))
      .map(({ key, label }) => ({
        key,
        dimension: dimension.key,
        label: w('signalOf', { dimension: dimension.label, name: label }),
      })),
  );
  const one = others.find(({ key }) => key === chosen);
  if (others.length === 0) return null;
  return (
    <>
      <Select
        label={w('groupSignal')}
        name={`segments.${index}.signal`}
        placeholder={w('choose')}
        value={one?.key ?? ''}
        options={others.map(({ key, label }) => ({ value: key, label }))}
        onChange={(value) => setChosen(String(value))}
      />
      <Button
        variant="secondary"
        size="sm"
        disabled={one === undefined}
        onClick={() => {
          if (one === undefined) return;
          const { path, value } = addSegmentSignal(index, one.dimension, one.key);
          // Whoever presses twice adds it once, and loses nothing of it.
          edit(path, (held) => held ?? value);
          setChosen(undefined);
        }}
      >
        {w('addGroupSignal')}
      </Button>
    </>
  );
}
