import type { ModelPath } from '@account-health/contract/model';
import {
  Alert,
  Button,
  Flex,
  NumberInput,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { type Curve, withoutRow, withPoints, withRaw, withRow } from './curve-rows.ts';
import { type ModelProps, mistakeAt } from './model-props.ts';

interface CurveEditorProps extends ModelProps {
  readonly curve: Curve;
  readonly path: ModelPath;
  /** What people call the signal. */
  readonly name: string;
}

/** A curve as rows of raw value and points; each change replaces the whole curve, so that rows cannot get mixed up on their way. */
export function CurveEditor({ curve, path, name, say, format, mistakes, readOnly, edit }: CurveEditorProps) {
  const w = say.model;
  const wrong = mistakeAt(mistakes, path);
  const row = (index: number) => format.number(index + 1);
  // Of the curve as it is then: a button may be pressed before the number typed last is drawn. Where the model has none, it is the usual one.
  const put = (make: (now: Curve) => [number, number][]) =>
    edit(path, (held) => make(Array.isArray(held) ? (held as [number, number][]) : curve));
  return (
    <Flex direction="column" gap="small" align="start">
      <Text variant="microcopy">{w('curveHint')}</Text>
      <Table density="condensed" flush>
        <TableHead>
          <TableRow>
            <TableHeader>{w('raw')}</TableHeader>
            <TableHeader>{w('points')}</TableHeader>
            {readOnly ? null : <TableHeader width="min">{w('row')}</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {curve.map(([raw, points], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place: what stands in it changes as one types
            <TableRow key={index}>
              <TableCell>
                <NumberInput
                  label={w('rawRow', { row: row(index) })}
                  name={[...path, index, 'raw'].join('.')}
                  value={raw}
                  readOnly={readOnly}
                  onChange={(typed) => {
                    if (Number.isFinite(typed)) put((now) => withRaw(now, index, typed));
                  }}
                />
              </TableCell>
              <TableCell>
                <NumberInput
                  label={w('pointsRow', { row: row(index) })}
                  name={[...path, index, 'points'].join('.')}
                  value={points}
                  min={0}
                  max={100}
                  readOnly={readOnly}
                  onChange={(typed) => {
                    if (Number.isFinite(typed)) put((now) => withPoints(now, index, typed));
                  }}
                />
              </TableCell>
              {readOnly ? null : (
                <TableCell width="min">
                  <Button
                    variant="secondary"
                    size="xs"
                    disabled={curve.length <= 2}
                    onClick={() => put((now) => withoutRow(now, index))}
                  >
                    {w('removeRow', { row: row(index) })}
                  </Button>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {wrong === undefined ? null : (
        <Alert variant="danger" title={name}>
          {wrong}
        </Alert>
      )}
      {readOnly ? null : (
        <Button variant="secondary" size="sm" onClick={() => put(withRow)}>
          {w('addRow')}
        </Button>
      )}
    </Flex>
  );
}
