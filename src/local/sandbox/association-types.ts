/** How one record is associated with another: HubSpot's association types, and pages of one record's associations. */
import { invalid } from './error-bodies.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';

export interface AssociationRow {
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
  readonly typeId: number;
  /** Null on the unlabelled type. */
  readonly label: string | null;
  /** The name of the type in a list's inline associations. */
  readonly name: string;
}

/** HubSpot's type ids: [unlabelled, primary company]; primary only where the type has a primary company. */
const TYPE_IDS: Readonly<Record<string, readonly [number, number?]>> = {
  'contacts>companies': [279, 1],
  'companies>contacts': [280, 2],
  'deals>companies': [341, 5],
  'companies>deals': [342, 6],
  'tickets>companies': [339, 26],
  'companies>tickets': [340, 25],
  'deals>contacts': [3],
  'contacts>deals': [4],
  'contacts>tickets': [15],
  'tickets>contacts': [16],
  'companies>emails': [185],
  'emails>companies': [186],
  'contacts>emails': [197],
  'emails>contacts': [198],
  'invoices>contacts': [177],
  'contacts>invoices': [178],
  'invoices>companies': [179],
  'companies>invoices': [180],
  'companies>tasks': [191],
  'tasks>companies': [192],
  'companies>meetings': [187],
  'meetings>companies': [188],
  'contacts>meetings': [199],
  'meetings>contacts': [200],
  'deals>meetings': [211],
  'meetings>deals': [212],
  'companies>calls': [181],
  'calls>companies': [182],
  'contacts>calls': [193],
  'calls>contacts': [194],
  'deals>calls': [205],
  'calls>deals': [206],
  'companies>communications': [88],
  'communications>companies': [87],
  'contacts>communications': [82],
  'communications>contacts': [81],
  'deals>communications': [86],
  'communications>deals': [85],
  'companies>notes': [189],
  'notes>companies': [190],
  'contacts>notes': [201],
  'notes>contacts': [202],
  'deals>notes': [213],
  'notes>deals': [214],
  'contacts>feedback_submissions': [97],
  'feedback_submissions>contacts': [98],
  'tickets>feedback_submissions': [99],
  'feedback_submissions>tickets': [100],
  'contacts>subscriptions': [296],
  'subscriptions>contacts': [295],
  'companies>subscriptions': [298],
  'subscriptions>companies': [297],
  'deals>subscriptions': [300],
  'subscriptions>deals': [299],
  'contacts>commerce_payments': [388],
  'commerce_payments>contacts': [387],
  'companies>commerce_payments': [390],
  'commerce_payments>companies': [389],
  'deals>commerce_payments': [392],
  'commerce_payments>deals': [391],
  'contacts>quotes': [70],
  'quotes>contacts': [69],
  'companies>quotes': [72],
  'quotes>companies': [71],
  'deals>quotes': [63],
  'quotes>deals': [64],
};

/** The types of one association: the primary company's comes first, then the unlabelled one, then labels of the portal's own. */
export function associationRows(
  state: PortalState,
  from: ObjectTypeInfo,
  fromId: string,
  to: ObjectTypeInfo,
  toId: string,
): readonly AssociationRow[] {
  const given = state.labels.of({ type: from.plural, id: fromId }, { type: to.plural, id: toId });
  return [
    ...ownRows(state, from, fromId, to, toId),
    ...given.map((label) => ({ category: 'USER_DEFINED' as const, ...label })),
  ];
}

/** HubSpot's own. */
function ownRows(
  state: PortalState,
  from: ObjectTypeInfo,
  fromId: string,
  to: ObjectTypeInfo,
  toId: string,
): readonly AssociationRow[] {
  const [unlabelled = 900, primary] = TYPE_IDS[`${from.plural}>${to.plural}`] ?? [];
  const name = `${from.singular}_to_${to.singular}`;
  if (primary === undefined) return [{ category: 'HUBSPOT_DEFINED', typeId: unlabelled, label: null, name }];
  const bare: AssociationRow = {
    category: 'HUBSPOT_DEFINED',
    typeId: unlabelled,
    label: null,
    name: `${name}_unlabeled`,
  };
  const companies = state.type('companies');
  const isPrimary =
    to === companies
      ? state.liveLinks(from, fromId, to)[0] === toId
      : state.liveLinks(to, toId, companies)[0] === fromId;
  return isPrimary ? [{ category: 'HUBSPOT_DEFINED', typeId: primary, label: 'Primary', name }, bare] : [bare];
}

/** Whether HubSpot has this association type from the one object to the other. */
export const isAssociationType = (from: ObjectTypeInfo, to: ObjectTypeInfo, typeId: number): boolean =>
  (TYPE_IDS[`${from.plural}>${to.plural}`] ?? [900]).includes(typeId);

const encode = (to: ObjectTypeInfo, id: string) => Buffer.from(`${to.typeId}-${id}`).toString('base64');

function decode(to: ObjectTypeInfo, after: string): number {
  const text = Buffer.from(after, 'base64').toString();
  const id = text.startsWith(`${to.typeId}-`) ? text.slice(to.typeId.length + 1) : '';
  if (!/^\d+$/.test(id)) throw invalid(`Invalid paging cursor: ${after}`);
  return Number(id);
}

/** One page of a record's associations, by id ascending; `after` is opaque and names the last id sent. */
export function associationsPage(
  state: PortalState,
  from: ObjectTypeInfo,
  id: string,
  to: ObjectTypeInfo,
  after: string | undefined,
): { readonly ids: readonly string[]; readonly after: string | undefined } {
  const start = after === undefined ? -1 : decode(to, after);
  const rest = state
    .liveLinks(from, id, to)
    .filter((other) => Number(other) > start)
    .sort((a, b) => Number(a) - Number(b));
  const ids = rest.slice(0, state.associationPageSize);
  const last = ids.at(-1);
  return { ids, after: last !== undefined && rest.length > ids.length ? encode(to, last) : undefined };
}
