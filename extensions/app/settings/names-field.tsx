import type { ModelPath } from '@account-health/contract/model';
import { TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { isEqual, valueAt } from './draft-edits.ts';
import { fault, type ModelProps } from './model-props.ts';
import { namesIn } from './names-in.ts';

interface NamesFieldProps extends Pick<ModelProps, 'content' | 'mistakes' | 'readOnly' | 'edit'> {
  readonly path: ModelPath;
  readonly label: string;
  readonly description: string;
}

/** A list of names of the model, at its place in it, one per line. Left empty it is taken away. */
export function NamesField({ content, mistakes, readOnly, edit, path, label, description }: NamesFieldProps) {
  const held = valueAt(content, path);
  const names = Array.isArray(held) ? held.map(String) : [];
  const [typed, setTyped] = useState('');
  // As it was typed, as long as it says what the model has: a new line would be gone before a name stands on it.
  const text = isEqual(namesIn(typed), names) ? typed : names.join('\n');
  return (
    <TextArea
      label={label}
      name={path.join('.')}
      description={description}
      value={text}
      rows={Math.min(Math.max(names.length, 1) + 1, 8)}
      readOnly={readOnly}
      {...fault(mistakes, path)}
      onChange={(written) => {
        const next = namesIn(written);
        setTyped(written);
        if (next.length === 0 ? held !== undefined : !isEqual(next, held)) edit(path, next.length === 0 ? null : next);
      }}
    />
  );
}
