import { keptSetting } from '../store/kept-setting.ts';
import { DEFAULT_PERMISSIONS, permissionsSchema } from './permissions.ts';

/** Kept in a form that this version of the app does not know, they let nobody in but super admins. */
export const keptPermissions = keptSetting({
  name: 'permissions',
  schema: permissionsSchema,
  unset: DEFAULT_PERMISSIONS,
  audited: 'permissions_changed',
});
