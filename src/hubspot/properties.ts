/** Property definitions of an object type: read, counted against the account's limit, created. */
import { z } from 'zod';
import { ScopeMissing } from '../errors.ts';
import { Refusal } from './answer.ts';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';

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
  /** HubSpot's: string, number, date, datetime, enumeration, bool ... */
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly options: readonly PropertyOption[];
}

/** What `createProperties` sends; options only for enumerations. */
export interface NewProperty {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'enumeration' | 'datetime' | 'date' | 'bool';
  readonly fieldType: 'text' | 'textarea' | 'number' | 'select' | 'date' | 'booleancheckbox';
  readonly groupName: string;
  readonly options?: readonly PropertyOption[];
}

/** Custom properties of one object type: how many there are and how many the account may have. */
export interface PropertyLimit {
  readonly used: number;
  readonly limit: number;
}

const optionSchema = z.object({
  label: z.string(),
  value: z.string(),
  displayOrder: z.number().catch(-1),
  hidden: z.boolean().catch(false),
});

const definitionsSchema = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      description: z.string().catch(''),
      type: z.string(),
      fieldType: z.string(),
      groupName: z.string().catch(''),
      options: z
        .array(optionSchema)
        .nullish()
        .transform((options) => options ?? []),
    }),
  ),
});

const pathOf = (objectType: string) => `${API.properties}/${encodeURIComponent(objectType)}`;

export async function readProperties(call: CallHubSpot, objectType: string): Promise<readonly PropertyDefinition[]> {
  return (await call({ method: 'GET', path: pathOf(objectType), budget: 'general', answer: definitionsSchema }))
    .results;
}

const limitsSchema = z.object({
  byObjectType: z.array(z.object({ objectTypeId: z.string(), limit: z.number(), usage: z.number() })),
  overallLimit: z.number(),
  overallUsage: z.number(),
});

/** HubSpot's docs: object type ids; the limits answer names types by nothing else that a portal cannot rename. */
const TYPE_IDS: Readonly<Record<string, string>> = { contacts: '0-1', companies: '0-2', deals: '0-3', tickets: '0-5' };

/** The tighter of the object type's limit and the account's. Undefined where HubSpot does not tell. */
export async function readPropertyLimit(call: CallHubSpot, objectType: string): Promise<PropertyLimit | undefined> {
  const path = `${API.limits}/custom-properties`;
  try {
    const limits = await call({ method: 'GET', path, budget: 'general', answer: limitsSchema });
    const typeId = TYPE_IDS[objectType] ?? objectType;
    const ofType = limits.byObjectType.find(({ objectTypeId }) => objectTypeId === typeId);
    const overall = { used: limits.overallUsage, limit: limits.overallLimit };
    if (ofType === undefined) return undefined;
    const own = { used: ofType.usage, limit: ofType.limit };
    return own.limit - own.used <= overall.limit - overall.used ? own : overall;
  } catch (error) {
    // Accounts without this endpoint, or a token that may not ask, are no reason to stop: creating will tell.
    if (error instanceof ScopeMissing || (error instanceof Refusal && [403, 404].includes(error.status)))
      return undefined;
    throw error;
  }
}

/** HubSpot's docs name no code for it, so its message is read as well as the status. */
const existsAlready = (status: number, text: string) =>
  status === 409 || (status === 400 && /already exists/i.test(text));

export async function createPropertyGroup(call: CallHubSpot, objectType: string, name: string, label: string) {
  const path = `${pathOf(objectType)}/groups`;
  const body = { name, label, displayOrder: -1 };
  try {
    await call({ method: 'POST', path, body, budget: 'general', answer: z.unknown() });
  } catch (error) {
    if (!(error instanceof Refusal && existsAlready(error.status, error.body))) throw error;
  }
}

const createdSchema = z.object({
  errors: z.array(z.object({ message: z.string().catch('no message'), category: z.string().catch('') })).nullish(),
});

/** At most 100. One that exists already makes HubSpot refuse them all, so then each is created by itself. */
export async function createProperties(call: CallHubSpot, objectType: string, inputs: readonly NewProperty[]) {
  if (inputs.length === 0) return;
  const path = `${pathOf(objectType)}/batch/create`;
  try {
    const created = await call({ method: 'POST', path, body: { inputs }, budget: 'general', answer: createdSchema });
    const failed = created.errors?.find(
      ({ message, category }) => !/already exists|_exists\b/i.test(`${message} ${category}`),
    );
    if (failed) throw new Error(`HubSpot did not create a property of ${objectType}: ${failed.message}`);
  } catch (error) {
    if (!(error instanceof Refusal && existsAlready(error.status, error.body))) throw error;
    if (inputs.length > 1) for (const input of inputs) await createProperties(call, objectType, [input]);
  }
}
