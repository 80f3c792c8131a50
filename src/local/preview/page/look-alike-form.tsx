import type { Form as HubSpotForm } from '@hubspot/ui-extensions';
import { type ComponentProps, createContext, useContext, useEffect, useRef } from 'react';
import { tell } from './tell-extension.ts';

/** The values of a form's fields by name, as they stand; outside a form nobody reads them. */
const FormContext = createContext<Map<string, unknown>>(new Map());

/** Keeps a field's value for the form that it is in. */
export function useFormValue(name: string | undefined, value: unknown): void {
  const values = useContext(FormContext);
  useEffect(() => {
    if (name === undefined) return undefined;
    values.set(name, value);
    return () => void values.delete(name);
  }, [values, name, value]);
}

export function Form({ onSubmit, autoComplete = 'on', children }: ComponentProps<typeof HubSpotForm>) {
  const values = useRef(new Map<string, unknown>());
  return (
    <form
      className="form"
      noValidate
      autoComplete={autoComplete}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        tell(onSubmit, { type: 'submit', targetValue: Object.fromEntries(values.current) });
      }}
    >
      <FormContext.Provider value={values.current}>{children}</FormContext.Provider>
    </form>
  );
}
