import { Alert, Flex, Select, Text } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import { fault, type ModelProps, mistakeAt } from './model-props.ts';
import { NumberField } from './number-field.tsx';

const WAYS = ['fixed', 'quartiles', 'alarm_budget'] as const;

/** Where healthy, at risk and unhealthy part. */
export function BandsEditor(props: ModelProps) {
  const { content, mistakes, readOnly, drafts, say } = props;
  const w = say.model;
  const held = valueAt(content, ['bands', 'by']);
  const by = WAYS.find((way) => way === held) ?? 'fixed';
  const wrong = mistakes.find(({ path }) => path.length === 1 && path[0] === 'bands')?.text;
  return (
    <Flex direction="column" gap="small">
      <Select
        label={w('bandsBy')}
        name="bands.by"
        value={by}
        readOnly={readOnly}
        options={WAYS.map((value) => ({ value, label: w(`bandsBy_${value}`) }))}
        {...fault(mistakes, ['bands', 'by'])}
        onChange={(value) => {
          // Only an alarm budget has calls; a budget without them would be a mistake at once.
          const calls = value === 'alarm_budget' ? (valueAt(content, ['bands', 'callsAWeek']) ?? 25) : null;
          drafts.model.edit([
            { path: ['bands', 'by'], value: String(value) },
            { path: ['bands', 'callsAWeek'], value: calls },
          ]);
        }}
      />
      <Text variant="microcopy">{w(`bandsHint_${by}`)}</Text>
      {by === 'alarm_budget' ? (
        <NumberField
          {...props}
          path={['bands', 'callsAWeek']}
          label={w('callsAWeek')}
          min={1}
          precision={0}
          otherwise={25}
        />
      ) : null}
      {by === 'alarm_budget' ? null : (
        <NumberField
          {...props}
          path={['bands', 'atRiskFrom']}
          label={w('atRiskFrom')}
          min={0}
          max={100}
          precision={0}
          otherwise={33}
        />
      )}
      <NumberField
        {...props}
        path={['bands', 'healthyFrom']}
        label={w('healthyFrom')}
        min={0}
        max={100}
        precision={0}
        otherwise={66}
      />
      <NumberField
        {...props}
        path={['bands', 'margin']}
        label={w('margin')}
        description={w('marginHint')}
        min={0}
        max={50}
        precision={0}
      />
      {wrong === undefined || mistakeAt(mistakes, ['bands', 'by']) !== undefined ? null : (
        <Alert variant="danger" title={w('bands')}>
          {wrong}
        </Alert>
      )}
    </Flex>
  );
}
