import type { Connection } from '@account-health/contract/settings';
import { DescriptionList, DescriptionListItem, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

/** By what the account is connected, and since when. */
export function ConnectionFacts({ connection, home, say, format }: SectionProps & { connection: Connection }) {
  const { way, installedAt, writingSince, lastCycleAt } = connection;
  const w = say.settings;
  const facts = [
    // As HubSpot shows an account's number: without separators.
    [w('account'), String(home.portalId)],
    [w('way'), w(way === 'installed' ? 'wayInstalled' : 'wayPrivate')],
    ...(way === 'installed'
      ? [
          [w('installedAt'), installedAt === null ? w('notKnown') : format.moment(installedAt)],
          [w('writingSince'), writingSince === null ? w('notWriting') : format.moment(writingSince)],
        ]
      : []),
    [w('lastCycle'), lastCycleAt === null ? w('notYet') : format.moment(lastCycleAt)],
  ] as const;
  return (
    <DescriptionList direction="row">
      {facts.map(([label, text]) => (
        <DescriptionListItem key={label} label={label ?? ''}>
          <Text>{text}</Text>
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}
