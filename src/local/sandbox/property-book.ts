/** The property definitions and groups of every object type: HubSpot's own, the portal's, and those created here. */
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalData } from './portal-data.ts';
import { OPTION_LABELS, PROPERTY_LABELS } from './standard-labels.ts';
import { KEPT_BY_HUBSPOT, type PropertyKind, STANDARD_PROPERTIES } from './standard-properties.ts';

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly options: readonly PropertyOption[];
  readonly hubspotDefined: boolean;
  readonly readOnlyValue: boolean;
  /** Options live elsewhere (owners, pipelines). */
  readonly externalOptions: boolean;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
}

export interface PropertyBook {
  of(type: ObjectTypeInfo): Map<string, PropertyDefinition>;
  groups(type: ObjectTypeInfo): Map<string, PropertyGroup>;
  /** Properties that are not HubSpot's own. */
  customCount(type: ObjectTypeInfo): number;
}

const FIELD_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  datetime: 'date',
  date: 'date',
  bool: 'booleancheckbox',
  enumeration: 'select',
};

export const toOptions = (values: readonly string[]): readonly PropertyOption[] =>
  values.map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false }));

/** Those of a property that HubSpot has in every portal, called what HubSpot calls them. */
const standardOptions = (name: string, values: readonly string[]): readonly PropertyOption[] =>
  toOptions(values).map((option) => ({ ...option, label: OPTION_LABELS[name]?.[option.value] ?? option.label }));

const BOOLEAN_OPTIONS = toOptions(['true', 'false']);

function definition(name: string, kind: PropertyKind, groupName: string, hubspotDefined: boolean): PropertyDefinition {
  const type = typeof kind !== 'string' || kind === 'external' ? 'enumeration' : kind;
  return {
    name,
    label: name,
    description: '',
    type,
    fieldType: FIELD_TYPES[type] ?? 'text',
    groupName,
    options: typeof kind !== 'string' ? toOptions(kind) : kind === 'bool' ? BOOLEAN_OPTIONS : [],
    hubspotDefined,
    readOnlyValue: hubspotDefined && KEPT_BY_HUBSPOT.has(name),
    externalOptions: kind === 'external',
  };
}

export function makePropertyBook(types: readonly ObjectTypeInfo[], extra: PortalData['extraProperties']): PropertyBook {
  const definitions = new Map<string, Map<string, PropertyDefinition>>();
  const groups = new Map<string, Map<string, PropertyGroup>>();
  for (const type of types) {
    const groupName = `${type.singular}information`;
    const own: Readonly<Record<string, PropertyKind>> = {
      ...STANDARD_PROPERTIES[type.plural],
      hs_object_id: 'number',
      hs_merged_object_ids: 'string',
      [type.createdProperty]: 'datetime',
      [type.modifiedProperty]: 'datetime',
    };
    const book = new Map(
      Object.entries(own).map(([name, kind]) => {
        const plain = definition(name, kind, groupName, true);
        const options = typeof kind === 'string' ? plain.options : standardOptions(name, kind);
        return [name, { ...plain, label: PROPERTY_LABELS[type.plural]?.[name] ?? name, options }] as const;
      }),
    );
    for (const { name, type: kind, options } of extra?.[type.plural] ?? []) {
      if (book.has(name)) continue;
      const known = kind in FIELD_TYPES && kind !== 'enumeration' ? (kind as PropertyKind) : (options ?? 'external');
      book.set(name, definition(name, known, groupName, false));
    }
    definitions.set(type.plural, book);
    groups.set(type.plural, new Map([[groupName, { name: groupName, label: `${type.singular} information` }]]));
  }
  const of = (type: ObjectTypeInfo) => definitions.get(type.plural) ?? new Map<string, PropertyDefinition>();
  return {
    of,
    groups: (type) => groups.get(type.plural) ?? new Map<string, PropertyGroup>(),
    customCount: (type) => [...of(type).values()].filter((property) => !property.hubspotDefined).length,
  };
}
