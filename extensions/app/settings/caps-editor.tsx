import type { EditorDimension, EditorSignal, Json, ModelPath } from '@account-health/contract/model';
import { Alert, Button, Divider, Flex, Select } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import { keyFor } from './mapped-signal.ts';
import { besides, fault, type ModelProps } from './model-props.ts';
import { NumberField } from './number-field.tsx';

const keyOf = (cap: Json): string =>
  typeof cap === 'object' && cap !== null && !Array.isArray(cap) ? String(cap.key) : '';

/** What a limit may go by. */
export type LimitableSignal = Pick<EditorSignal, 'key' | 'label'> &
  Partial<Pick<EditorSignal, 'measures' | 'weight' | 'curve'>>;

/** The signals that the model has for everybody. */
export const limitable = (dimensions: readonly EditorDimension[]): readonly EditorSignal[] =>
  dimensions.flatMap(({ signals }) => signals.filter(({ inModel }) => inModel));

interface CapsEditorProps extends ModelProps {
  /** Where the list of limits stands: the model's, or a segment's own. */
  readonly path: ModelPath;
  readonly signals: readonly LimitableSignal[];
}

/** What holds the score down whatever the rest says. */
export function CapsEditor(props: CapsEditorProps) {
  const { content, path, signals, mistakes, readOnly, edit, say, format } = props;
  const w = say.model;
  const held = valueAt(content, path);
  const caps = Array.isArray(held) ? held : [];
  const first = signals.find(({ weight = 0 }) => weight > 0);
  return (
    <Flex direction="column" gap="small" align="start">
      {caps.map((cap, index) => {
        const at = [...path, index];
        const fields = ['signal', 'from', 'scoreAtMost'].map((name) => [...at, name]);
        const signal = valueAt(content, [...at, 'signal']);
        const measures = signals.find(({ key }) => key === signal)?.measures;
        return (
          <Flex key={keyOf(cap)} direction="column" gap="small" align="start">
            {index > 0 ? <Divider /> : null}
            <Select
              label={w('capSignal', { row: format.number(index + 1) })}
              name={[...at, 'signal'].join('.')}
              {...(typeof signal === 'string' && { value: signal })}
              readOnly={readOnly}
              options={signals.map(({ key, label }) => ({ value: key, label }))}
              {...fault(mistakes, [...at, 'signal'])}
              onChange={(value) => edit([...at, 'signal'], String(value))}
            />
            <NumberField
              {...props}
              path={[...at, 'from']}
              label={w('capFrom')}
              {...(measures !== undefined && { description: measures })}
              otherwise={0}
            />
            <NumberField
              {...props}
              path={[...at, 'scoreAtMost']}
              label={w('capScore')}
              min={0}
              max={100}
              precision={0}
              otherwise={32}
            />
            {besides(mistakes, at, fields).map((text) => (
              <Alert key={text} variant="danger" title={text} />
            ))}
            {readOnly ? null : (
              <Button variant="secondary" size="xs" onClick={() => edit(at, null)}>
                {w('removeCap', { row: format.number(index + 1) })}
              </Button>
            )}
          </Flex>
        );
      })}
      {readOnly || first === undefined ? null : (
        <Button
          variant="secondary"
          size="sm"
          onClick={() => {
            const key = keyFor(`cap_${first.key}`, caps.map(keyOf));
            // It bites where the signal's points have run out: at the last row of its curve.
            const cap = { key, signal: first.key, from: first.curve?.at(-1)?.[0] ?? 0, scoreAtMost: 32 };
            // A model without limits may have no list of them.
            if (Array.isArray(held)) edit([...path, caps.length], cap);
            else edit(path, [cap]);
          }}
        >
          {w('addCap')}
        </Button>
      )}
    </Flex>
  );
}
