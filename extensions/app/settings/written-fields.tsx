import { Flex, MultiSelect, Text, Toggle } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import { fault, type ModelProps } from './model-props.ts';

const WRITE = ['write'];
const ROLL_UP = ['rollUp'];

/** What the model may have written of a company besides score and status; the server's list. */
export const WRITABLE = [
  'status_since',
  'revenue_at_risk',
  'next_renewal',
  'overdue_amount',
  'checked_on',
  'dimension_scores',
] as const;

/** What is written to HubSpot besides score and status, and whether a parent's card shows its child companies. */
export function WrittenFields({ content, mistakes, readOnly, edit, say }: ModelProps) {
  const w = say.model;
  const held = valueAt(content, WRITE);
  const written = Array.isArray(held) ? held.map(String) : [];
  return (
    <Flex direction="column" gap="small">
      <MultiSelect
        label={w('write')}
        name="write"
        description={w('writeHint')}
        value={written}
        readOnly={readOnly}
        options={WRITABLE.map((value) => ({ value, label: w(`write_${value}`) }))}
        {...fault(mistakes, WRITE)}
        onChange={(chosen) => {
          // The first ones matter most: those chosen before keep their order, whatever the picker gives.
          const names = chosen.map(String);
          const kept = written.filter((name) => names.includes(name));
          edit(WRITE, [...kept, ...names.filter((name) => !kept.includes(name))]);
        }}
      />
      <Toggle
        name="rollUp"
        label={w('rollUp')}
        labelDisplay="inline"
        textChecked={w('on')}
        textUnchecked={w('off')}
        size="sm"
        readOnly={readOnly}
        checked={valueAt(content, ROLL_UP) === true}
        onChange={(checked) => edit(ROLL_UP, checked)}
      />
      <Text variant="microcopy">{w('rollUpHint')}</Text>
    </Flex>
  );
}
