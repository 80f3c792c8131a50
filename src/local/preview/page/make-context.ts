import type { PreviewPerson, PreviewSetting, PreviewSurface } from '../preview-setting.ts';

/** HubSpot's ids of the types of records on which the app shows something. */
const TYPE_IDS: Readonly<Record<string, string>> = { contacts: '0-1', companies: '0-2', deals: '0-3', tickets: '0-5' };

export interface ContextOptions {
  readonly surface: PreviewSurface;
  /** Undefined where the surface stands on no record. */
  readonly record: string | undefined;
  readonly person: PreviewPerson;
  readonly locale: string;
  readonly setting: PreviewSetting;
}

/** The context that HubSpot gives an extension in its place. */
export function makeContext({ surface, record, person, locale, setting }: ContextOptions) {
  const { place, objectType } = surface;
  return {
    location: place,
    user: {
      id: Number(person.id),
      email: person.email,
      emails: [person.email],
      firstName: 'Local',
      lastName: person.role,
      roles: [],
      teams: [],
      permissions: [],
      locale,
      language: locale,
    },
    portal: { id: setting.portalId, timezone: setting.timeZone },
    ...(objectType !== null && { crm: { objectId: Number(record), objectTypeId: TYPE_IDS[objectType] ?? objectType } }),
    variables: { BACKEND_URL: setting.backendUrl },
  };
}
