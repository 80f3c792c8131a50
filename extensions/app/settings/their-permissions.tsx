import type { Audience, Permissions } from '@account-health/contract/permissions';
import type { PeopleAnswer } from '@account-health/contract/settings';
import { DescriptionList, DescriptionListItem, Flex, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

interface TheirPermissionsProps extends Pick<SectionProps, 'say'> {
  readonly permissions: Permissions;
  readonly listed: PeopleAnswer;
}

/** What holds now, in names, for somebody who meant to save something else. */
export function TheirPermissions({ permissions, listed, say }: TheirPermissionsProps) {
  const w = say.settings;
  const people = listed.people.map(({ userId, name }) => ({ id: userId, name }));
  const users = (ids: readonly string[]) => namesOf(ids, people, (number) => w('unlistedUser', { number }));
  const teams = (ids: readonly string[]) => namesOf(ids, listed.teams, (number) => w('unlistedTeam', { number }));
  const text = ({ everybody, userIds, teamIds }: Audience) =>
    everybody ? w('everybody') : [...users(userIds), ...teams(teamIds)].join(', ');
  const parts = [
    [w('amounts'), text(permissions.amounts)],
    [w('portfolio'), text(permissions.portfolio)],
    [w('managers'), users(permissions.managers.userIds).join(', ')],
  ] as const;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'bold' }}>{w('theirs')}</Text>
      <DescriptionList direction="column">
        {parts.map(([label, named]) => (
          <DescriptionListItem key={label} label={label}>
            <Text>{named || w('none')}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}

/** @param unlisted what to call one that is not listed, by its place among these */
function namesOf(
  ids: readonly string[],
  listed: readonly { readonly id: string; readonly name: string }[],
  unlisted: (number: string) => string,
): readonly string[] {
  const missing = ids.filter((id) => !listed.some((one) => one.id === id));
  return ids.map((id) => listed.find((one) => one.id === id)?.name ?? unlisted(String(missing.indexOf(id) + 1)));
}
