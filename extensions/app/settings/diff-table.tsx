import type { ModelChange } from '@account-health/contract/model';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

/** What differs between two models, place by place. */
export function DiffTable({ changes, say }: { readonly changes: readonly ModelChange[] } & Pick<SectionProps, 'say'>) {
  const w = say.model;
  if (changes.length === 0) return <Text>{w('noChanges')}</Text>;
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          {[w('place'), w('before'), w('after')].map((title) => (
            <TableHeader key={title}>{title}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(({ path, label, before, after }) => (
          // What is gone may have stood where something else stands now.
          <TableRow key={`${path.join('.')} ${label}`}>
            <TableCell>{label}</TableCell>
            <TableCell>{before ?? '–'}</TableCell>
            <TableCell>{after ?? '–'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
