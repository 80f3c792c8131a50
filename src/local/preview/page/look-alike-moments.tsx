/** Look-alikes of HubSpot's fields for days and times. Its months begin with 0. */
import type { DateInput as HubSpotDateInput, TimeInput as HubSpotTimeInput } from '@hubspot/ui-extensions';
import { type ComponentProps, useEffect, useState } from 'react';
import { browser, fieldValue } from './browser.ts';
import { Field } from './look-alike-field.tsx';
import { useFormValue } from './look-alike-form.tsx';
import { tell } from './tell-extension.ts';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const two = (number: number) => String(number).padStart(2, '0');
/** YYYY-MM-DD, as the browser's own field has it; empty for none. */
const dayText = (day: Day | null | undefined): string =>
  day ? `${String(day.year).padStart(4, '0')}-${two(day.month + 1)}-${two(day.date)}` : '';

/** Null for none. */
function readDay(text: string): Day | null {
  const [year, month, date] = text.split('-').map(Number);
  return year && month && date ? { year, month: month - 1, date } : null;
}

export function DateInput(props: ComponentProps<typeof HubSpotDateInput>) {
  const { name, value, defaultValue, min, max, readOnly = false, onChange, onBlur, onFocus } = props;
  const given = dayText(value);
  const [text, setText] = useState(given || dayText(defaultValue));
  useEffect(() => {
    if (given !== '') setText(given);
  }, [given]);
  const day = readDay(text);
  useFormValue(name, day);
  const { lang } = browser.document.documentElement;
  const payload = (one: Day | null) =>
    one && {
      ...one,
      formattedDate: new Intl.DateTimeFormat(lang, { timeZone: 'UTC' }).format(Date.UTC(one.year, one.month, one.date)),
    };
  return (
    <Field {...props}>
      {(aria) => (
        <input
          type="date"
          {...aria}
          name={name}
          value={text}
          min={dayText(min) || undefined}
          max={dayText(max) || undefined}
          readOnly={readOnly}
          onChange={(event) => {
            setText(fieldValue(event));
            tell(onChange, payload(readDay(fieldValue(event))));
          }}
          onBlur={() => tell(onBlur, payload(day))}
          onFocus={() => tell(onFocus, payload(day))}
        />
      )}
    </Field>
  );
}

export function TimeInput(props: ComponentProps<typeof HubSpotTimeInput>) {
  const { name, value, defaultValue, readOnly = false, onChange } = props;
  const first = value ?? defaultValue;
  const [text, setText] = useState(first ? `${two(first.hours)}:${two(first.minutes)}` : '');
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  useFormValue(name, text === '' ? null : { hours, minutes });
  return (
    <Field {...props}>
      {(aria) => (
        <input
          type="time"
          {...aria}
          name={name}
          value={text}
          readOnly={readOnly}
          onChange={(event) => {
            const typed = fieldValue(event);
            setText(typed);
            const [toHours = 0, toMinutes = 0] = typed.split(':').map(Number);
            if (typed !== '') tell(onChange, { hours: toHours, minutes: toMinutes });
          }}
        />
      )}
    </Field>
  );
}
