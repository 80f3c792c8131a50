import { STATUSES } from '@account-health/contract';
import type { PublishPreview } from '@account-health/contract/model';
import {
  BarChart,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

export type PreviewPart = Pick<SectionProps, 'say' | 'format'> & { readonly result: PublishPreview };

/** How many customers are in each band before and after, as a picture and in figures; and what revenue that is. */
export function PreviewBands({ result, say, format }: PreviewPart) {
  const w = say.model;
  const { before, after, revenue } = result;
  const data = STATUSES.flatMap((status) => [
    { status: w(status), when: w('before'), customers: before[status] },
    { status: w(status), when: w('after'), customers: after[status] },
  ]);
  const difference = (from: number, to: number) => `${to > from ? '+' : ''}${format.number(to - from)}`;
  return (
    <Flex direction="column" gap="small">
      <BarChart
        data={data}
        axes={{
          x: { field: 'status', fieldType: 'category', label: w('band') },
          y: { field: 'customers', fieldType: 'linear', label: w('customers') },
          options: { groupFieldByColor: 'when', colors: { [w('before')]: 'aqua', [w('after')]: 'blue' } },
        }}
        options={{ title: w('customersByBand'), showLegend: true, showTooltips: true }}
      />
      <Table density="condensed">
        <TableHead>
          <TableRow>
            {[w('band'), w('before'), w('after'), w('difference')].map((title) => (
              <TableHeader key={title}>{title}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {([...STATUSES, 'notCustomer'] as const).map((status) => (
            <TableRow key={status}>
              <TableCell>{w(status)}</TableCell>
              <TableCell>{format.number(before[status])}</TableCell>
              <TableCell>{format.number(after[status])}</TableCell>
              <TableCell>{difference(before[status], after[status])}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {revenue === null ? (
        <Text variant="microcopy">{w('noRevenue')}</Text>
      ) : (
        <Table density="condensed">
          <TableHead>
            <TableRow>
              {[w('revenueByBand'), w('before'), w('after')].map((title) => (
                <TableHeader key={title}>{title}</TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {revenue.map((row) => (
              <TableRow key={row.status}>
                <TableCell>{w(row.status)}</TableCell>
                <TableCell>{row.before}</TableCell>
                <TableCell>{row.after}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
}
