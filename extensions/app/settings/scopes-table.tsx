import type { Connection } from '@account-health/contract/settings';
import {
  Accordion,
  Button,
  Flex,
  Heading,
  Icon,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

/** What the account does not let the app do, and where an admin grants it; what it does, behind a heading; and what each permission buys. */
export function ScopesTable({
  connection,
  say,
  format,
}: Pick<SectionProps, 'say' | 'format'> & { connection: Connection }) {
  const { scopes, reauthorizeUrl } = connection;
  const w = say.settings;
  const granted = scopes.filter((scope) => scope.granted === true);
  // Those that stop something come first.
  const others = scopes
    .filter((scope) => scope.granted !== true)
    .toSorted((a, b) => Number(b.required) - Number(a.required));
  const isMissing = others.some((scope) => scope.granted === false);
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('scopes')}</Heading>
      {isMissing && reauthorizeUrl !== null ? (
        <Flex direction="column" gap="small" align="start">
          <Text>{w('reauthorizeText')}</Text>
          <Button variant="secondary" size="sm" href={{ url: reauthorizeUrl, external: true }}>
            {w('reauthorize')}
          </Button>
        </Flex>
      ) : null}
      {others.length === 0 ? (
        <Text>{w('allGranted')}</Text>
      ) : (
        <Scopes scopes={others} locale={connection.locale} say={say} />
      )}
      {granted.length === 0 ? null : (
        <Accordion title={w('grantedCount', { count: format.number(granted.length) })} size="sm">
          <Scopes scopes={granted} locale={connection.locale} say={say} />
        </Accordion>
      )}
    </Flex>
  );
}

function Scopes({
  scopes,
  locale,
  say,
}: Pick<SectionProps, 'say'> & Pick<Connection, 'scopes'> & { readonly locale: string }) {
  const w = say.settings;
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>{w('scopeBuys')}</TableHeader>
          <TableHeader>{w('state')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {scopes.map(({ scope, granted, required, buys }) => (
          <TableRow key={scope}>
            <TableCell>
              <Text>{asSentence(buys, locale)}</Text>
              <Text variant="microcopy">{`${scope} (${w(required ? 'required' : 'optional')})`}</Text>
            </TableCell>
            <TableCell>
              <Granted granted={granted} required={required} say={say} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Granted({
  granted,
  required,
  say,
}: { granted: boolean | null; required: boolean } & Pick<SectionProps, 'say'>) {
  const text = say.settings(granted === null ? 'scopeUntold' : granted ? 'granted' : 'notGranted');
  const [name, color] =
    granted === null
      ? (['question', 'inherit'] as const)
      : granted
        ? (['success', 'success'] as const)
        : ([required ? 'remove' : 'warning', required ? 'alert' : 'warning'] as const);
  return (
    <Flex direction="row" gap="extra-small" align="center">
      <Icon name={name} color={color} screenReaderText={text} />
      <Text>{text}</Text>
    </Flex>
  );
}

/** The server's words for a permission stand inside its sentences as well, so they begin small. */
const asSentence = (words: string, locale: string): string =>
  words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);
