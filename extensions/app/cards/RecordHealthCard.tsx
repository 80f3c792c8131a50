/** The small card on a deal, ticket or contact: how the company behind it is. */
import type { CompanyHealth, RecordCardWord, RecordHealth } from '@account-health/contract/card';
import {
  Alert,
  Button,
  Divider,
  EmptyState,
  Flex,
  hubspot,
  Link,
  LoadingSpinner,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { Fragment } from 'react';
import { knownStatus, TAG_COLOURS } from './bands.ts';
import { cardTexts, type FailureReason } from './card-texts.ts';
import { type Formats, makeFormats } from './formats.ts';
import { LoadFailure } from './load-failure.tsx';
import { makeSay, type Say } from './say.ts';
import { useAnswer } from './use-answer.ts';
import { useCard } from './use-card.ts';

hubspot.extend<'crm.record.sidebar'>(() => <RecordHealthCard />);

/** HubSpot's ids of the types that the card's metafile names, and what the server calls them. */
const OBJECT_TYPES: Readonly<Record<string, string>> = { '0-1': 'contacts', '0-3': 'deals', '0-5': 'tickets' };

export function RecordHealthCard() {
  const { recordId, objectTypeId, locale, server } = useCard();
  const type = OBJECT_TYPES[objectTypeId] ?? objectTypeId;
  const { outcome, retry } = useAnswer<RecordHealth>({
    server,
    path: `/api/records/${encodeURIComponent(type)}/${encodeURIComponent(recordId)}/health`,
    read: readHealth,
  });
  const texts = cardTexts(locale);
  if (outcome.kind === 'loading') return <LoadingSpinner label={texts.loading} showLabel layout="centered" />;
  if (outcome.kind === 'failed') return <LoadFailure reason={outcome.reason} texts={texts} onRetry={retry} />;
  return <Companies health={outcome.answer} retry={retry} />;
}

function readHealth(body: unknown): RecordHealth | FailureReason {
  if (typeof body !== 'object' || body === null) return 'unreachable';
  const { companies, locale, words } = body as Partial<RecordHealth>;
  if (!Array.isArray(companies) || typeof locale !== 'string') return 'unreachable';
  return typeof words === 'object' && words !== null ? (body as RecordHealth) : 'outdated';
}

function Companies({ health, retry }: { health: RecordHealth; retry: () => void }) {
  const { companies, moreCompanies, explanation, asOf } = health;
  const say = makeSay(health.words);
  const format = makeFormats(health.locale, health.timeZone);
  if (companies.length === 0) {
    return (
      <EmptyState title={health.title ?? ''} layout="vertical" imageName="companies" imageWidth={120} flush>
        <Flex direction="column" gap="small" align="center">
          {explanation === null ? null : <Text>{explanation}</Text>}
          <Button variant="secondary" size="sm" onClick={retry}>
            {say('retry')}
          </Button>
        </Flex>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="small">
      {health.stale ? (
        <Alert title={say('stale')} variant="warning">
          {health.stale}
        </Alert>
      ) : null}
      {companies.map((company, index) => (
        <Fragment key={company.id}>
          {index > 0 ? <Divider /> : null}
          <Company company={company} say={say} format={format} />
        </Fragment>
      ))}
      {moreCompanies > 0 ? (
        <Text variant="microcopy">{say('more', { count: format.number(moreCompanies) })}</Text>
      ) : null}
      {explanation === null ? null : <Text>{explanation}</Text>}
      {asOf === null ? null : <Text variant="microcopy">{say('asOf', { moment: format.moment(asOf) })}</Text>}
    </Flex>
  );
}

function Company(props: { company: CompanyHealth; say: Say<RecordCardWord>; format: Formats }) {
  const { company, say, format } = props;
  const { state, score, change30d, text } = company;
  const status = knownStatus(company.status);
  return (
    <Flex direction="column" gap="extra-small" align="start">
      <Link href={{ url: company.url, external: true }}>{company.name}</Link>
      <Flex direction="row" gap="small" align="center" wrap>
        <StatusTag variant={TAG_COLOURS[status]}>
          {state === 'not_customer' ? say('notCustomer') : say(status)}
        </StatusTag>
        {state === 'scored' && score !== null ? (
          <Text format={{ fontWeight: 'bold' }}>{`${say('score')}: ${format.number(score)}`}</Text>
        ) : null}
        {change30d === null || change30d === 0 ? null : (
          <Text variant="microcopy">{say('change', { points: format.signed(change30d) })}</Text>
        )}
      </Flex>
      {company.overridden ? <Text variant="microcopy">{say('override')}</Text> : null}
      {text === null ? null : <Text>{text}</Text>}
    </Flex>
  );
}
