import type { ReceiptRow } from '@account-health/contract';
import { Button, Divider, Flex, Text } from '@hubspot/ui-extensions';
import { Fragment, useState } from 'react';
import type { OfView } from './card-view.ts';
import { Records } from './records.tsx';

const TOP_ROWS = 3;

/**
 * Why the score is not 100, the dearest rows first. `top`: three of them, the rest on request; `brief`: three, where there is no room
 * for more; `all` at once.
 */
export function Receipt({ view, show = 'top' }: OfView & { show?: 'top' | 'brief' | 'all' }) {
  const [isOpen, setOpen] = useState(false);
  const { card, say, format } = view;
  const rows = card.receipt.toSorted((a, b) => b.pointsLost - a.pointsLost);
  if (rows.length === 0) return <Text>{say('nothingLost')}</Text>;
  const lost = rows.reduce((sum, row) => sum + row.pointsLost, 0);
  const shown = show === 'all' || isOpen ? rows : rows.slice(0, TOP_ROWS);
  return (
    <Flex direction="column" gap="small">
      <Text format={{ fontWeight: 'bold' }}>{say('pointsLost', { points: format.number(lost) })}</Text>
      {shown.map((row, index) => (
        <Fragment key={row.signal}>
          {index > 0 ? <Divider /> : null}
          <Row view={view} row={row} />
        </Fragment>
      ))}
      {show === 'top' && rows.length > TOP_ROWS ? (
        <Button variant="transparent" size="xs" onClick={() => setOpen(!isOpen)}>
          {isOpen ? say('showFewer') : say('showAll', { count: format.number(rows.length) })}
        </Button>
      ) : null}
    </Flex>
  );
}

function Row({ view, row }: OfView & { row: ReceiptRow }) {
  const { say, format } = view;
  return (
    <Flex direction="column" gap="extra-small">
      <Flex direction="row" justify="between" align="start" gap="small">
        <Text format={{ fontWeight: 'demibold' }}>{row.label}</Text>
        <Text format={{ fontWeight: 'bold' }}>{format.signed(-row.pointsLost)}</Text>
      </Flex>
      <Text>{row.evidence}</Text>
      <Records view={view} records={row.records} more={row.moreRecords} />
      <Text variant="microcopy">{say('remedy', { text: row.remedy })}</Text>
    </Flex>
  );
}
