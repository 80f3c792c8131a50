import { readdirSync, readFileSync } from 'node:fs';
import { ACTION_KINDS, RECORD_CARD_WORDS } from '@account-health/contract/card';
import { CARD_WORDS } from '@account-health/contract/card-words';
import { MODEL_WORDS } from '@account-health/contract/model-words';
import { PLAY_WORDS } from '@account-health/contract/play-words';
import { SEGMENT_KEYS, STAGES } from '@account-health/contract/playbooks';
import { SETTINGS_WORDS } from '@account-health/contract/settings-words';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import app from '../../app.json' with { type: 'json' };
import { REFUSALS } from '../../src/http/install/refusal-page.ts';
import { FIELDS, PARTS } from '../../src/http/settings/model/place-labels.ts';
import { settingKey } from '../../src/http/settings/model/setting-labels.ts';
import { VALUES } from '../../src/http/settings/model/word-changes.ts';
import type { Skip } from '../../src/insight/choose-plays.ts';
import { SECTIONS } from '../../src/jobs/findings.ts';
import { parseModel } from '../../src/model-file.ts';
import { TEMPLATES } from '../../src/model-files.ts';
import { type Rule, UNKNOWN_RIGHTS } from '../../src/permissions/may.ts';
import type { TaskMade } from '../../src/playbooks/play-work.ts';
import { CAUSES, RECOMPUTED } from '../../src/scoring/attribution.ts';
import type { Mark } from '../../src/scoring/marks.ts';
import { ACTIVITY_TYPES, OBJECT_TYPES } from '../../src/scoring/object-types.ts';
import type { HealthScore } from '../../src/scoring/score.ts';
import type { UnknownReason } from '../../src/scoring/signal.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { SOURCE_CHANGES } from '../../src/scoring/source-change.ts';
import type { AuditKind } from '../../src/store/audit-log.ts';
import { en } from '../../src/wording/en.ts';
import { makeWording } from '../../src/wording/make-wording.ts';

const ENGLISH: Readonly<Record<string, string>> = en;
/** Every reason there is: the compiler says where one is missing. */
const REASONS: Readonly<Record<UnknownReason, true>> = {
  scope_missing: true,
  type_missing: true,
  property_missing: true,
  not_connected: true,
  not_read_yet: true,
  not_known_then: true,
  not_logged: true,
  no_data: true,
  too_few: true,
  no_norm: true,
  too_new: true,
  no_terms: true,
  mixed_currencies: true,
  unmapped_value: true,
  expired: true,
  too_old: true,
  not_set_up: true,
  stale: true,
};
const STATES: Readonly<Record<Extract<HealthScore, { state: 'unknown' }>['reason'], true>> = {
  no_facts: true,
  low_coverage: true,
  few_dimensions: true,
};
const MARKS: Readonly<Record<Mark['key'], true>> = { seasonal: true, possibly_seasonal: true };
const REFUSED: Readonly<Record<Rule, true>> = {
  everybody: true,
  amounts: true,
  portfolio: true,
  managers: true,
  managers_or_installer: true,
};
/** Signals that read nothing until the model says what to look at: each says in its own words what. */
const SET_UP_IN_MODEL = ['product_feedback', 'referrals'];

