/** The dated version that each API family is called with; nothing else names one. Families move on one by one. */
export const API = {
  objects: '/crm/objects/2026-09',
  properties: '/crm/properties/2026-09',
  associations: '/crm/associations/2026-03',
  pipelines: '/crm/pipelines/2026-09',
  owners: '/crm/owners/2026-09',
  lists: '/crm/lists/2026-09',
  limits: '/crm/limits/2026-09',
  currencies: '/settings/currencies/2026-03',
  users: '/settings/users/2026-03',
  accountInfo: '/account-info/2026-09',
  oauth: '/oauth/2026-03',
  appInstalls: '/appinstalls/2026-03',
} as const;
