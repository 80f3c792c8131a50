/**
 * A call of every method of PortalStore, for tests of what none of them may do. `n` goes into what is written, so that what one call wrote is
 * told from what another did; the ids are the same for every n. Besides, each n has records called `only-<n>`, and the victim one more
 * of each type.
 */
import { companyId } from '../../src/ids.ts';
import type { NewAuditEntry } from '../../src/store/audit-log.ts';
import type { NewPlay } from '../../src/store/plays.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { SyncState } from '../../src/store/sync-state.ts';

type Method = Exclude<keyof PortalStore, 'portalId'>;
type Calls = Partial<Record<Method, (portal: PortalStore, n: number) => Promise<unknown>>>;

/** Whose ids are tried through somebody else's handle. */
export const VICTIM = 20;
const SOMEBODY = { kind: 'service' } as const;
const FAR = 1e12;
const HOUR_MS = 3_600_000;

const [one, onlyTheirs] = [companyId('1'), companyId(`only-${VICTIM}`)];
const companies = [one, onlyTheirs];

const state = (n: number): SyncState => ({
  planHash: `plan-${n}`,
  cursor: null,
  runningSince: n,
  completeTo: n,
  archived: null,
  reconciledAt: null,
  choice: null,
  round: null,
  blocked: null,
  missingProperties: [],
  firstRecordAt: null,
  filledSince: {},
});
const audit = (n: number): NewAuditEntry => ({
  at: n,
  actor: SOMEBODY,
  kind: 'permissions_changed',
  about: `about-${n}`,
  before: null,
  after: null,
});
const claim = (key: string) => ({ key, fingerprint: `asked-${key}`, claimedAt: 1_000 });
const said = (n: number) => ({ companyId: one, at: n, userId: `${n}`, userEmail: `${n}@example.com`, expiresAt: FAR });