/** Every change that is logged: the compiler says where one is missing. */
const AUDITED: Readonly<Record<AuditKind, true>> = {
  permissions_changed: true,
  override_set: true,
  override_ended: true,
  pulse_given: true,
  ingest_key_made: true,
  ingest_key_revoked: true,
  model_published: true,
  model_rolled_back: true,
  app_installed: true,
  writing_started: true,
  app_disconnected: true,
  segments_made: true,
  schedule_changed: true,
  playbooks_changed: true,
  task_made: true,
  keys_resealed: true,
};
/** Every reason for no task, of a playbook's and of one that is asked for: the compiler says where one is missing. */
const SKIPPED: Readonly<Record<Skip, true>> = {
  disabled: true,
  band: true,
  not_scored: true,
  cooldown: true,
  no_scope: true,
  no_owner: true,
  cap: true,
};
const TASK_REFUSED: Readonly<Record<Extract<TaskMade, { state: 'refused' }>['because']['why'], true>> = {
  not_writing: true,
  scopes: true,
  not_scored: true,
  no_answer: true,
  unreachable: true,
  hubspot: true,
};
/** What a mapped signal can say. */
const MAPPED = ['number', 'amount', 'money', 'percent', 'date', 'yes', 'no', 'option', 'count'];
const MODELS = readdirSync('models').map((file) => parseModel(readFileSync(`models/${file}`, 'utf8'), file));

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'each signal': SIGNALS.flatMap(({ key }) => [`signal.${key}.label`, `signal.${key}.remedy`]),
  'each reason why a signal is unknown': [
    ...Object.keys(REASONS),
    ...SET_UP_IN_MODEL.map((signal) => `not_set_up.${signal}`),
  ].map((reason) => `missing.${reason}`),
  'each state without a score': [
    ...Object.keys(STATES),
    'no_purchase_or_stage',
    'not_named',
    'churned',
    'excluded',
    'own_company',
    'not_found',
    'no_cycle',
  ].map((reason) => `state.${reason}`),
  'each mark': Object.keys(MARKS).flatMap((key) => [`mark.${key}.label`, `mark.${key}.text`]),
  'what a roll-up says': ['customers', 'mean_revenue', 'mean_equal', 'unscored', 'bounded'].map(
    (key) => `family.${key}`,
  ),
  'each exclusion of our models': MODELS.flatMap((model) =>
    model.eligibility.exclude.map(({ reason }) => `state.${reason}`),
  ),
  'each dimension of our models': MODELS.flatMap(({ dimensions }) =>
    Object.keys(dimensions).map((key) => `dimension.${key}`),
  ),
  'each cap of our models, and any other': [
    ...MODELS.flatMap(({ caps }) => caps.map(({ key }) => key)),
    'other',
  ].flatMap((key) => [`cap.${key}.label`, `cap.${key}.remedy`]),
  'each signal that a model maps': ['remedy', ...MAPPED.map((message) => `evidence.${message}`)].map(
    (key) => `mapped.${key}`,
  ),
  'each dimension that a model may have besides': ['adoption', 'advocacy'].map((key) => `dimension.${key}`),
  'each scope that the app asks for': [...app.scopes.required, ...app.scopes.optional].map((scope) => `scope.${scope}`),
  'each section of an examination': [...SECTIONS, 'todo'].map((section) => `doctor.section.${section}`),
  'each source, and what its gain or loss does': [
    ...SOURCE_CHANGES.flatMap((key) => ['label', 'evidence', 'remedy'].map((part) => `change.${key}.${part}`)),
    ...[...ACTIVITY_TYPES, 'custom', 'usage'].map((source) => `source.${source}`),
  ],
  'each cause of a change, and what is told of one': [
    ...CAUSES.map((cause) => `cause.${cause}`),
    ...['sentence', 'same', 'held', 'unmoved', 'reason', 'better', 'reweighed', 'model', 'lifted', 'moved'],
    ...[RECOMPUTED, `${RECOMPUTED}.label`],
  ].map((key) => `attribution.${key}`),
  'a model that is being changed: its places and values, what is measured, what is answered': [
    ...[...PARTS.map((part) => `part.${part}`), ...FIELDS.map((field) => `field.${field}`), 'label'],
    ...[...VALUES.map((value) => `value.${value}`), ...TEMPLATES.map((key) => `template.${key}`)],
    ...['value', 'days', 'share', 'ratio', 'load', 'points'].map((unit) => `unit.${unit}`),
    ...SIGNALS.flatMap(({ key }) => (Object.hasOwn(en, `model.unit.${key}`) ? [`unit.${key}`] : [])),
    ...['measures', 'better.higher', 'better.lower', 'stale', 'cannot_edit', 'too_long', 'no_version'],
    ...['refused.scopes', 'refused.type', 'mistake', 'value.everybody', 'value.standard', 'value.cap'],
    // Each is found by the schema's own sentence: test/http/model-mistakes.test.ts.
    ...Object.keys(en).flatMap((key) => /^model\.(mistake\..+)$/.exec(key)?.[1] ?? []),
  ].map((key) => `model.${key}`),
  'each setting of each signal': SIGNALS.flatMap(({ key, settings }) =>
    Object.keys(settings).map((setting) => settingKey((words) => Object.hasOwn(en, words), key, setting)),
  ),
  'what is kept back from a reader': ['hidden.amount', 'hidden.subject'],
  'each reason why somebody may not do something': [
    ...Object.keys(REFUSED).map((rule) => `refused.${rule}`),
    ...UNKNOWN_RIGHTS.map((reason) => `unknown.${reason}`),
    'stale',
  ].map((key) => `permission.${key}`),
  'each starter segment, and why one is not made': [
    ...SEGMENT_KEYS.flatMap((key) => ['name', 'description', 'rules'].map((part) => `segment.${key}.${part}`)),
    ...['unwritten', 'absent', 'names_taken', 'refused'].map((why) => `segment.failure.${why}`),
  ],
  'what the settings page is told of HubSpot, people and the schedule': [
    ...['segment.refused.scope', 'people.refused.scope', 'portal.unreachable', 'portal.disconnected'],
    ...['connection.companies', 'connection.remedy.wait', 'connection.remedy.reconnect', 'connection.remedy.model'],
    'schedule.next',
  ],
  'what a history is': ['seam', 'model', 'recomputed'].map((key) => `history.${key}`),
  'what ends an install before it is one': REFUSALS.flatMap((why) => [`install.${why}.title`, `install.${why}.text`]),
  'the way back, and the landing': [
    'connect',
    'again',
    'form.go',
    'connected.title',
    'connected.text',
    'connected.go',
  ].map((key) => `install.${key}`),
  'each state of the set-up page': [
    ...['reading.title', 'reading.text', 'reading.waiting', 'reading.records', 'reading.records_so_far'],
    ...['reading.companies', 'reading.left', 'reading.failed', 'preview.title', 'preview.text', 'preview.counted'],
    ...['unscored.title', 'unscored.line', 'receipts.title', 'receipts.none', 'receipts.more', 'receipts.nameless'],
    ...['ungranted.title', 'ungranted.text', 'write.title', 'write.text', 'write.button'],
    ...['writing.title', 'writing.text', 'written.title', 'written.text', 'written.open'],
    ...['written.failed', 'unwritten.title', 'unwritten.text'],
    ...['healthy', 'at_risk', 'unhealthy', 'unknown'].map((band) => `band.${band}`),
    ...[...Object.keys(STATES), 'no_purchase_or_stage', 'not_named', 'churned', 'excluded', 'own_company'].map(
      (reason) => `reason.${reason}`,
    ),
    ...MODELS.flatMap((model) => model.eligibility.exclude.map(({ reason }) => `reason.${reason}`)),
  ].map((key) => `setup.${key}`),
  'each word of the cards, and what the server says on them': [
    ...[...CARD_WORDS, ...RECORD_CARD_WORDS, 'noCompany'].map((word) => `word.${word}`),
    ...['no_cycle', 'unknown', 'not_customer', 'churned', 'not_connected'].map((state) => `hint.${state}`),
    ...['published', 'model', 'override', 'override_ended'].map((mark) => `mark.${mark}`),
    ...['change_over', 'not_connected', 'stale', 'record.none'],
  ].map((key) => `card.${key}`),
  'how a score is computed': [
    ...['customer', 'segment', 'known', 'cap', 'score', 'band', 'override'].map((step) => `step.${step}`),
    ...['named', 'stage', 'became_customer', 'purchase'].map((rule) => `customer.${rule}`),
    ...['segment.named', 'segment.none', 'known', 'takes', 'score', 'override', 'draft.mistakes'],
    ...['holds', 'idle', 'free', 'unknown'].map((state) => `cap.${state}`),
    ...['band', 'band.quartiles', 'band.alarm_budget', 'band.later'],
    ...['days', 'ratio', 'money', 'yes', 'no', 'option'].map((unit) => `raw.${unit}`),
    ...['up_to', 'from', 'between', 'fixed', 'silence', 'unknown'].map((rule) => `rule.${rule}`),
    ...['points', 'weights', 'unknown', 'minimum', 'silence', 'caps', 'receipt', 'sources', 'override'].map(
      (what) => `general.${what}`,
    ),
  ].map((key) => `computation.${key}`),
  'what a draft would change': [
    ...['no_draft', 'mistakes', 'no_cycle', 'error'].map((failure) => `failure.${failure}`),
    ...['thresholds', 'others', 'was', 'is'].map((why) => `why.${why}`),
    ...['unread', 'deciding', 'thresholds', 'revenue', 'shifted', 'unmoved', 'unnamed'].map((note) => `note.${note}`),
    ...['stale', 'nameless'],
  ].map((key) => `preview.${key}`),
  'each word of the settings page, and each change in its log': [
    ...SETTINGS_WORDS.map((word) => `word.${word}`),
    ...[...Object.keys(AUDITED), 'app_reinstalled', 'other'].map((kind) => `audit.${kind}`),
    ...['amounts', 'portfolio', 'managers', 'none'].map((part) => `audit.part.${part}`),
    ...['company.gone', 'company.nameless', 'by.unnamed', 'by.command', 'by.service'].map((key) => `audit.${key}`),
    'keys_full',
  ].map((key) => `settings.${key}`),
  'what a task says, and what is said of it': [
    ...[
      'next.row',
      'next.cap',
      'next.unknown',
      'next.review',
      'action.check_up.link',
      'subject.playbook',
      'open_already',
    ],
    ...ACTION_KINDS.flatMap((kind) => [`action.${kind}`, `subject.${kind}`]),
    ...['fell', 'now', 'unknown', 'asked', 'why', 'row', 'more', 'advice', 'link'].map((part) => `body.${part}`),
    ...STAGES.map((stage) => `advice.${stage}`),
    ...['made.owned', 'made.unowned'],
    ...Object.keys(TASK_REFUSED).map((why) => `refused.${why}`),
    ...[...Object.keys(SKIPPED), 'refused', 'too_late'].map((why) => `skipped.${why}`),
  ].map((key) => `play.${key}`),
  'each word of the pages about the model, playbooks and segments': [
    ...MODEL_WORDS.map((word) => `model.word.${word}`),
    ...PLAY_WORDS.map((word) => `play.word.${word}`),
  ],
  'each type of record': [...OBJECT_TYPES.map((type) => `record.${type}`), 'record.invoices.nameless', 'record.custom'],
};

