import type { EditorDimension, Json } from '@account-health/contract/model';
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import type { ModelProps } from './model-props.ts';
import { SegmentEditor } from './segment-editor.tsx';

/** What differs for some companies; each goes by the first segment that it meets. */
export function ModelSegments(props: ModelProps & { readonly dimensions: readonly EditorDimension[] }) {
  const { content, readOnly, edit, say, format } = props;
  const w = say.model;
  const held = valueAt(content, ['segments']);
  const segments: readonly Json[] = Array.isArray(held) ? held : [];
  const names = segments.map((_, index) => valueAt(content, ['segments', index, 'name']));
  return (
    <Flex direction="column" gap="medium" align="start">
      <Text>{w('segmentsHint')}</Text>
      {segments.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the model: its name changes as one types
        <SegmentEditor key={index} {...props} index={index} />
      ))}
      {readOnly ? null : (
        <Button
          variant="secondary"
          size="sm"
          onClick={() => {
            const segment = { name: freeName(w, format, names), when: { customerForLessThanDays: 90 } };
            // A model without groups may have no list of them.
            if (Array.isArray(held)) edit(['segments', segments.length], segment);
            else edit(['segments'], [segment]);
          }}
        >
          {w('addSegment')}
        </Button>
      )}
    </Flex>
  );
}

function freeName(w: ModelProps['say']['model'], format: ModelProps['format'], names: readonly unknown[]): string {
  for (let count = names.length + 1; ; count += 1) {
    const name = w('newSegment', { number: format.number(count) });
    if (!names.includes(name)) return name;
  }
}
