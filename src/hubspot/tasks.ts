/** HubSpot tasks: one is made for a company, found again, and looked at. HubSpot's docs, "Activities | Tasks". */
import { z } from 'zod';
import { Refusal } from './answer.ts';
import { API } from './api-version.ts';
import { readAssociations } from './associations.ts';
import type { AskHubSpot, CallHubSpot } from './call.ts';
import { FOR_PEOPLE } from './call-order.ts';
import { idSchema } from './paging.ts';
import { readRecords } from './records.ts';

export interface NewTask {
  readonly companyId: string;
  /** HubSpot's owner id; null: nobody's. */
  readonly ownerId: string | null;
  /** Plain text. */
  readonly subject: string;
  /** HTML: HubSpot shows it as notes are shown. */
  readonly body: string;
  /** Ms since 1970 UTC. */
  readonly dueAt: number;
  readonly priority: 'LOW' | 'MEDIUM' | 'HIGH';
}

export type MadeTask = { readonly id: string } | { readonly refused: string };

/** `gone`: it was deleted. */
export type TaskState = 'open' | 'done' | 'gone';

/** By what a task is known that was made, or may have been. */
export interface SoughtTask {
  readonly companyId: string;
  readonly subject: string;
  /** Ms since 1970 UTC. */
  readonly dueAt: number;
  /** It was not made before this moment, ms; a few minutes are granted to clocks. */
  readonly since: number;
}

/** HubSpot's docs, "Association type definitions": task to company. */
const TASK_TO_COMPANY = 192;
/** How far HubSpot's clock may be from ours. */
const CLOCKS_MS = 600_000;
const MINUTE_MS = 60_000;

const createdSchema = z.object({ id: idSchema });

/**
 * Makes a task of the company's. Never sent twice: where no answer came it may have been made, and this throws RetryLater at once; look
 * for it (`findTask`) before making it again. `refused`: HubSpot does not take it as it is (400, 404, 409), in HubSpot's words.
 */
export async function createTask(call: CallHubSpot, task: NewTask): Promise<MadeTask> {
  const { companyId, ownerId, subject, body, dueAt, priority } = task;
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: TASK_TO_COMPANY }];
  const properties = {
    hs_timestamp: new Date(dueAt).toISOString(),
    hs_task_subject: subject,
    hs_task_body: body,
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: priority,
    hs_task_type: 'TODO',
    ...(ownerId !== null && { hubspot_owner_id: ownerId }),
  };
  try {
    return await call({
      method: 'POST',
      path: `${API.objects}/tasks`,
      body: { properties, associations: [{ to: { id: companyId }, types }] },
      budget: 'general',
      answer: createdSchema,
      order: FOR_PEOPLE,
      once: true,
    });
  } catch (error) {
    if (error instanceof Refusal && [400, 404, 409].includes(error.status)) return { refused: error.reason };
    throw error;
  }
}

/**
 * The company's task of this subject, due at this minute, that was made since a moment; undefined: there is none. By associations and
 * not by search, whose index lags behind what was just made.
 */
export async function findTask(
  ask: AskHubSpot,
  { companyId, subject, dueAt, since }: SoughtTask,
): Promise<{ readonly id: string; readonly state: TaskState } | undefined> {
  const ids = (await readAssociations(ask, 'companies', 'tasks', [companyId], FOR_PEOPLE)).get(companyId) ?? [];
  if (ids.length === 0) return undefined;
  const names = ['hs_task_subject', 'hs_timestamp', 'hs_task_status'];
  const { records } = await readRecords(ask, 'tasks', ids, names, FOR_PEOPLE);
  const found = records.find(({ properties, createdAt }) => {
    const due = momentOf(properties.hs_timestamp);
    const isDue = Math.floor(due / MINUTE_MS) === Math.floor(dueAt / MINUTE_MS);
    return isDue && plain(properties.hs_task_subject) === plain(subject) && Date.parse(createdAt) >= since - CLOCKS_MS;
  });
  return found && { id: found.id, state: stateOf(found.properties.hs_task_status) };
}

/** What became of tasks; every asked id is in the map. */
export async function readTaskStates(ask: AskHubSpot, ids: readonly string[]): Promise<ReadonlyMap<string, TaskState>> {
  const states = new Map(ids.map((id): [string, TaskState] => [id, 'gone']));
  if (ids.length === 0) return states;
  const { records } = await readRecords(ask, 'tasks', ids, ['hs_task_status'], FOR_PEOPLE);
  for (const { id, properties } of records) states.set(id, stateOf(properties.hs_task_status));
  return states;
}

const stateOf = (status: string | null | undefined): TaskState => (status === 'COMPLETED' ? 'done' : 'open');

/** HubSpot gives moments as ISO 8601, or as ms. */
const momentOf = (text: string | null | undefined): number =>
  /^\d+$/.test(text ?? '') ? Number(text) : Date.parse(text ?? '');

/** HubSpot may trim what it keeps. */
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
