/** Who may do what: why something was refused, and why nobody could tell what somebody may. */
export const permissions = {
  'permission.refused.everybody': 'Open this from a card or page of the app in HubSpot.',
  'permission.refused.amounts':
    'Amounts and email subjects are shown only to super admins, and to people and teams named in the app’s settings.',
  'permission.refused.portfolio':
    'The portfolio is shown only to super admins, and to people and teams named in the app’s settings.',
  'permission.refused.managers': 'Only super admins, and people named in the app’s settings, may do this.',
  'permission.refused.managers_or_installer':
    'Only super admins, people named in the app’s settings, and whoever installed the app may do this.',
  'permission.unknown.unnamed': 'HubSpot did not say who is asking, so your rights could not be checked.',
  'permission.unknown.scope_missing':
    'We could not check your rights: the app may not read this account’s users. An admin can grant it the scope settings.users.read.',
  'permission.unknown.unreachable': 'We could not check your rights: HubSpot did not answer. Try again in a minute.',
  'permission.unknown.not_found':
    'We could not check your rights: HubSpot does not list you among this account’s users.',
  'permission.stale': 'Somebody else changed this in the meantime. Look at it again, then make your change.',
};
