import { type Playbooks, type PlaybooksAnswer, STAGES } from '@account-health/contract/playbooks';
import { Flex, Heading, Input, NumberInput, Text, TextArea, Toggle, ToggleGroup } from '@hubspot/ui-extensions';
import { OwnerSelect } from './owner-select.tsx';
import { faultsOf, LIMITS, type Limited } from './playbooks-form.ts';
import type { SectionProps } from './section.ts';

interface FieldsProps extends SectionProps {
  readonly playbooks: Playbooks;
  /** Whether what is saved makes tasks already. */
  readonly isOn: boolean;
  /** The app's own texts. */
  readonly advice: PlaybooksAnswer['advice'];
  readonly readOnly: boolean;
  /** What changes, by what was entered up to now. */
  readonly onChange: (change: (now: Playbooks) => Partial<Playbooks>) => void;
}

const BANDS = ['at_risk', 'unhealthy'] as const;
const NUMBERS = ['cooldownDays', 'perPersonAWeek', 'dueInDays'] as const satisfies Limited[];

/** When a task is made, for whom, and what it advises. */
export function PlaybooksFields(props: FieldsProps) {
  const { say, format, playbooks, isOn, readOnly, onChange } = props;
  const w = say.play;
  const faults = faultsOf(playbooks);
  return (
    <Flex direction="column" gap="medium">
      <Toggle
        label={w('enabled')}
        name="playbooks.enabled"
        textChecked={say.settings('on')}
        textUnchecked={say.settings('off')}
        size="sm"
        checked={playbooks.enabled}
        readOnly={readOnly}
        onChange={(enabled) => onChange(() => ({ enabled }))}
      />
      <Text>{w(playbooks.enabled ? (isOn ? 'enabledSaved' : 'enabledOn') : 'enabledOff')}</Text>
      <ToggleGroup
        toggleType="checkboxList"
        label={w('toBands')}
        name="playbooks.toBands"
        value={playbooks.toBands}
        options={BANDS.map((value) => ({ value, label: w(value), readOnly }))}
        {...(faults.toBands !== undefined && { error: true, validationMessage: w('noBands') })}
        onChange={(bands) => onChange(() => ({ toBands: BANDS.filter((band) => bands.includes(band)) }))}
      />
      {NUMBERS.map((field) => {
        const [min, max] = LIMITS[field];
        return (
          <NumberInput
            key={field}
            label={w(field)}
            name={`playbooks.${field}`}
            description={w(`${field}Hint`)}
            min={min}
            max={max}
            precision={0}
            value={playbooks[field]}
            readOnly={readOnly}
            {...(faults[field] !== undefined && {
              error: true,
              validationMessage: w('between', { least: format.number(min), most: format.number(max) }),
            })}
            onChange={(value) => {
              if (Number.isFinite(value)) onChange(() => ({ [field]: value }));
            }}
          />
        );
      })}
      <OwnerSelect
        {...props}
        value={playbooks.fallbackOwnerId}
        onChange={(fallbackOwnerId) => onChange(() => ({ fallbackOwnerId }))}
      />
      <Input
        label={w('meetingLink')}
        name="playbooks.meetingLink"
        description={w('meetingLinkHint')}
        placeholder="https://"
        value={playbooks.meetingLink ?? ''}
        readOnly={readOnly}
        {...(faults.meetingLink !== undefined && { error: true, validationMessage: w('noLink') })}
        onChange={(text) => onChange(() => ({ meetingLink: text.trim() === '' ? null : text.trim() }))}
      />
      <Advice {...props} />
    </Flex>
  );
}

/** What a task advises, by where the account stands; left empty, the app's own text. */
function Advice({ say, playbooks, advice, readOnly, onChange }: FieldsProps) {
  const w = say.play;
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('advice')}</Heading>
      <Text>{w('adviceHint')}</Text>
      {STAGES.map((stage) => (
        <TextArea
          key={stage}
          label={w(`advice_${stage}`)}
          name={`playbooks.advice.${stage}`}
          rows={3}
          placeholder={advice[stage]}
          value={playbooks.advice[stage] ?? ''}
          readOnly={readOnly}
          onChange={(text) =>
            onChange(({ advice }) => ({ advice: { ...advice, [stage]: text.trim() === '' ? null : text } }))
          }
        />
      ))}
    </Flex>
  );
}
