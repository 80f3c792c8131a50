/**
 * Look-alikes of HubSpot's text and number fields. As there, `onInput` tells every keystroke and `onChange` only what is committed: when the
 * field loses focus, and at Enter, which submits the form.
 */
import type {
  CurrencyInput as HubSpotCurrencyInput,
  Input as HubSpotInput,
  NumberInput as HubSpotNumberInput,
  SearchInput as HubSpotSearchInput,
  StepperInput as HubSpotStepperInput,
  TextArea as HubSpotTextArea,
} from '@hubspot/ui-extensions';
import { type ComponentProps, useRef, useState } from 'react';
import { fieldValue } from './browser.ts';
import { Field } from './look-alike-field.tsx';
import { useFormValue } from './look-alike-form.tsx';
import { tell } from './tell-extension.ts';

interface TextHandlers {
  readonly onInput?: unknown;
  readonly onChange?: unknown;
  readonly onBlur?: unknown;
  readonly onFocus?: unknown;
}

interface TextField extends TextHandlers {
  readonly name?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly value?: string | number | undefined;
  readonly defaultValue?: string | number | undefined;
  /** What the handlers are told in place of the text. */
  readonly read?: (text: string) => unknown;
}

/**
 * The text of a field as it is typed. The extension's own value comes back a moment later, from the worker: an echo of what was typed must
 * not undo what was typed since.
 */
function useTypedText(field: TextField) {
  const { value, defaultValue, name, read = (text: string) => text } = field;
  const [text, setText] = useState(String(value ?? defaultValue ?? ''));
  const [given, setGiven] = useState(value);
  const told = useRef<string[]>([]);
  const committed = useRef(text);
  if (value !== given) {
    setGiven(value);
    const echoed = told.current.indexOf(String(value ?? ''));
    if (echoed < 0) setText(String(value ?? ''));
    else told.current.splice(0, echoed + 1);
  }
  useFormValue(name, read(text));
  const commit = () => {
    if (committed.current === text) return;
    committed.current = text;
    told.current.push(text);
    tell(field.onChange, read(text));
  };
  return {
    name,
    value: text,
    readOnly: field.readOnly,
    placeholder: field.placeholder,
    onChange: (event: { readonly target: unknown }) => {
      const typed = fieldValue(event);
      setText(typed);
      if (field.onInput !== undefined) told.current.push(typed);
      tell(field.onInput, read(typed));
    },
    onFocus: () => {
      committed.current = text;
      tell(field.onFocus, read(text));
    },
    onBlur: () => {
      commit();
      tell(field.onBlur, read(text));
    },
    onKeyDown: (event: { readonly key: string }) => {
      if (event.key === 'Enter') commit();
    },
    /** Writes a value as if it was typed and committed. */
    put: (next: string) => {
      setText(next);
      committed.current = next;
      told.current.push(next);
      tell(field.onChange, read(next));
    },
  };
}

export function Input({ type = 'text', ...props }: ComponentProps<typeof HubSpotInput>) {
  const { put: _put, ...typed } = useTypedText(props);
  return <Field {...props}>{(aria) => <input type={type} {...aria} {...typed} />}</Field>;
}

export function SearchInput(props: ComponentProps<typeof HubSpotSearchInput>) {
  const { put: _put, ...typed } = useTypedText(props);
  return <Field {...props}>{(aria) => <input type="search" {...aria} {...typed} />}</Field>;
}

export function TextArea({ rows = 3, maxLength, resize = 'both', ...props }: ComponentProps<typeof HubSpotTextArea>) {
  const { put: _put, onKeyDown: _newLine, ...typed } = useTypedText(props);
  return (
    <Field {...props}>
      {(aria) => <textarea rows={rows} maxLength={maxLength} style={{ resize }} {...aria} {...typed} />}
    </Field>
  );
}

/** Nothing where it is no number, as where the field was emptied. */
const readNumber = (text: string): number | undefined =>
  text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);

interface NumberProps extends ComponentProps<typeof HubSpotNumberInput> {
  /** Behind the number. */
  readonly unit?: string | undefined;
}

export function NumberInput({ unit, ...props }: NumberProps) {
  const { min, max, formatStyle } = props;
  const { put: _put, ...typed } = useTypedText({ ...props, read: readNumber });
  const behind = unit ?? (formatStyle === 'percentage' ? '%' : undefined);
  return (
    <Field {...props}>
      {(aria) => (
        <span className="field-line">
          <input type="number" step="any" min={min} max={max} {...aria} {...typed} />
          {behind === undefined ? null : <span>{behind}</span>}
        </span>
      )}
    </Field>
  );
}

export function CurrencyInput({ currency = 'USD', ...props }: ComponentProps<typeof HubSpotCurrencyInput>) {
  return <NumberInput {...props} unit={currency} />;
}

export function StepperInput({ stepSize = 1, ...props }: ComponentProps<typeof HubSpotStepperInput>) {
  const { min = -Infinity, max = Infinity, readOnly = false } = props;
  const { put, ...typed } = useTypedText({ ...props, read: readNumber });
  const step = (by: number) => put(String(Math.min(max, Math.max(min, (readNumber(typed.value) ?? 0) + by))));
  return (
    <Field {...props}>
      {(aria) => (
        <span className="field-line">
          <button type="button" aria-label={`${props.label}: less`} disabled={readOnly} onClick={() => step(-stepSize)}>
            −
          </button>
          <input type="number" step="any" min={props.min} max={props.max} {...aria} {...typed} />
          <button type="button" aria-label={`${props.label}: more`} disabled={readOnly} onClick={() => step(stepSize)}>
            +
          </button>
        </span>
      )}
    </Field>
  );
}
