import { keptSetting } from '../store/kept-setting.ts';
import { DEFAULT_PLAYBOOKS, playbooksSchema } from './playbooks.ts';

/** Kept in a form that this version of the app does not know, they make no task. */
export const keptPlaybooks = keptSetting({
  name: 'playbooks',
  schema: playbooksSchema,
  unset: DEFAULT_PLAYBOOKS,
  audited: 'playbooks_changed',
});
