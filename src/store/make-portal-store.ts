import { readAccount, readAccounts } from './accounts.ts';
import { latestCycle, publishedSince, saveCycle } from './cycles.ts';
import { countRecords } from './facts.ts';
import { findCompanies } from './find-companies.ts';
import { mailLoggedDays } from './mail-logged-days.ts';
import type { PortalStore } from './portal-store.ts';
import { readProfile, saveProfile } from './portals.ts';
import { readPublished, readPublishedAt, savePublished } from './published-scores.ts';
import { endRecords, saveRecords } from './save-records.ts';
import { forgetShown, readShown, saveShown } from './shown-values.ts';
import { readSyncState, saveSyncState } from './sync-state.ts';
import type { PortalScope } from './tables.ts';

/** One portal's store. The scope is bound here, once, so that no caller can name another portal's rows. */
export function makePortalStore(scope: PortalScope): PortalStore {
  return {
    portalId: scope.portalId,
    saveProfile: (profile) => saveProfile(scope, profile),
    profile: () => readProfile(scope),
    saveRecords: (objectType, records, seenAt) => saveRecords(scope, objectType, records, seenAt),
    endRecords: (objectType, ended, seenAt) => endRecords(scope, objectType, ended, seenAt),
    countRecords: () => countRecords(scope),
    accounts: () => readAccounts(scope),
    account: (companyId) => readAccount(scope, companyId),
    findCompanies: (text, limit) => findCompanies(scope, text, limit),
    mailLoggedDays: () => mailLoggedDays(scope),
    syncState: (objectType) => readSyncState(scope, objectType),
    saveSyncState: (objectType, state) => saveSyncState(scope, objectType, state),
    saveShown: (rows) => saveShown(scope, rows),
    forgetShown: (properties) => forgetShown(scope, properties),
    shown: (companyIds) => readShown(scope, companyIds),
    saveCycle: (cycle) => saveCycle(scope, cycle),
    latestCycle: () => latestCycle(scope),
    savePublished: (scores) => savePublished(scope, scores),
    published: (companyId) => readPublished(scope, companyId),
    publishedAt: (asOf) => readPublishedAt(scope, asOf),
    publishedSince: () => publishedSince(scope),
  };
}
