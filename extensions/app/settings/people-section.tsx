import type { Permissions, PermissionsAnswer } from '@account-health/contract/permissions';
import type { PeopleAnswer } from '@account-health/contract/settings';
import { Alert, Flex, Heading, LoadingButton, Text } from '@hubspot/ui-extensions';
import { AudienceFields } from './audience-fields.tsx';
import { may } from './may.tsx';
import { PeopleSelect } from './people-select.tsx';
import { SaveNote } from './save-note.tsx';
import type { SectionProps } from './section.ts';
import { shapeOf } from './settings-api.ts';
import { TheirPermissions } from './their-permissions.tsx';
import { type Loaded, useAnswer } from './use-answer.ts';
import { formOf } from './use-form.ts';
import { useSave } from './use-save.ts';
import { WithAnswer } from './with-answer.tsx';

const PATH = '/api/settings/permissions';
const isPermissions = shapeOf<PermissionsAnswer>({ version: 'number', you: 'object' });
const isPeople = shapeOf<PeopleAnswer>({ people: 'array', teams: 'array' });

/** Who may see amounts, the portfolio, and change settings. */
export function PeopleSection(props: SectionProps) {
  const { home, api, say, own } = props;
  const answer = useAnswer(api, PATH, isPermissions);
  return (
    <Flex direction="column" gap="medium">
      <Heading>{say.settings('people')}</Heading>
      <Text>{say.settings('peopleText')}</Text>
      <WithAnswer answer={answer} own={own}>
        {({ version, permissions }) =>
          // Null for those who may not change them.
          permissions === null || !may(home, 'change_permissions') ? (
            <Alert variant="info" title={say.settings('notShown')}>
              <Text>{home.you.unknown ?? say.settings('readOnlyWhy')}</Text>
            </Alert>
          ) : (
            <PeopleForm {...props} answer={answer} version={version} held={permissions} />
          )
        }
      </WithAnswer>
    </Flex>
  );
}

interface PeopleFormProps extends SectionProps {
  readonly answer: Loaded<PermissionsAnswer>;
  readonly version: number;
  readonly held: Permissions;
}

function PeopleForm({ answer, version, held, ...props }: PeopleFormProps) {
  const { api, say, own, kept } = props;
  const w = say.settings;
  const people = useAnswer(api, '/api/settings/people?text=', isPeople);
  const { saving, save } = useSave(answer, isPermissions);
  const form = formOf<Permissions>(kept, 'permissions', { version, value: held });
  const { value, change } = form;
  const send = async () => {
    const permissions = form.latest();
    const now = await save(() => api.put(PATH, { version, permissions }));
    if (now !== undefined) form.saved(permissions, now.version);
  };
  return (
    <WithAnswer answer={people} own={own}>
      {(listed) => (
        <Flex direction="column" gap="large" align="start">
          {listed.refused ? (
            <Alert variant="warning" title={w('peopleRefused')}>
              {listed.refused}
            </Alert>
          ) : null}
          <AudienceFields
            name="amounts"
            audience={value.amounts}
            listed={listed}
            say={say}
            onChange={(amounts) => change((now) => ({ ...now, amounts }))}
          />
          <AudienceFields
            name="portfolio"
            audience={value.portfolio}
            listed={listed}
            say={say}
            onChange={(portfolio) => change((now) => ({ ...now, portfolio }))}
          />
          <Flex direction="column" gap="small">
            <Heading inline>{w('managers')}</Heading>
            <Text>{w('managersText')}</Text>
            <PeopleSelect
              name="managers"
              label={w('users')}
              options={listed.people.map(({ userId, name, email }) => ({ id: userId, name, detail: email }))}
              chosen={value.managers.userIds}
              unlisted={(number) => w('unlistedUser', { number })}
              onChange={(userIds) => change((now) => ({ ...now, managers: { userIds } }))}
            />
          </Flex>
          <LoadingButton variant="primary" loading={saving.kind === 'saving'} disabled={!form.isChanged} onClick={send}>
            {w('save')}
          </LoadingButton>
          <SaveNote
            saving={saving}
            form={form}
            say={say}
            own={own}
            theirs={<TheirPermissions permissions={held} listed={listed} say={say} />}
          />
        </Flex>
      )}
    </WithAnswer>
  );
}
