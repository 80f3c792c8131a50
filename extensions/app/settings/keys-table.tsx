import type { IngestKeysAnswer } from '@account-health/contract/settings';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import { ConfirmButton } from './confirm-button.tsx';
import type { SectionProps } from './section.ts';

interface KeysTableProps extends Pick<SectionProps, 'say' | 'format'> {
  readonly keys: IngestKeysAnswer['keys'];
  /** Null: whoever reads this may not. */
  readonly onRevoke: ((id: string) => void) | null;
}

/** The keys, revoked ones too: the newest first. */
export function KeysTable({ keys, onRevoke, say, format }: KeysTableProps) {
  const w = say.settings;
  if (keys.length === 0) return <Text>{w('noKeys')}</Text>;
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>{w('keyName')}</TableHeader>
          <TableHeader>{w('keyMadeAt')}</TableHeader>
          <TableHeader>{w('state')}</TableHeader>
          {onRevoke === null ? null : <TableHeader>{w('keyAction')}</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {keys
          .toSorted((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt))
          .map(({ id, label, madeAt, revokedAt }) => (
            <TableRow key={id}>
              <TableCell>{label}</TableCell>
              <TableCell>{format.day(madeAt)}</TableCell>
              <TableCell>
                {revokedAt === null ? w('keyValid') : w('keyRevokedAt', { at: format.day(revokedAt) })}
              </TableCell>
              {onRevoke === null ? null : (
                <TableCell>
                  {revokedAt === null ? (
                    <ConfirmButton
                      id={`revoke-${id}`}
                      label={w('revoke')}
                      title={w('revokeTitle', { name: label })}
                      variant="destructive"
                      size="sm"
                      says={[w('revokeText')]}
                      confirm={w('revoke')}
                      cancel={w('cancel')}
                      onConfirm={() => onRevoke(id)}
                    />
                  ) : null}
                </TableCell>
              )}
            </TableRow>
          ))}
      </TableBody>
    </Table>
  );
}
