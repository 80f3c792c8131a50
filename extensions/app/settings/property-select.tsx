import type { PropertiesAnswer } from '@account-health/contract/model';
import { Select } from '@hubspot/ui-extensions';
import type { PortalProperty } from './mapped-signal.ts';

interface PropertySelectProps {
  readonly properties: PropertiesAnswer;
  readonly label: string;
  readonly name: string;
  readonly description?: string;
  readonly placeholder: string;
  /** Left out: all do. */
  readonly fits?: (property: PortalProperty) => boolean;
  readonly value: string | undefined;
  /** The entry that chooses none; left out where one has to be chosen. */
  readonly none?: string;
  readonly readOnly: boolean;
  readonly error?: string | undefined;
  readonly onChange: (name: string | null) => void;
}

/** One of the portal's own company properties, by what people call it. HubSpot's Select searches as one types. */
export function PropertySelect(props: PropertySelectProps) {
  const { properties, label, name, description, placeholder, fits, value, none, readOnly, error, onChange } = props;
  const fitting = properties.properties.filter((property) => fits === undefined || fits(property));
  const options = fitting.map((property) => ({ label: property.label, value: property.name }));
  // A property that is gone, or that could not be read just now, stays chosen, by the only name known of it.
  const lost = value !== undefined && !options.some((option) => option.value === value);
  return (
    <Select
      label={label}
      name={name}
      placeholder={placeholder}
      readOnly={readOnly}
      {...(description !== undefined && { description })}
      {...(value !== undefined && { value })}
      {...(error !== undefined && { error: true, validationMessage: error })}
      options={[
        ...(none === undefined ? [] : [{ label: none, value: '' }]),
        ...options,
        ...(lost ? [{ label: value, value }] : []),
      ]}
      onChange={(chosen) => onChange(chosen === '' ? null : String(chosen))}
    />
  );
}
