import type { EditorSignal, ModelPath } from '@account-health/contract/model';
import { Button, Flex, NumberInput, Select, Text } from '@hubspot/ui-extensions';
import { CurveEditor } from './curve-editor.tsx';
import { valueAt } from './draft-edits.ts';
import { fault, type ModelProps } from './model-props.ts';
import { SignalSettings } from './signal-settings.tsx';

interface SignalEditorProps extends ModelProps {
  readonly signal: EditorSignal;
  readonly path: ModelPath;
}

/** How a signal's points come about, what it counts where nobody knows, and what is set for it besides. */
export function SignalEditor(props: SignalEditorProps) {
  const { signal, path, say, mistakes, readOnly, edit } = props;
  const w = say.model;
  return (
    <Flex direction="column" gap="small">
      <Text>{signal.measures}</Text>
      {signal.curve === null ? (
        <PointsByOption {...props} />
      ) : (
        <CurveEditor {...props} curve={signal.curve} path={[...path, 'curve']} name={signal.label} />
      )}
      <Select
        label={w('whenUnknown', { name: signal.label })}
        name={[...path, 'whenUnknown'].join('.')}
        value={signal.whenUnknown}
        readOnly={readOnly}
        options={(['skip', 'neutral', 'penalise'] as const).map((value) => ({ value, label: w(`unknown_${value}`) }))}
        {...fault(mistakes, [...path, 'whenUnknown'])}
        onChange={(value) => edit([...path, 'whenUnknown'], String(value))}
      />
      <SignalSettings {...props} />
      {signal.mapped && !readOnly ? (
        <Flex direction="row">
          <Button variant="secondary" size="sm" onClick={() => edit(path, null)}>
            {w('removeSignal', { name: signal.label })}
          </Button>
        </Flex>
      ) : null}
    </Flex>
  );
}

/** Points of each option of a list property. */
function PointsByOption({ path, content, properties, mistakes, readOnly, edit }: SignalEditorProps) {
  const points = valueAt(content, [...path, 'mapped', 'points']);
  if (typeof points !== 'object' || points === null || Array.isArray(points)) return null;
  const name = valueAt(content, [...path, 'mapped', 'property']);
  const options = properties.properties.find((property) => property.name === name)?.options ?? [];
  // Options that the portal added since have no points yet; those that it gave up keep theirs.
  const values = [...new Set([...options.map(({ value }) => value), ...Object.keys(points)])];
  return (
    <Flex direction="column" gap="small">
      {values.map((value) => {
        const held = points[value];
        const at = [...path, 'mapped', 'points', value];
        return (
          <NumberInput
            key={value}
            label={options.find((option) => option.value === value)?.label ?? value}
            name={at.join('.')}
            min={0}
            max={100}
            readOnly={readOnly}
            {...(typeof held === 'number' && { value: held })}
            {...fault(mistakes, at)}
            onChange={(typed) => {
              if (Number.isFinite(typed) && typed !== held) edit(at, typed);
            }}
          />
        );
      })}
    </Flex>
  );
}
