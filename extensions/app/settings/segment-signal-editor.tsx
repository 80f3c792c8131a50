import { Accordion, Alert, Button, Flex, Select, Text } from '@hubspot/ui-extensions';
import { CurveEditor } from './curve-editor.tsx';
import type { Curve } from './curve-rows.ts';
import { valueAt } from './draft-edits.ts';
import { curveOf } from './editor-view.ts';
import { besides, fault, type ModelProps } from './model-props.ts';
import { NumberField } from './number-field.tsx';
import { type SegmentSignal, withoutSegmentSignal } from './segment-signals.ts';
import { SignalSettings } from './signal-settings.tsx';

interface SegmentSignalProps extends ModelProps {
  readonly of: SegmentSignal;
}

const EVERYBODY = 'everybody';
const WHEN_UNKNOWN = ['skip', 'neutral', 'penalise'] as const;

/** What differs about one signal for one segment. What is left empty is as for everybody. */
export function SegmentSignalEditor(props: SegmentSignalProps) {
  const { of, drafts, mistakes, readOnly, say, format } = props;
  const w = say.model;
  const { path, label, dimension, everybody } = of;
  const name = w('signalOf', { dimension: dimension.label, name: label });
  const at = (part: string) => [...path, part];
  const curve = shownCurve(props);
  const fields = [
    ...['weight', 'whenUnknown', ...(curve === null ? [] : ['curve'])].map(at),
    ...(of.known?.settings ?? []).map(({ key }) => [...at('settings'), key]),
  ];
  return (
    <Flex direction="column" gap="extra-small" align="start">
      <NumberField
        {...props}
        path={at('weight')}
        label={w('dimensionWeight', { name })}
        description={
          everybody === undefined ? w('onlyInGroup') : w('everybodyHas', { value: format.number(everybody.weight) })
        }
        min={0}
      />
      {besides(mistakes, path, fields).map((text) => (
        <Alert key={text} variant="danger" title={text} />
      ))}
      <Accordion size="xs" title={w('groupPoints', { name })}>
        <Flex direction="column" gap="small" align="start">
          {of.known === undefined ? null : <Text>{of.known.measures}</Text>}
          {of.hasSource ? <Text>{w('groupSource')}</Text> : null}
          <WhoseCurve {...props} />
          {curve === null ? null : <CurveEditor {...props} curve={curve} path={at('curve')} name={of.label} />}
          <WhenUnknown {...props} />
          {of.known === undefined ? null : (
            <SignalSettings
              {...props}
              signal={of.known}
              path={path}
              {...(everybody !== undefined && { everybody: ['dimensions', dimension.key, 'signals', of.key] })}
            />
          )}
        </Flex>
      </Accordion>
      {readOnly ? null : (
        <Button
          variant="secondary"
          size="xs"
          onClick={() => drafts.model.edit((now) => withoutSegmentSignal(now, path))}
        >
          {w('removeGroupSignal', { name })}
        </Button>
      )}
    </Flex>
  );
}

/** The curve that can be changed here; null: points are as for everybody, or options have them. */
function shownCurve({ of, content }: SegmentSignalProps): Curve | null {
  const held = valueAt(content, [...of.path, 'curve']);
  const isOwn = held !== undefined || of.everybody === undefined;
  return isOwn ? (curveOf(held) ?? of.known?.curve ?? null) : null;
}

/** Points are as for everybody until somebody says otherwise; then they begin as they were. */
function WhoseCurve({ of, content, readOnly, edit, say }: SegmentSignalProps) {
  const w = say.model;
  const path = [...of.path, 'curve'];
  const isOwn = valueAt(content, path) !== undefined;
  const usual = of.everybody?.curve ?? null;
  // Nobody else has the signal, or options have its points.
  if (of.everybody === undefined || (usual === null && !isOwn)) return null;
  return (
    <Select
      label={w('groupCurve', { name: of.label })}
      name={path.join('.')}
      value={isOwn ? 'own' : EVERYBODY}
      readOnly={readOnly}
      options={[
        { value: EVERYBODY, label: w('asForEverybody') },
        { value: 'own', label: w('ofTheirOwn') },
      ]}
      onChange={(value) => {
        if (value === EVERYBODY) edit(path, null);
        else if (usual !== null) edit(path, (held) => held ?? usual);
      }}
    />
  );
}

function WhenUnknown({ of, content, mistakes, readOnly, edit, say }: SegmentSignalProps) {
  const w = say.model;
  const path = [...of.path, 'whenUnknown'];
  const held = valueAt(content, path);
  // Of a signal that nobody else has the model's own default.
  const usual = of.everybody === undefined ? 'skip' : EVERYBODY;
  return (
    <Select
      label={w('whenUnknown', { name: of.label })}
      name={path.join('.')}
      value={WHEN_UNKNOWN.find((one) => one === held) ?? usual}
      readOnly={readOnly}
      options={[
        ...(usual === EVERYBODY ? [{ value: EVERYBODY, label: w('asForEverybody') }] : []),
        ...WHEN_UNKNOWN.map((value) => ({ value, label: w(`unknown_${value}`) })),
      ]}
      {...fault(mistakes, path)}
      onChange={(value) => edit(path, value === EVERYBODY ? null : String(value))}
    />
  );
}
