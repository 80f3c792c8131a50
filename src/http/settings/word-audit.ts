import { isDeepStrictEqual } from 'node:util';
import type { AuditEntry, AuditKind } from '../../store/audit-log.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import type { MessageValues, Wording } from '../../wording/make-wording.ts';

/** What is logged of one company each: `about` is its id. */
const OF_A_COMPANY: readonly AuditKind[] = ['override_set', 'override_ended', 'pulse_given', 'task_made'];

/** The names of the companies that entries are about, by id, as held now; without those that are not held. */
export async function namesOf(
  store: Pick<PortalStore, 'companyNames'>,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = entries.flatMap(({ kind, about }) => (OF_A_COMPANY.includes(kind) && about !== null ? [about] : []));
  return ids.length === 0 ? new Map() : await store.companyNames([...new Set(ids)]);
}

/** What was changed, in a sentence: `settings.audit.<kind>`. A kind that has none is one of a later version of the app. */
export function auditText(
  entry: AuditEntry,
  { say, has, locale }: Wording,
  names: ReadonlyMap<string, string | null>,
): string {
  const { kind, about, before, after } = entry;
  const told = { ...before, ...after };
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'boolean' ? String(value) : '');
  const values: MessageValues = {
    company: companyText(names, about, say),
    status: text(told.value ?? told.cleared),
    day: { kind: 'day', at: typeof told.expiresAt === 'number' ? told.expiresAt : entry.at },
    label: text(told.label) || (about ?? ''),
    name: text(told.name) || (about ?? ''),
    version: text(told.version),
    parts: partsText(entry, say, locale),
    every: text(told.every),
    time: timeText(told.atHour, locale),
  };
  const again = kind === 'app_installed' && before !== null;
  const key = `settings.audit.${again ? 'app_reinstalled' : kind}`;
  return say(has(key) ? key : 'settings.audit.other', values);
}

/** Who it was, as people call them. */
export function actorText(actor: AuditEntry['actor'], { say }: Pick<Wording, 'say'>): string {
  if (actor.kind === 'user') return actor.email ?? say('settings.audit.by.unnamed');
  return actor.kind === 'command'
    ? say('settings.audit.by.command', { login: actor.login })
    : say('settings.audit.by.service');
}

function companyText(names: ReadonlyMap<string, string | null>, about: string | null, say: Wording['say']): string {
  const name = about === null ? undefined : names.get(about);
  return name === undefined ? say('settings.audit.company.gone') : name || say('settings.audit.company.nameless');
}

/** Of permissions, those that are not as they were. */
function partsText({ kind, before, after }: AuditEntry, say: Wording['say'], locale: string): string {
  if (kind !== 'permissions_changed') return '';
  const changed = (['amounts', 'portfolio', 'managers'] as const).filter(
    (part) => !isDeepStrictEqual(before?.[part], after?.[part]),
  );
  const parts = changed.length === 0 ? ['none'] : changed;
  return new Intl.ListFormat(locale).format(parts.map((part) => say(`settings.audit.part.${part}`)));
}

const timeText = (hour: unknown, locale: string): string =>
  typeof hour === 'number'
    ? new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(Date.UTC(2000, 0, 1, hour))
    : '';