describe('there are words for', () => {
  test.each(Object.entries(NEEDED))('%s', (_what, keys) => {
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !ENGLISH[key]?.trim())).toEqual([]);
  });
});

test('no message is left that nothing asks for', () => {
  const needed = new Set(Object.values(NEEDED).flat());
  const signals = SIGNALS.map(({ key }) => key).join('|');
  // Evidence is held against the signals' own tables.
  const ofSignal = new RegExp(`^signal\\.(${signals})\\.(evidence\\.\\w+|remedy\\.\\w+)$`);
  const left = Object.keys(en).filter((key) => !needed.has(key) && !ofSignal.test(key));
  // Findings are named where they are found.
  const folders = ['src/jobs', 'src/commands'];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  );
  const finding = (key: string) => /^doctor\.(\w+?)(\.remedy)?$/.exec(key)?.[1];
  const named = (name: string | undefined) =>
    sources.some((text) => text.includes(`'${name}'`) || text.includes(`'doctor.${name}'`));
  expect(left.filter((key) => !named(finding(key)))).toEqual([]);
});

test('a special remedy belongs to a sentence of its signal', () => {
  const special = Object.keys(en).flatMap((key) => /^signal\.(\w+)\.remedy\.(\w+)$/.exec(key)?.slice(1, 3) ?? []);
  expect(special.length).toBeGreaterThan(0);
  for (let index = 0; index < special.length; index += 2)
    expect(en).toHaveProperty([`signal.${special[index]}.evidence.${special[index + 1]}`]);
});

test.each(Object.entries(en))('%s can be read', (_key, message) => {
  expect(() => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true })).not.toThrow();
});

test('whatever a name holds, it comes out as it stands', () => {
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  const values = { closed: { kind: 'day', at: 0 } } as const;
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('<b>', '{x}', "''", "'{x}'", '#', '{', '</')),
      (name) => {
        expect(wording.say('signal.renewal_outcome.evidence.won', { ...values, name })).toBe(
          `The last renewal or expansion, “${name}”, was won on Jan 1, 1970.`,
        );
      },
    ),
  );
});
