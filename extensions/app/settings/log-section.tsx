import type { AuditPage } from '@account-health/contract/permissions';
import {
  Alert,
  Flex,
  Heading,
  LoadingButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { SectionProps } from './section.ts';
import { type Failed, shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';
import { WithAnswer } from './with-answer.tsx';

const PATH = '/api/settings/audit';
const isPage = shapeOf<AuditPage>({ entries: 'array' });

/** Who changed what, newest first, a page at a time. */
export function LogSection({ api, say, format, own }: SectionProps) {
  const answer = useAnswer(api, PATH, isPage);
  const [older, setOlder] = useState<readonly AuditPage[]>([]);
  const [more, setMore] = useState<'idle' | 'loading' | Failed>('idle');
  const w = say.settings;
  const show = async (next: string) => {
    setMore('loading');
    const page = await api.get(`${PATH}?after=${encodeURIComponent(next)}`);
    if (page.kind === 'ok' && isPage(page.body)) {
      const { body } = page;
      setOlder((pages) => [...pages, body]);
      setMore('idle');
    } else setMore(page.kind === 'failed' ? page : { kind: 'failed', reason: 'unreachable', text: null });
  };
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('log')}</Heading>
      <WithAnswer answer={answer} own={own}>
        {(first) => {
          if (first.refused)
            return (
              <Alert variant="info" title={w('notShown')}>
                {first.refused}
              </Alert>
            );
          const entries = [first, ...older].flatMap((page) => page.entries);
          const next = (older.at(-1) ?? first).next;
          if (entries.length === 0) return <Text>{w('logEmpty')}</Text>;
          return (
            <Flex direction="column" gap="small" align="start">
              <Text>{w('logText')}</Text>
              <Entries entries={entries} say={say} format={format} />
              {typeof more === 'object' ? <Text>{more.text ?? own.reasons[more.reason]}</Text> : null}
              {next === null ? null : (
                <LoadingButton variant="secondary" loading={more === 'loading'} onClick={() => void show(next)}>
                  {w(typeof more === 'object' ? 'again' : 'logOlder')}
                </LoadingButton>
              )}
            </Flex>
          );
        }}
      </WithAnswer>
    </Flex>
  );
}

function Entries({ entries, say, format }: Pick<SectionProps, 'say' | 'format'> & { entries: AuditPage['entries'] }) {
  const w = say.settings;
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>{w('logWhen')}</TableHeader>
          <TableHeader>{w('logWho')}</TableHeader>
          <TableHeader>{w('logWhat')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map(({ id, at, byText, text }) => (
          <TableRow key={id}>
            <TableCell>{format.moment(at)}</TableCell>
            <TableCell>{byText}</TableCell>
            <TableCell>{text}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
