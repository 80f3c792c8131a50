import { readAccount, readAccounts, readAccountsOf } from './accounts.ts';
import { bandEventsSince, latestBandEvents, saveBandEvents } from './band-events.ts';
import { childCompanies } from './child-companies.ts';
import { companiesOf, linkedTo } from './companies-of.ts';
import { cycleAt, latestCycle, publishedSince, saveCycle } from './cycles.ts';
import { countRecords, heldIds } from './facts.ts';
import { findCompanies } from './find-companies.ts';
import { companiesByDomain, heldCompanies } from './held-companies.ts';
import { addIngestKey, readIngestKeys, revokeIngestKey } from './ingest-keys.ts';
import { addJudgement, pulsesSince, readJudgements, readOverrides } from './judgements.ts';
import { kindQuarters } from './kind-quarters.ts';
import { loggedDays } from './logged-days.ts';
import { readStoredModel, saveModel } from './models.ts';
import type { PortalStore } from './portal-store.ts';
import { readProfile, saveProfile } from './portals.ts';
import { saveHistories, unreadPasts } from './property-history.ts';
import { lastPublishedAs, readPublished, readPublishedAt, readPublishedOf, savePublished } from './published-scores.ts';
import { forgetPurgeRequests, purge, readPurgeRequests, requestPurge } from './purges.ts';
import { readRescoredAt, saveRescored } from './rescored-companies.ts';
import { endRecords, saveRecords } from './save-records.ts';
import { forgetShown, readShown, saveShown } from './shown-values.ts';
import { dropStaged, readStagedPages, stagePage } from './staged-pages.ts';
import { readStamp } from './stamps.ts';
import { readStatusHistory } from './status-history.ts';
import { readSyncState, saveSyncState } from './sync-state.ts';
import type { PortalScope } from './tables.ts';
import { ticketMedians } from './ticket-medians.ts';
import { forgetTouched, readTouched, touch } from './touched-records.ts';
import { readUsageFeed, saveUsage } from './usage-rows.ts';

/** One portal's store. The scope is bound here, once, so that no caller can name another portal's rows. `forReaders` connects them first. */
export function makePortalStore(scope: PortalScope, forReaders = scope.db): PortalStore {
  return {
    portalId: scope.portalId,
    saveProfile: (profile) => saveProfile(scope, profile),
    profile: () => readProfile(scope),
    saveRecords: (objectType, records, seenAt, options) => saveRecords(scope, objectType, records, seenAt, options),
    endRecords: (objectType, ended, seenAt) => endRecords(scope, objectType, ended, seenAt),
    heldIds: (objectType, after, limit) => heldIds(scope, objectType, after, limit),
    unreadPasts: (objectType, properties, range) => unreadPasts(scope, objectType, properties, range),
    saveHistories: (objectType, rows) => saveHistories(scope, objectType, rows),
    purge: (objectType, id) => purge(scope, objectType, id),
    companiesOf: (objectType, ids, since) => companiesOf(scope, objectType, ids, since),
    linkedTo: (companyIds) => linkedTo(scope, companyIds),
    countRecords: () => countRecords(scope),
    accounts: () => readAccounts(scope),
    account: (companyId) => readAccount(scope, companyId),
    accountsOf: (companyIds) => readAccountsOf(scope, companyIds),
    reading: (work) => forReaders.connection().execute((db) => work(makePortalStore({ db, portalId: scope.portalId }))),
    findCompanies: (text, limit) => findCompanies(scope, text, limit),
    loggedDays: (objectType) => loggedDays(scope, objectType),
    ticketMedians: (runningSince) => ticketMedians(scope, runningSince),
    kindQuarters: (objectType, kind, moments, trustedUntil) =>
      kindQuarters(scope, objectType, kind, moments, trustedUntil),
    heldCompanies: (ids) => heldCompanies(scope, ids),
    childCompanies: (companyId, limit) => childCompanies(scope, companyId, limit),
    companiesByDomain: (domains) => companiesByDomain(scope, domains),
    addJudgement: (judgement) => addJudgement(scope, judgement),
    judgements: (companyId) => readJudgements(scope, companyId),
    overrides: (companyIds, at) => readOverrides(scope, companyIds, at),
    pulsesSince: () => pulsesSince(scope),
    addIngestKey: (key) => addIngestKey(scope, key),
    ingestKeys: () => readIngestKeys(scope),
    revokeIngestKey: (id, at) => revokeIngestKey(scope, id, at),
    saveUsage: (rows, seenAt) => saveUsage(scope, rows, seenAt),
    usageFeed: () => readUsageFeed(scope),
    syncState: (objectType) => readSyncState(scope, objectType),
    saveSyncState: (objectType, state) => saveSyncState(scope, objectType, state),
    stagePage: (objectType, page, state) => stagePage(scope, objectType, page, state),
    stagedPages: (objectType) => readStagedPages(scope, objectType),
    dropStaged: (objectType, keys) => dropStaged(scope, objectType, keys),
    touch: (records) => touch(scope, records),
    touched: (limit) => readTouched(scope, limit),
    forgetTouched: (records) => forgetTouched(scope, records),
    requestPurge: (contactIds) => requestPurge(scope, contactIds),
    purgeRequests: () => readPurgeRequests(scope),
    forgetPurgeRequests: (contactIds) => forgetPurgeRequests(scope, contactIds),
    saveShown: (rows) => saveShown(scope, rows),
    forgetShown: (properties) => forgetShown(scope, properties),
    shown: (companyIds) => readShown(scope, companyIds),
    saveModel: (name, version, content) => saveModel(scope, name, version, content),
    model: (name, version) => readStoredModel(scope, name, version),
    saveCycle: (cycle) => saveCycle(scope, cycle),
    latestCycle: () => latestCycle(scope),
    cycleAt: (moment) => cycleAt(scope, moment),
    stamp: (companyId) => readStamp(scope, companyId),
    saveRescored: (companyIds, asOf) => saveRescored(scope, companyIds, asOf),
    rescoredAt: (companyId) => readRescoredAt(scope, companyId),
    savePublished: (scores) => savePublished(scope, scores),
    published: (companyId) => readPublished(scope, companyId),
    publishedOf: (companyIds) => readPublishedOf(scope, companyIds),
    lastPublishedAs: (asked) => lastPublishedAs(scope, asked),
    publishedAt: (asOf, companyIds) => readPublishedAt(scope, asOf, companyIds),
    statusHistory: (companyIds, upTo) => readStatusHistory(scope, companyIds, upTo),
    publishedSince: () => publishedSince(scope),
    latestBandEvents: (companyIds) => latestBandEvents(scope, companyIds),
    saveBandEvents: (events) => saveBandEvents(scope, events),
    bandEventsSince: (since, limit) => bandEventsSince(scope, since, limit),
  };
}
