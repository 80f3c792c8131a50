import type { EditorDimension } from '@account-health/contract/model';
import { Flex, Select, Text } from '@hubspot/ui-extensions';
import { CapsEditor, limitable } from './caps-editor.tsx';
import { valueAt } from './draft-edits.ts';
import { fault, type ModelProps } from './model-props.ts';
import type { SegmentSignal } from './segment-signals.ts';

interface SegmentCapsProps extends ModelProps {
  readonly dimensions: readonly EditorDimension[];
  readonly index: number;
  /** Those that it has of its own. */
  readonly signals: readonly SegmentSignal[];
}

/**
 * The limits of one segment. Its own ones stand in the place of the model's, none of which holds for it then: so they begin as a copy of
 * those, and nothing changes before somebody changes it. An empty list says that there are no limits.
 */
export function SegmentCaps(props: SegmentCapsProps) {
  const { content, dimensions, index, drafts, mistakes, readOnly, edit, say } = props;
  const w = say.model;
  const path = ['segments', index, 'caps'];
  const held = valueAt(content, path);
  const isOwn = held !== undefined;
  // Besides what everybody has a limit may go by a signal that only the segment has.
  const limits = [
    ...limitable(dimensions),
    ...props.signals.flatMap(({ key, label, everybody }) => (everybody === undefined ? [{ key, label }] : [])),
  ];
  return (
    <Flex direction="column" gap="small" align="start">
      <Select
        label={w('groupCaps')}
        name={path.join('.')}
        value={isOwn ? 'own' : 'everybody'}
        readOnly={readOnly}
        options={[
          { value: 'everybody', label: w('asForEverybody') },
          { value: 'own', label: w('ofTheirOwn') },
        ]}
        {...(isOwn && !Array.isArray(held) && fault(mistakes, path))}
        onChange={(value) => {
          if (value !== 'own') edit(path, null);
          else
            drafts.model.edit((now) =>
              valueAt(now, path) === undefined ? [{ path, value: valueAt(now, ['caps']) ?? [] }] : [],
            );
        }}
      />
      {isOwn ? (
        <>
          {Array.isArray(held) && held.length === 0 ? <Text variant="microcopy">{w('groupCapsNone')}</Text> : null}
          <CapsEditor {...props} path={path} signals={limits} />
        </>
      ) : null}
    </Flex>
  );
}
