import type { PropertiesAnswer } from '@account-health/contract/model';
import { Input, MultiSelect } from '@hubspot/ui-extensions';

interface ValuesSelectProps {
  readonly properties: PropertiesAnswer;
  /** Whose values. */
  readonly property: string;
  readonly label: string;
  /** Where the property has no list of values: how to write several. */
  readonly typedHint: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (values: string[]) => void;
}

/** Values of a property: from its options, or typed with commas between where it has none. */
export function ValuesSelect(props: ValuesSelectProps) {
  const { properties, property, label, typedHint, name, values, readOnly, onChange } = props;
  const options = optionsOf(properties, property);
  if (options.length === 0)
    return (
      <Input
        label={label}
        name={name}
        description={typedHint}
        value={values.join(', ')}
        readOnly={readOnly}
        onChange={(text) =>
          onChange(
            text
              .split(',')
              .map((value) => value.trim())
              .filter(Boolean),
          )
        }
      />
    );
  const gone = values.filter((value) => !options.some((option) => option.value === value));
  return (
    <MultiSelect
      label={label}
      name={name}
      value={[...values]}
      readOnly={readOnly}
      options={[...options, ...gone.map((value) => ({ value, label: value }))]}
      onChange={(chosen) => onChange(chosen.map(String))}
    />
  );
}

const optionsOf = ({ properties }: PropertiesAnswer, name: string) =>
  properties.find((property) => property.name === name)?.options ?? [];
