import type { Audience } from '@account-health/contract/permissions';
import type { PeopleAnswer } from '@account-health/contract/settings';
import { Flex, Heading, Text, Toggle } from '@hubspot/ui-extensions';
import { PeopleSelect } from './people-select.tsx';
import type { SectionProps } from './section.ts';

interface AudienceFieldsProps extends Pick<SectionProps, 'say'> {
  readonly name: 'amounts' | 'portfolio';
  readonly audience: Audience;
  readonly listed: PeopleAnswer;
  readonly onChange: (audience: Audience) => void;
}

/** Everybody, or people and teams by name. Those named stay named while everybody may. */
export function AudienceFields({ name, audience, listed, say, onChange }: AudienceFieldsProps) {
  const w = say.settings;
  return (
    <Flex direction="column" gap="small">
      <Heading inline>{w(name)}</Heading>
      <Text>{w(`${name}Text`)}</Text>
      <Toggle
        name={`${name}-everybody`}
        label={w('everybody')}
        labelDisplay="inline"
        textChecked={w('on')}
        textUnchecked={w('off')}
        size="sm"
        checked={audience.everybody}
        onChange={(everybody) => onChange({ ...audience, everybody })}
      />
      {audience.everybody ? null : (
        <>
          <PeopleSelect
            name={`${name}-users`}
            label={w('users')}
            options={listed.people.map((person) => ({ id: person.userId, name: person.name, detail: person.email }))}
            chosen={audience.userIds}
            unlisted={(number) => w('unlistedUser', { number })}
            onChange={(userIds) => onChange({ ...audience, userIds })}
          />
          <PeopleSelect
            name={`${name}-teams`}
            label={w('teams')}
            options={listed.teams.map((team) => ({ id: team.id, name: team.name, detail: null }))}
            chosen={audience.teamIds}
            unlisted={(number) => w('unlistedTeam', { number })}
            onChange={(teamIds) => onChange({ ...audience, teamIds })}
          />
        </>
      )}
    </Flex>
  );
}
