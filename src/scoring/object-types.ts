/** Which object types and properties there are: those of the catalogue, and the portal's own custom objects. */
import type { ObjectDefinition, Property } from './object-definition.ts';
import { OBJECTS } from './properties.ts';

/** HubSpot's plural name of an object type that every portal may have. */
export type StandardType = keyof typeof OBJECTS;

/** The `objectTypeId` of a custom object of the portal's own, which HubSpot takes in place of a name. */
export type CustomType = `2-${number}`;

/** An object type that we read. */
export type ObjectType = StandardType | CustomType;

/** The object types whose records are associated with a company. */
export type ActivityType = Exclude<ObjectType, 'companies'>;

/** The catalogue's; custom objects are named by the model alone. */
export const OBJECT_TYPES = Object.keys(OBJECTS) as readonly StandardType[];
export const ACTIVITY_TYPES = OBJECT_TYPES.filter((type) => type !== 'companies');

export const isCustomType = (type: string): type is CustomType => /^2-\d+$/.test(type);

/** HubSpot gives every custom object this property; the others are the portal's own. */
const CUSTOM_CREATED = 'hs_createdate';

/** What is known of any object type. Of a custom object: since when each record exists. */
export const definitionOf = (type: ObjectType): ObjectDefinition =>
  OBJECTS[type as StandardType] ?? {
    typeId: type,
    properties: { [CUSTOM_CREATED]: { kind: 'time', dating: 'fixed' } },
    born: [CUSTOM_CREATED],
  };

/** The properties of one object type. */
export type PropertyOf<T extends ObjectType> = T extends StandardType
  ? keyof (typeof OBJECTS)[T]['properties'] & string
  : string;

/** Something of some object types. */
export type ByType<V> = { readonly [T in StandardType]?: V } & { readonly [T in CustomType]: V };

/** What a signal of ours reads: property names by object type. */
export type Reads = { readonly [T in StandardType]?: readonly PropertyOf<T>[] };

/** What any signal reads: a model may map properties that the catalogue does not have, and custom objects. */
export type AnyReads = ByType<readonly string[]>;

/** Properties that only a model names, by object type. */
export type NamedProperties = ByType<Readonly<Record<string, Property>>>;
