/** Look-alikes of HubSpot's fields with options, which tell a choice at once. */
import type {
  Checkbox as HubSpotCheckbox,
  MultiSelect as HubSpotMultiSelect,
  RadioButton as HubSpotRadioButton,
  Select as HubSpotSelect,
  Toggle as HubSpotToggle,
  ToggleGroup as HubSpotToggleGroup,
} from '@hubspot/ui-extensions';
import { type ComponentProps, useId, useState } from 'react';
import { fieldValue } from './browser.ts';
import { Field } from './look-alike-field.tsx';
import { useFormValue } from './look-alike-form.tsx';
import { tell } from './tell-extension.ts';

/** What holds of a control: what the extension says, or where it says nothing, what was chosen here. */
function useChosen<Value>(given: Value | undefined, first: Value): [Value, (value: Value) => void] {
  const [chosen, setChosen] = useState(first);
  return [given === undefined ? chosen : given, setChosen];
}

export function Select(props: ComponentProps<typeof HubSpotSelect>) {
  const { name, options, placeholder, readOnly = false, onChange } = props;
  const [value, setValue] = useChosen<string | number | boolean>(props.value, '');
  useFormValue(name, value);
  const at = options.findIndex((option) => option.value === value);
  return (
    <Field {...props}>
      {(aria) => (
        <select
          {...aria}
          name={name}
          // Options may be numbers or yes and no, which the browser's cannot.
          value={at < 0 ? '' : String(at)}
          disabled={readOnly}
          onChange={(event) => {
            const chosen = options[Number(fieldValue(event))];
            if (chosen === undefined) return;
            setValue(chosen.value);
            tell(onChange, chosen.value);
          }}
        >
          {at < 0 ? <option value="">{placeholder ?? ''}</option> : null}
          {options.map(({ label }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what names an option here
            <option key={index} value={String(index)}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function MultiSelect(props: ComponentProps<typeof HubSpotMultiSelect>) {
  const { name, options, placeholder, readOnly = false, onChange } = props;
  const [value, setValue] = useChosen<(string | number | boolean)[]>(props.value, []);
  useFormValue(name, value);
  const chosen = options.filter((option) => value.includes(option.value));
  const shown = chosen.map(({ label }) => label).join(', ') || placeholder || '–';
  return (
    <Field {...props} isGroup>
      {() => (
        <details className="multi-select">
          <summary aria-label={props.label === undefined ? shown : `${props.label}: ${shown}`}>{shown}</summary>
          {options.map((option) => (
            <label key={String(option.value)}>
              <input
                type="checkbox"
                checked={value.includes(option.value)}
                disabled={readOnly}
                onChange={() => {
                  const next = options
                    .map((one) => one.value)
                    .filter((one) => (one === option.value ? !value.includes(one) : value.includes(one)));
                  setValue(next);
                  tell(onChange, next);
                }}
              />
              {option.label}
            </label>
          ))}
        </details>
      )}
    </Field>
  );
}

interface OneProps extends Omit<ComponentProps<typeof HubSpotCheckbox>, 'variant' | 'size'> {
  readonly type: 'checkbox' | 'radio';
}

function One(props: OneProps) {
  const { type, name, value = '', description, inline = false, onChange, children } = props;
  const isFixed = props.readOnly ?? props.readonly ?? false;
  const [checked, setChecked] = useChosen(props.checked, props.initialIsChecked ?? false);
  useFormValue(name, checked);
  return (
    <label className={inline ? 'choice choice-inline' : 'choice'}>
      <input
        type={type}
        name={name}
        value={value}
        aria-label={props['aria-label']}
        checked={checked}
        disabled={isFixed}
        onChange={() => {
          const next = type === 'radio' || !checked;
          setChecked(next);
          tell(onChange, next, value);
        }}
      />
      <span>
        {children}
        {description ? <span className="choice-note">{description}</span> : null}
      </span>
    </label>
  );
}

export function Checkbox({ variant: _variant, size: _size, ...props }: ComponentProps<typeof HubSpotCheckbox>) {
  return <One {...props} type="checkbox" />;
}

export function RadioButton({ variant: _variant, size: _size, ...props }: ComponentProps<typeof HubSpotRadioButton>) {
  return <One {...props} type="radio" />;
}

export function Toggle(props: ComponentProps<typeof HubSpotToggle>) {
  const { name, label, labelDisplay = 'inline', textChecked = 'On', textUnchecked = 'Off', onChange } = props;
  const [checked, setChecked] = useChosen(props.checked, props.initialIsChecked ?? false);
  useFormValue(name, checked);
  return (
    <span className={`toggle toggle-label-${labelDisplay}`}>
      {labelDisplay === 'hidden' ? null : <span>{label}</span>}
      <button
        type="button"
        role="switch"
        aria-checked={checked}
        aria-label={label}
        disabled={props.readOnly ?? props.readonly ?? false}
        onClick={() => {
          setChecked(!checked);
          tell(onChange, !checked);
        }}
      >
        <span aria-hidden="true" className="toggle-knob" />
        <span aria-hidden="true">{checked ? textChecked : textUnchecked}</span>
      </button>
    </span>
  );
}

export function ToggleGroup(props: ComponentProps<typeof HubSpotToggleGroup>) {
  const { name, options, toggleType = 'checkboxList', inline = false, value, onChange } = props;
  const id = useId();
  const first = options.filter((option) => option.initialIsChecked).map((option) => option.value);
  const [chosen, setChosen] = useChosen(value === undefined ? undefined : [value].flat(), first);
  const isOne = toggleType === 'radioButtonList';
  useFormValue(name, isOne ? chosen[0] : chosen);
  const choose = (option: string) => {
    const others = chosen.filter((one) => one !== option);
    const next = isOne ? [option] : others.length < chosen.length ? others : [...chosen, option];
    setChosen(next);
    tell(onChange, isOne ? option : next);
  };
  return (
    <Field {...props} isGroup>
      {() =>
        options.map((option) => (
          <label key={option.value} className={inline ? 'choice choice-inline' : 'choice'}>
            <input
              type={isOne ? 'radio' : 'checkbox'}
              name={`${name}${id}`}
              checked={chosen.includes(option.value)}
              disabled={option.readOnly ?? option.readonly ?? false}
              onChange={() => choose(option.value)}
            />
            <span>
              {option.label}
              {option.description ? <span className="choice-note">{option.description}</span> : null}
            </span>
          </label>
        ))
      }
    </Field>
  );
}
