/** What all fields have around them: label, mark of a required one, description, and what is wrong with the value. */
import { type ReactNode, useId } from 'react';

export interface FieldWords {
  readonly label?: string | undefined;
  readonly required?: boolean | undefined;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly error?: boolean | undefined;
  readonly validationMessage?: string | undefined;
}

/** What ties a control to its words. */
export interface FieldAria {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
}

/** `isGroup`: several controls under one label. HubSpot marks a required field, and leaves it to the extension to insist. */
export function Field(props: FieldWords & { isGroup?: boolean; children: (aria: FieldAria) => ReactNode }) {
  const { label, required = false, description, tooltip, error = false, validationMessage, isGroup = false } = props;
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(description ?? validationMessage ?? tooltip);
  const words = (
    <>
      {label}
      {required ? (
        <span className="field-required" aria-hidden="true">
          {' *'}
        </span>
      ) : null}
    </>
  );
  const control = props.children({
    id,
    'aria-describedby': hasNote ? noteId : undefined,
    'aria-invalid': error,
    'aria-required': required,
  });
  const notes = hasNote ? (
    <div id={noteId} className="field-notes">
      {tooltip ? <div className="field-tooltip">ⓘ {tooltip}</div> : null}
      {description ? <div>{description}</div> : null}
      {validationMessage ? (
        <div className={error ? 'field-error' : 'field-fine'}>
          <span aria-hidden="true">{error ? '✕ ' : '✓ '}</span>
          {validationMessage}
        </div>
      ) : null}
    </div>
  ) : null;
  if (isGroup)
    return (
      <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={hasNote ? noteId : undefined}>
        {label ? <legend>{words}</legend> : null}
        {control}
        {notes}
      </fieldset>
    );
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      {label ? <label htmlFor={id}>{words}</label> : null}
      {control}
      {notes}
    </div>
  );
}
