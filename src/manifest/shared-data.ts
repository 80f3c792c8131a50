import { API } from '../hubspot/api-version.ts';
import type { NewProperty } from '../hubspot/properties.ts';
import { definitionOf, type ObjectType } from '../scoring/object-types.ts';
import type { ReadPlan, TypePlan } from '../scoring/read-plan.ts';
import type { Wording } from '../wording/make-wording.ts';
import type { AppDescriptor } from './app-descriptor.ts';

/** A signal, as far as the table tells of it. */
interface ReadingSignal {
  readonly key: string;
  readonly reads: Readonly<Partial<Record<ObjectType, readonly string[]>>>;
}

/** What the document is made from. */
export interface SharedData {
  readonly app: AppDescriptor;
  readonly plan: ReadPlan;
  readonly signals: readonly ReadingSignal[];
  /** The company properties that every model, and that some models, have written. */
  readonly written: readonly Pick<NewProperty, 'name' | 'label' | 'description'>[];
  /** English. */
  readonly wording: Wording;
}

const KEPT = 'until the account’s data is purged';
const NOT_STORED = 'not stored; read anew in every cycle';

/** The document about the data that the app and HubSpot share, in Markdown. */
export function sharedDataText(data: SharedData): string {
  return [
    '# Shared data',
    '',
    '<!-- Written by `npm run manifest` from app.json and what the signals read; a test holds it to them. Do not change it by hand. -->',
    '',
    `What ${data.app.name} reads from a HubSpot account and what it writes into it. Nothing else leaves HubSpot, and nothing is passed on.`,
    'When data is purged, and what a privacy deletion does: [privacy.md](privacy.md).',
    '',
    '## Objects',
    '',
    'Of each object only these properties are read, and with which records of the others it is associated. Properties that the account does not have,',
    'and objects whose scope was not granted, are not asked for. A health model may name more properties, and custom objects, of an account’s',
    'own.',
    '',
    ...table(
      ['Object', 'Direction', 'Properties', 'Scope', 'Why', 'How far back', 'How long kept'],
      data.plan.map((type) => objectRow(data, type)),
    ),
    '',
    'Of notes, and of the subjects of emails and the titles of meetings, the first 500 characters are kept, without markup; bodies of emails',
    'are never read. “With past values”: of the properties that count in the score, what they were before (HubSpot’s property history) is read too.',
    '',
    'Read besides, with the same scopes which properties the account has (their definitions), and:',
    '',
    ...table(['What', 'Scope', 'How long kept'], otherRows(data)),
    '',
    '## What is written to companies',
    '',
    'To companies alone is written, to properties of ours in the group “Account Health”. The first six always; the others where the health model asks for them, and then',
    'also one for each dimension, `account_health_<dimension>_score`. They belong to the account, and stay when the app is uninstalled:',
    '[uninstall.md](uninstall.md). Where somebody asks for them on the app’s settings page, the app also makes lists of companies by these properties (starter',
    'segments), which stay as well. Where playbooks are on, or somebody asks for it on a card, it makes tasks at companies: with the receipt in words, without amounts.',
    '',
    ...table(
      ['Property', 'Label', 'What it holds'],
      data.written.map(({ name, label, description }) => [`\`${name}\``, label, description]),
    ),
    '',
    'A workflow with the action “Recalculate account health” sends the company’s id, and gets back its score and status.',
    '',
    '## Scopes',
    '',
    'Optional scopes are asked for at the installation and may be missing: what they buy then reads as unknown, and says so.',
    '',
    ...table(['Scope', 'Asked for', 'What it buys', 'Used for'], scopeRows(data)),
    '',
  ].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|');
const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [
  line(head),
  line(head.map(() => '---')),
  ...rows.map(line),
];

function objectRow({ app, signals, wording }: SharedData, plan: TypePlan): readonly string[] {
  const { objectType, properties, history, window } = plan;
  const scopes = Object.entries(app.scopeUses).flatMap(([scope, uses]) =>
    uses.some((use) => 'reads' in use && use.reads === objectType) ? [scope] : [],
  );
  const readers = signals.filter(({ reads }) => reads[objectType] !== undefined);
  const why = [
    ...(objectType === 'companies' || objectType === 'deals' ? ['Who is a customer'] : []),
    ...readers.map(({ key }) => wording.say(`signal.${key}.label`)),
  ];
  const named = definitionOf(objectType).typeId;
  return [
    `${objectType.replaceAll('_', ' ')} (${named})`,
    // HubSpot's listing rules: of an object that is read and written, the listing must say that it goes both ways.
    app.scopes.required.includes(`crm.objects.${objectType}.write`) ? 'both ways' : 'HubSpot to the app',
    properties.map((name) => `\`${name}\``).join(', '),
    scopes.map((scope) => `\`${scope}\``).join(' and '),
    why.join('; '),
    window === undefined ? `all${history === undefined ? '' : ', with past values'}` : `the last ${window.days} days`,
    KEPT,
  ];
}

/** A use's call as HubSpot's docs have it: "GET /crm/owners/2026-09". */
export function dated(call: string): string {
  const [, method, family = '', rest = ''] = /^(\S+) (\w+)(.*)$/.exec(call) ?? [];
  return `${method} ${API[family as keyof typeof API]}${rest}`;
}

const otherRows = ({ app }: SharedData) =>
  Object.entries(app.scopeUses).flatMap(([scope, uses]) =>
    uses.flatMap((use) => {
      if ('reads' in use && use.reads === 'custom objects')
        return [['Custom objects that the health model names', `\`${scope}\``, KEPT]];
      if ('reads' in use || !use.call.startsWith('GET ')) return [];
      return [[`${use.feature}: \`${dated(use.call)}\``, `\`${scope}\``, use.keeps ?? NOT_STORED]];
    }),
  );

const scopeRows = ({ app, wording }: SharedData) =>
  (['required', 'optional'] as const).flatMap((kind) =>
    app.scopes[kind].map((scope) => [
      `\`${scope}\``,
      kind,
      wording.say(`scope.${scope}`),
      (app.scopeUses[scope] ?? [])
        .map((use) => ('reads' in use ? `reading ${use.reads.replaceAll('_', ' ')}` : use.feature))
        .join('; '),
    ]),
  );
