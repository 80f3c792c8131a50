import type { ReceiptRow, Scorecard } from '@account-health/contract';
import { Button, Divider, Flex, Link, Text } from '@hubspot/ui-extensions';
import { Fragment, useState } from 'react';
import type { Labels } from './labels.ts';

const TOP_ROWS = 3;

interface ReceiptProps {
  readonly scorecard: Scorecard;
  readonly locale: string;
  readonly labels: Labels;
}

/** Why the score is not 100: the dearest rows first, the rest on request. */
export function Receipt({ scorecard, locale, labels }: ReceiptProps) {
  const [all, setAll] = useState(false);
  const rows = scorecard.receipt.toSorted((a, b) => b.pointsLost - a.pointsLost);
  if (rows.length === 0) return <Text>{labels.nothingLost}</Text>;
  const lost = rows.reduce((sum, row) => sum + row.pointsLost, 0);
  const shown = all ? rows : rows.slice(0, TOP_ROWS);
  return (
    <Flex direction="column" gap="small">
      <Text format={{ fontWeight: 'bold' }}>{labels.pointsLost(new Intl.NumberFormat(locale).format(lost))}</Text>
      {shown.map((row, index) => (
        <Fragment key={row.signal}>
          {index > 0 ? <Divider /> : null}
          <Row row={row} locale={locale} labels={labels} />
        </Fragment>
      ))}
      {rows.length > TOP_ROWS ? (
        <Button variant="transparent" size="xs" onClick={() => setAll(!all)}>
          {all ? labels.showFewer : labels.showAll(new Intl.NumberFormat(locale).format(rows.length))}
        </Button>
      ) : null}
    </Flex>
  );
}

function Row({ row, locale, labels }: { row: ReceiptRow; locale: string; labels: Labels }) {
  const points = new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(-row.pointsLost);
  return (
    <Flex direction="column" gap="extra-small">
      <Flex direction="row" justify="between" align="start" gap="small">
        <Text format={{ fontWeight: 'demibold' }}>{row.label}</Text>
        <Text format={{ fontWeight: 'bold' }}>{points}</Text>
      </Flex>
      <Text>{row.evidence}</Text>
      {row.records.length === 0 ? null : (
        <Flex direction="row" gap="small" align="baseline" wrap="wrap">
          {row.records.map((record) => (
            <Link key={`${record.objectType} ${record.id}`} href={{ url: record.url, external: true }}>
              {record.label}
            </Link>
          ))}
          {row.moreRecords > 0 ? (
            <Text variant="microcopy">{labels.more(new Intl.NumberFormat(locale).format(row.moreRecords))}</Text>
          ) : null}
        </Flex>
      )}
      <Text variant="microcopy">{labels.remedy(row.remedy)}</Text>
    </Flex>
  );
}
