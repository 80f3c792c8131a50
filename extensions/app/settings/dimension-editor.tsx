import type { EditorDimension } from '@account-health/contract/model';
import {
  Accordion,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { ModelProps } from './model-props.ts';
import { NumberField } from './number-field.tsx';
import { SignalEditor } from './signal-editor.tsx';

/** A dimension's weight and those of its signals, each with the share of the score that it makes; below, how points come about. */
export function DimensionEditor(props: ModelProps & { readonly dimension: EditorDimension }) {
  const { dimension, say, format } = props;
  const w = say.model;
  const { key, label, signals } = dimension;
  const isKnown = signals.some(({ known }) => known !== null);
  return (
    <Flex direction="column" gap="small">
      <NumberField
        {...props}
        path={['dimensions', key, 'weight']}
        label={w('dimensionWeight', { name: label })}
        description={w('shareOfScore', { share: format.percent(dimension.share) })}
        min={0}
        otherwise={dimension.weight}
      />
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>{w('signalAndWeight')}</TableHeader>
            <TableHeader>{w('share')}</TableHeader>
            {isKnown ? <TableHeader>{w('knownFor')}</TableHeader> : null}
          </TableRow>
        </TableHead>
        <TableBody>
          {signals.map((signal) => (
            <TableRow key={signal.key}>
              <TableCell>
                <NumberField
                  {...props}
                  path={['dimensions', key, 'signals', signal.key, 'weight']}
                  label={signal.label}
                  description={signal.inModel ? signal.measures : w('notInModel', { measures: signal.measures })}
                  min={0}
                  otherwise={signal.weight}
                />
              </TableCell>
              <TableCell>{signal.weight > 0 ? format.percent(signal.share) : w('notCounted')}</TableCell>
              {isKnown ? (
                <TableCell>{signal.known === null ? w('notKnownYet') : format.percent(signal.known)}</TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Text format={{ fontWeight: 'demibold' }}>{w('howPoints')}</Text>
      {signals
        .filter(({ inModel }) => inModel)
        .map((signal) => (
          <Accordion key={signal.key} size="xs" title={signal.label}>
            <SignalEditor {...props} signal={signal} path={['dimensions', key, 'signals', signal.key]} />
          </Accordion>
        ))}
    </Flex>
  );
}
