import type { RecordLink } from '@account-health/contract';
import { Flex, Link, Text } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';

/** The records behind a statement, each a link to its page, and how many others there are. */
export function Records(props: OfView & { records: readonly RecordLink[]; more: number }) {
  const { view, records, more } = props;
  if (records.length === 0) return null;
  return (
    <Flex direction="row" gap="small" align="baseline" wrap="wrap">
      {records.map((record) => (
        <Link key={`${record.objectType} ${record.id}`} href={{ url: record.url, external: true }}>
          {record.label}
        </Link>
      ))}
      {more > 0 ? <Text variant="microcopy">{view.say('more', { count: view.format.number(more) })}</Text> : null}
    </Flex>
  );
}