/** Fill a portal, in this order; all may be called again with another n, and then change something. */
export const FILLING: Calls = {
  install: (portal, n) =>
    portal.install({
      at: n,
      by: `${n}`,
      scopes: ['oauth'],
      sealedTokens: `sealed-${Math.min(n, VICTIM)}`,
      accessExpiresAt: n,
    }),
  saveProfile: (portal, n) => portal.saveProfile({ timeZone: 'UTC', currency: `C${n}`, uiDomain: 'app.hubspot.com' }),
  async saveRecords(portal, n) {
    const of = (values: object) =>
      ['1', ...(n === VICTIM ? ['2'] : []), `only-${n}`].map((id) => ({ id, effectiveAt: n, values: { ...values } }));
    const parent = { name: `Company ${n}`, domain: `same.example`, note: n };
    const below = { ...parent, hs_parent_company_id: '1' };
    const children = ['child', `child-${n}`].map((id) => ({ id, effectiveAt: n, values: below }));
    await portal.saveRecords('companies', [...of(parent), ...children], n);
    const linked = (values: object) => of(values).map((record) => ({ ...record, companyIds: ['1', `only-${n}`] }));
    await portal.saveRecords('deals', linked({ amount: n }), n);
    await portal.saveRecords('emails', linked({ hs_timestamp: n * 86_400_000, hubspot_owner_id: `owner-${n}` }), n);
    const closed = { createdate: 0, closed_date: n * HOUR_MS, hs_is_closed: true, hs_ticket_category: `kind-${n}` };
    await portal.saveRecords('tickets', linked(closed), n);
  },
  saveHistories: (portal, n) =>
    portal.saveHistories('deals', [{ id: '1', history: { amount: { readAt: n, values: [{ at: 1, value: n }] } } }]),
  async addJudgement(portal, n) {
    await portal.addJudgement({ ...said(n), kind: 'pulse', value: 'positive', reason: `pulse ${n}` });
    return portal.addJudgement({ ...said(n), kind: 'override', value: 'healthy', reason: `override ${n}` });
  },
  addIngestKey: (portal, n) =>
    portal.addIngestKey(
      { id: `key-${n > VICTIM ? n : ''}`, hash: `hash-${n}`, label: `label-${n}`, madeAt: n },
      SOMEBODY,
    ),
  saveUsage: (portal, n) =>
    portal.saveUsage([{ companyId: one, metric: `metric-${n}`, key: 'a', at: n * 86_400_000, value: n }], n),
  saveSyncState: (portal, n) => portal.saveSyncState('deals', state(n)),
  stagePage: (portal, n) => portal.stagePage('emails', { key: 'page', content: `content-${n}` }, state(n)),
  touch: (portal, n) => portal.touch([{ objectType: 'deals', id: '1', touchedAt: n }]),
  requestPurge: (portal, n) => portal.requestPurge(['7', `7${n}`]),
  saveShown: (portal, n) => portal.saveShown([{ companyId: one, values: { score: `${n}` } }]),
  saveModel: async (portal, n) => {
    const published = { at: n, by: SOMEBODY };
    await portal.saveModel('model', '1', { of: n }, published);
    await portal.saveModel('model', `of-${n}`, { of: n }, published);
  },
  async putModelInUse(portal, n) {
    const fresh = { content: { of: n }, yaml: `of: ${n}` };
    const entry = { ...audit(n), kind: 'model_published' } as const;
    const fromRevision = n > VICTIM ? 2 : 0;
    return portal.putModelInUse({ name: 'own', version: `of-${n}`, fresh, fromRevision, audit: entry });
  },
  saveModelDraft: (portal, n) =>
    portal.saveModelDraft(n > VICTIM ? 3 : 1, { yaml: `draft: ${n}`, basedOn: `${n}`, changedAt: n, by: SOMEBODY }),
  saveCycle: (portal, n) =>
    portal.saveCycle({
      published: true,
      asOf: n,
      finishedAt: n,
      modelName: 'model',
      modelVersion: '1',
      context: { n },
    }),
  saveRescored: (portal, n) => portal.saveRescored([one], n),
  savePublished: (portal, n) =>
    portal.savePublished([{ companyId: one, asOf: n, score: n, status: 'at_risk', modelVersion: `${n}` }]),
  saveBandEvents: (portal, n) =>
    portal.saveBandEvents([
      {
        companyId: one,
        at: n,
        kind: 'worsened',
        fromStatus: 'healthy',
        toStatus: 'at_risk',
        fromAt: n,
        fromScore: n,
        toScore: n,
        modelVersion: '1',
        own: true,
        parts: null,
      },
    ]),
  async decidePlays(portal, n) {
    // None of them answers the event.
    const made: NewPlay = {
      companyId: one,
      kind: 'playbook',
      at: n + 500,
      decidedAt: n,
      state: 'intended',
      reason: null,
      from: 'healthy',
      to: 'at_risk',
      score: n,
      ownerId: `${n}`,
      ownerName: `owner ${n}`,
      subject: `task ${n}`,
      dueAt: n,
    };
    const skipped: NewPlay = { ...made, at: n + 600, state: 'skipped', reason: `reason-${n}` };
    await portal.decidePlays(0, () => [made, skipped, { ...made, kind: 'task', at: n }]);
    await portal.settlePlay(made, {
      ...{ state: 'made', taskId: `task-${n}`, taskState: 'open' },
      after30: { status: n === VICTIM ? 'healthy' : 'at_risk', score: n },
    });
  },
  changeSetting: (portal, n) =>
    portal.changeSetting({ name: 'setting', value: { of: n }, fromVersion: n > VICTIM ? 1 : 0, audit: audit(n) }),
  recordAudit: (portal, n) => portal.recordAudit(audit(n)),
  claimRequest: async (portal, n) => {
    await portal.claimRequest(claim('kept'));
    await portal.claimRequest(claim('dropped'));
    return portal.claimRequest(claim(`of-${n}`));
  },
};

/** Change and delete what `FILLING` wrote, in this order. */
export const CHANGING: Calls = {
  claimPlay: (portal, n) => portal.claimPlay({ companyId: one, kind: 'task', at: VICTIM }, { at: n, before: FAR }),
  settlePlay: (portal, n) =>
    portal.settlePlay(
      { companyId: one, kind: 'task', at: VICTIM },
      { state: 'made', taskId: `task-${n}`, taskState: 'open', after30: { status: 'healthy', score: n } },
    ),
  startWriting: (portal, n) => portal.startWriting(n),
  replaceSealedTokens: (portal, n) =>
    portal.replaceSealedTokens({ old: `sealed-${VICTIM}`, next: 'stolen', at: n, actor: SOMEBODY }),
  withTokens: (portal, n) => portal.withTokens((_held, save) => save({ sealed: `sealed-${n}`, accessExpiresAt: n })),
  leave: (portal, n) => portal.leave('disconnected', n),
  revokeIngestKey: (portal, n) => portal.revokeIngestKey('key-', n, SOMEBODY),
  keepAnswer: (portal, n) => portal.keepAnswer(claim('kept'), { status: 200, contentType: null, body: `${n}` }),
  dropClaim: (portal) => portal.dropClaim(claim('dropped')),
  dropStaged: (portal) => portal.dropStaged('emails', ['page']),
  forgetTouched: (portal) => portal.forgetTouched([{ objectType: 'deals', id: '1', touchedAt: FAR }]),
  forgetPurgeRequests: (portal) => portal.forgetPurgeRequests(['7', `7${VICTIM}`]),
  forgetShown: (portal) => portal.forgetShown(['score']),
  endRecords: (portal) =>
    portal.endRecords(
      'deals',
      [
        { id: '1', effectiveAt: FAR },
        { id: `only-${VICTIM}`, effectiveAt: FAR },
      ],
      FAR,
    ),
  purge: async (portal) => {
    await portal.purge('tickets', `only-${VICTIM}`);
    await portal.purge('companies', '1');
  },
  erase: (portal) => portal.erase(),
};

