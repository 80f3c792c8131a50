/** How a portal is connected, for its own people: what doctor finds, in the reader's language. */
import type { Connection } from '@account-health/contract/settings';
import descriptor from '../../app.json' with { type: 'json' };
import { InputError } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import { portalModel } from '../portal-model/portal-model.ts';
import { isCustomType } from '../scoring/object-types.ts';
import { languageOf, makeWording, type Wording } from '../wording/make-wording.ts';
import { examinePortal } from './examine-portal.ts';
import { type Finding, makeNote } from './findings.ts';
import { rememberBriefly } from './remember-briefly.ts';
import { servedClient, type WorkOptions } from './work-options.ts';

/** An examination takes some thirty calls: whoever looks again within the minute sees the same. */
const REMEMBERED_MS = 60_000;

/**
 * What the portal's own people can do about what doctor tells whoever runs the service to mend at a terminal; by finding.
 */
export const REMEDIES: Readonly<Record<string, 'wait' | 'reconnect' | 'model'>> = {
  hubspot_silent: 'wait',
  hubspot_odd: 'wait',
  untried: 'wait',
  no_cycle: 'wait',
  cycle_old: 'wait',
  type_unread: 'wait',
  type_old: 'wait',
  queue_old: 'wait',
  purge: 'wait',
  own_absent: 'wait',
  tokens_unusable: 'reconnect',
  hubspot_refused: 'reconnect',
  installation_gone: 'reconnect',
  installation_disconnected: 'reconnect',
  model_unusable: 'model',
};

/** What the settings page tells by itself, and in its own words: the schedule, since when the app is in, and how the writing starts. */
const TOLD_ELSEWHERE = new Set(['schedule', 'installed_writing', 'installed_preview']);

type Examined = Omit<Connection, 'reauthorizeUrl'>;

export function makeExamineConnection(options: WorkOptions) {
  const { store, host, schedule, clock, model } = options;
  /** By portal and language: who asks in many locales asks HubSpot no more often than in the few that there are words in. */
  const remembered = rememberBriefly({ forMs: REMEMBERED_MS, clock, read: examine });

  async function examine(portal: PortalId, locale: string): Promise<Examined> {
    const held = store.portal(portal);
    const client = servedClient(options, portal);
    const installation = await held.installation();
    const wording = makeWording({ locale, timeZone: 'UTC' });
    const scoredBy = await portalModel(held, model).catch(unreadable);
    const findings = await examinePortal({
      client,
      installation,
      portal,
      host,
      store,
      model: scoredBy,
      schedule,
      locale,
      clock,
      typeName: (type) => typeName(wording, type),
    });
    // Its own properties are made when somebody has the writing begin: until then nothing is missing.
    const isBeforeWriting = installation !== undefined && installation.writingSince === null;
    const cycle = await held.latestCycle();
    const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());
    // What HubSpot did not tell the examination it does not tell here.
    const granted = installation?.scopes ?? (await client.grantedScopes().catch(() => undefined));
    return {
      locale: wording.locale,
      portalId: portal,
      way: installation === undefined ? 'private' : 'installed',
      installedAt: iso(installation?.installedAt),
      writingSince: iso(installation?.writingSince),
      scopes: scopesOf(wording, granted),
      findings: [...(scoredBy === undefined ? [unusable(wording)] : []), ...findings]
        .filter(({ key }) => !TOLD_ELSEWHERE.has(key) && !(isBeforeWriting && key === 'own_absent'))
        .map(({ mark, key, text, remedy }) => {
          const ours = REMEDIES[key];
          return { mark, text, remedy: ours === undefined ? remedy : wording.say(`connection.remedy.${ours}`) };
        }),
      lastCycleAt: iso(cycle?.finishedAt),
      held: Object.entries(await held.countRecords()).map(([objectType, records]) => ({
        objectType,
        label: typeName(wording, objectType),
        records,
      })),
    };
  }

  return {
    examine: (portal: PortalId, locale: string) => remembered.read(portal, languageOf(locale)),
    forget: remembered.forget,
  };
}

/** Of a model that this version of the app cannot read: why is in the cycle's log, and who mends it needs no more than where. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof InputError)) throw error;
}

const unusable = (wording: Wording): Finding =>
  makeNote(wording, 'connection')('broken', 'model_unusable', { reason: '' });

function scopesOf(wording: Wording, granted: readonly string[] | undefined): Examined['scopes'] {
  const { required, optional } = descriptor.scopes;
  return [...required, ...optional].map((scope) => ({
    scope,
    granted: granted === undefined ? null : granted.includes(scope),
    required: required.includes(scope),
    buys: wording.say(`scope.${scope}`),
  }));
}

/** What people call records of a type. */
function typeName(wording: Wording, type: string): string {
  if (type === 'companies') return wording.say('connection.companies');
  const key = `source.${isCustomType(type) ? 'custom' : type}`;
  return wording.has(key) ? wording.say(key) : type;
}
