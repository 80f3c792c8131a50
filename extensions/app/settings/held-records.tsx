import type { Connection } from '@account-health/contract/settings';
import { Accordion, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

/** How many records of the account are held, by type; types without any are left out. */
export function HeldRecords({
  connection,
  say,
  format,
}: Pick<SectionProps, 'say' | 'format'> & { connection: Connection }) {
  const held = connection.held.filter(({ records }) => records > 0);
  const w = say.settings;
  return (
    <Accordion title={w('held')} size="sm">
      {held.length === 0 ? (
        <Text>{w('noneHeld')}</Text>
      ) : (
        <Table density="condensed">
          <TableHead>
            <TableRow>
              <TableHeader>{w('recordType')}</TableHeader>
              <TableHeader align="right">{w('records')}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {held.map(({ objectType, label, records }) => (
              <TableRow key={objectType}>
                <TableCell>{label}</TableCell>
                <TableCell align="right">{format.number(records)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Accordion>
  );
}