async function all<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

/** Tell something of what `FILLING` wrote. */
export const READING: Calls = {
  profile: (portal) => portal.profile(),
  heldIds: (portal) => portal.heldIds('deals', null, 100),
  unreadPasts: (portal) => portal.unreadPasts('deals', ['amount'], { after: null, seenBy: FAR, limit: 100 }),
  companiesOf: (portal) => portal.companiesOf('deals', ['1', `only-${VICTIM}`], 0),
  linkedTo: (portal) => portal.linkedTo(companies),
  countRecords: (portal) => portal.countRecords(),
  accounts: (portal) => all(portal.accounts()),
  account: (portal) => portal.account(one),
  accountsOf: (portal) => all(portal.accountsOf(companies)),
  reading: (portal) => portal.reading((lent) => lent.account(one)),
  atOneMoment: (portal) => portal.atOneMoment((lent) => lent.account(one)),
  companyNames: (portal) => portal.companyNames(companies),
  findCompanies: (portal) => portal.findCompanies('company', 100),
  loggedDays: (portal) => portal.loggedDays('emails'),
  ticketMedians: (portal) => portal.ticketMedians(0),
  kindQuarters: (portal) => portal.kindQuarters('tickets', 'hs_ticket_category', ['createdate'], FAR),
  heldCompanies: (portal) => portal.heldCompanies(companies),
  childCompanies: (portal) => portal.childCompanies(one, 100),
  companiesByDomain: (portal) => portal.companiesByDomain(['same.example']),
  judgements: (portal) => portal.judgements(one),
  overrides: (portal) => portal.overrides(companies, 1_000),
  pulsesSince: (portal) => portal.pulsesSince(),
  installation: (portal) => portal.installation(),
  sealedTokens: (portal) => portal.sealedTokens(),
  withTokens: (portal) => portal.withTokens(async (held) => held),
  ingestKeys: (portal) => portal.ingestKeys(),
  usageFeed: (portal) => portal.usageFeed(),
  usagePostedAt: (portal) => portal.usagePostedAt(),
  syncState: (portal) => portal.syncState('deals'),
  stagedPages: (portal) => portal.stagedPages('emails'),
  touched: (portal) => portal.touched(100),
  purgeRequests: (portal) => portal.purgeRequests(),
  shown: (portal) => portal.shown(companies),
  model: (portal) => portal.model('model', '1'),
  keptModel: (portal) => portal.keptModel('model', '1'),
  modelVersions: (portal) => portal.modelVersions(),
  modelDraft: (portal) => portal.modelDraft(),
  latestCycle: (portal) => portal.latestCycle(),
  cycleAt: (portal) => portal.cycleAt(FAR),
  stamp: (portal) => portal.stamp(one),
  rescoredAt: (portal) => portal.rescoredAt(one),
  published: (portal) => portal.published(one),
  publishedOf: (portal) => portal.publishedOf(companies),
  publishedAt: (portal) => portal.publishedAt(FAR),
  statusHistory: (portal) => portal.statusHistory(companies, FAR),
  publishedSince: (portal) => portal.publishedSince(),
  lastPublishedAs: (portal) => portal.lastPublishedAs([{ companyId: one, status: 'at_risk', since: 0, before: FAR }]),
  latestBandEvents: (portal) => portal.latestBandEvents(companies),
  bandEventsSince: (portal) => portal.bandEventsSince(0, 100),
  unplayedFalls: (portal) => portal.unplayedFalls(0),
  plays: (portal) => portal.plays({ limit: 100 }),
  openTasks: (portal) => portal.openTasks(one),
  skippedPlays: (portal) => portal.skippedPlays(0),
  playFates: (portal) => portal.playFates(),
  setting: (portal) => portal.setting('setting'),
  auditEntries: (portal) => portal.auditEntries({ below: null, limit: 100 }),
  async exportRows(portal) {
    const given: unknown[] = [];
    await portal.exportRows(async (table, rows) => void given.push({ table, rows }));
    return given;
  },
  upkeep: (portal) => portal.upkeep(),
  countRows: (portal) => portal.countRows(),
};
