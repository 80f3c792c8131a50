import type { ModelPath } from '@account-health/contract/model';
import { NumberInput } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import { fault, type ModelProps } from './model-props.ts';

interface NumberFieldProps extends Pick<ModelProps, 'content' | 'mistakes' | 'readOnly' | 'edit'> {
  readonly path: ModelPath;
  readonly label: string;
  readonly description?: string;
  readonly min?: number;
  readonly max?: number;
  readonly precision?: number;
  /** What holds where the model says nothing; without it the field may be left empty, which takes the number away. */
  readonly otherwise?: number;
  /** The field shows the number times this: 100 for a share as percent. */
  readonly times?: number;
}

const EXACT = 1e9;

/** A number of the model, at its place in it. */
export function NumberField(props: NumberFieldProps) {
  const {
    content,
    mistakes,
    readOnly,
    edit,
    path,
    label,
    description,
    min,
    max,
    precision,
    otherwise,
    times = 1,
  } = props;
  const held = valueAt(content, path);
  const value = typeof held === 'number' ? held : otherwise;
  return (
    <NumberInput
      label={label}
      name={path.join('.')}
      readOnly={readOnly}
      {...(description !== undefined && { description })}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
      {...(precision !== undefined && { precision })}
      {...(value !== undefined && { value: Math.round(value * times * EXACT) / EXACT })}
      {...fault(mistakes, path)}
      onChange={(typed: number | null | undefined) => {
        if (typeof typed === 'number' && Number.isFinite(typed)) {
          const next = Math.round((typed / times) * EXACT) / EXACT;
          if (next !== held) edit(path, next);
        } else if (otherwise === undefined && held !== undefined) edit(path, null);
      }}
    />
  );
}
