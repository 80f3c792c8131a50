import { readAccount, readAccounts, readAccountsOf } from './accounts.ts';
import { readAudit, recordAudit } from './audit-log.ts';
import { bandEventsSince, latestBandEvents, saveBandEvents } from './band-events.ts';
import { childCompanies } from './child-companies.ts';
import { companiesOf, linkedTo } from './companies-of.ts';
import { cycleAt, latestCycle, publishedSince, saveCycle } from './cycles.ts';
import { countRows, erasePortal } from './erase-portal.ts';
import { exportPortal } from './export-portal.ts';
import { countRecords, heldIds } from './facts.ts';
import { companyNames, findCompanies } from './find-companies.ts';
import { companiesByDomain, heldCompanies } from './held-companies.ts';
import { addIngestKey, readIngestKeys, revokeIngestKey } from './ingest-keys.ts';
import {
  install,
  leave,
  readInstallation,
  readSealedTokens,
  replaceSealedTokens,
  startWriting,
  withTokens,
} from './installations.ts';
import { addJudgement, pulsesSince, readJudgements, readOverrides } from './judgements.ts';
import { kindQuarters } from './kind-quarters.ts';
import { loggedDays } from './logged-days.ts';
import { readModelDraft, saveModelDraft } from './model-drafts.ts';
import { putModelInUse, readKeptModel, readModelVersions, readStoredModel, saveModel } from './models.ts';
import {
  claimPlay,
  countFates,
  countSkipped,
  decidePlays,
  readOpenTasks,
  readPlays,
  settlePlay,
  unplayedFalls,
} from './plays.ts';
import { changeSetting, readSetting } from './portal-settings.ts';
import type { PortalStore } from './portal-store.ts';
import { readProfile, saveProfile } from './portals.ts';
import { saveHistories, unreadPasts } from './property-history.ts';
import { lastPublishedAs, readPublished, readPublishedAt, readPublishedOf, savePublished } from './published-scores.ts';
import { forgetPurgeRequests, purge, readPurgeRequests, requestPurge } from './purges.ts';
import { readRescoredAt, saveRescored } from './rescored-companies.ts';
import { endRecords, saveRecords } from './save-records.ts';
import { claimRequest, dropClaim, keepAnswer } from './seen-requests.ts';
import { forgetShown, readShown, saveShown } from './shown-values.ts';
import { snapshot } from './snapshot.ts';
import { dropStaged, readStagedPages, stagePage } from './staged-pages.ts';
import { readStamp } from './stamps.ts';
import { readStatusHistory } from './status-history.ts';
import { readSyncState, saveSyncState } from './sync-state.ts';
import type { PortalScope } from './tables.ts';
import { ticketMedians } from './ticket-medians.ts';
import { forgetTouched, readTouched, touch } from './touched-records.ts';
import { readUpkeep } from './upkeep.ts';
import { readUsageFeed, readUsagePostedAt, saveUsage } from './usage-rows.ts';
import { aloneInProcess } from './work-alone.ts';

/** One portal's store. The scope is bound here, once, so that no caller can name another portal's rows. `forReaders` connects them first. */
export function makePortalStore(scope: PortalScope, forReaders = scope.db, alone = aloneInProcess()): PortalStore {
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
    reading: (work) =>
      forReaders.connection().execute((db) => work(makePortalStore({ db, portalId: scope.portalId }, db, alone))),
    atOneMoment: (work) =>
      snapshot(forReaders).execute((db) => work(makePortalStore({ db, portalId: scope.portalId }, db, alone))),
    companyNames: (ids) => companyNames(scope, ids),
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
    installation: () => readInstallation(scope),
    install: (given) => install(scope, alone, given),
    startWriting: (at) => startWriting(scope, at),
    leave: (state, at) => leave(scope, state, at),
    withTokens: (work) => withTokens(scope, alone, work),
    sealedTokens: () => readSealedTokens(scope),
    replaceSealedTokens: (given) => replaceSealedTokens(scope, given),
    addIngestKey: (key, by) => addIngestKey(scope, key, by),
    ingestKeys: () => readIngestKeys(scope),
    revokeIngestKey: (id, at, by) => revokeIngestKey(scope, id, at, by),
    saveUsage: (rows, seenAt) => saveUsage(scope, rows, seenAt),
    usageFeed: () => readUsageFeed(scope),
    usagePostedAt: () => readUsagePostedAt(scope),
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
    saveModel: (name, version, content, published) => saveModel(scope, name, version, content, published),
    model: (name, version) => readStoredModel(scope, name, version),
    keptModel: (name, version) => readKeptModel(scope, name, version),
    modelVersions: () => readModelVersions(scope),
    modelDraft: () => readModelDraft(scope),
    saveModelDraft: (fromRevision, draft) => saveModelDraft(scope, fromRevision, draft),
    putModelInUse: (change) => putModelInUse(scope, change),
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
    unplayedFalls: (since) => unplayedFalls(scope, since),
    decidePlays: (since, decide) => decidePlays(scope, since, decide),
    claimPlay: (key, moments) => claimPlay(scope, key, moments),
    settlePlay: (key, change) => settlePlay(scope, key, change),
    plays: (query) => readPlays(scope, query),
    openTasks: (companyId) => readOpenTasks(scope, companyId),
    skippedPlays: (since) => countSkipped(scope, since),
    playFates: () => countFates(scope),
    setting: (name) => readSetting(scope, name),
    changeSetting: (change) => changeSetting(scope, change),
    recordAudit: (entry) => recordAudit(scope, entry),
    auditEntries: (page) => readAudit(scope, page),
    claimRequest: (claim) => claimRequest(scope, claim),
    keepAnswer: (claim, answer) => keepAnswer(scope, claim, answer),
    dropClaim: (claim) => dropClaim(scope, claim),
    upkeep: () => readUpkeep(scope),
    exportRows: (take) => exportPortal(scope, take),
    countRows: (options) => countRows(scope, options),
    erase: (options) => erasePortal(scope, options),
  };
}
