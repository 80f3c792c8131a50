import type { PreviewMove } from '@account-health/contract/model';
import {
  Flex,
  Heading,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { PreviewPart } from './preview-bands.tsx';
import { StatusName } from './status-name.tsx';

const ROWS_A_PAGE = 20;

/** Who moves, from where to where, and what in the draft makes it so. */
export function PreviewMoves({ result, say, format }: PreviewPart) {
  const w = say.model;
  const [page, setPage] = useState(1);
  const { moves, moreMoves } = result;
  if (moves.length === 0) return <Text>{w('noMoves')}</Text>;
  const pages = Math.ceil(moves.length / ROWS_A_PAGE);
  const shown = moves.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE);
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('moves')}</Heading>
      <Table density="condensed" paginated={pages > 1} pageCount={pages} page={page} onPageChange={setPage}>
        <TableHead>
          <TableRow>
            <TableHeader>{w('company')}</TableHeader>
            <TableHeader width="min">{w('before')}</TableHeader>
            <TableHeader width="min">{w('after')}</TableHeader>
            <TableHeader width="max">{w('why')}</TableHeader>
            <TableHeader>{w('revenue')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(({ id, name, url, from, to, why, revenue }) => (
            <TableRow key={id}>
              <TableCell>
                <Link href={{ url, external: true }}>{name}</Link>
              </TableCell>
              <TableCell width="min">
                <Standing at={from} say={say} format={format} />
              </TableCell>
              <TableCell width="min">
                <Standing at={to} say={say} format={format} />
              </TableCell>
              <TableCell width="max">
                <Flex direction="column" gap="extra-small">
                  {why.map((text) => (
                    <Text key={text}>{text}</Text>
                  ))}
                </Flex>
              </TableCell>
              <TableCell>{revenue ?? w('notKnown')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {moreMoves > 0 ? <Text variant="microcopy">{w('more', { count: format.number(moreMoves) })}</Text> : null}
    </Flex>
  );
}

function Standing({ at, say, format }: { at: PreviewMove['from'] } & Pick<PreviewPart, 'say' | 'format'>) {
  return (
    <Flex direction="column" gap="extra-small" align="start">
      {at.score === null ? null : <Text>{format.number(at.score)}</Text>}
      <StatusName status={at.status} say={say} />
    </Flex>
  );
}
