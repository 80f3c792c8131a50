/** What may stand in the playbooks' form, and what differs between two. Pure. */
import { type Playbooks, STAGES } from '@account-health/contract/playbooks';

/** The server's limits, of the contract: whole numbers. */
export const LIMITS = {
  cooldownDays: [1, 365],
  perPersonAWeek: [1, 200],
  dueInDays: [0, 60],
} as const;
export type Limited = keyof typeof LIMITS;

export type Fault = 'range' | 'https' | 'bands';

const isIn = ([least, most]: readonly [number, number], value: number) =>
  Number.isInteger(value) && value >= least && value <= most;

function isHttps(link: string): boolean {
  try {
    return new URL(link).protocol === 'https:';
  } catch {
    return false;
  }
}

/** What is wrong, by field; empty: it may be saved. */
export function faultsOf(form: Playbooks): Partial<Record<keyof Playbooks, Fault>> {
  const faults: Partial<Record<keyof Playbooks, Fault>> = {};
  for (const field of Object.keys(LIMITS) as Limited[]) if (!isIn(LIMITS[field], form[field])) faults[field] = 'range';
  if (form.meetingLink !== null && !isHttps(form.meetingLink)) faults.meetingLink = 'https';
  if (form.enabled && form.toBands.length === 0) faults.toBands = 'bands';
  return faults;
}

const FIELDS = [
  'enabled',
  'toBands',
  'cooldownDays',
  'perPersonAWeek',
  'dueInDays',
  'fallbackOwnerId',
  'meetingLink',
] as const satisfies (keyof Playbooks)[];
export type Field = (typeof FIELDS)[number] | `advice_${(typeof STAGES)[number]}`;

/** The fields in which two forms differ, in the form's order. */
export function differing(a: Playbooks, b: Playbooks): Field[] {
  const plain = FIELDS.filter(
    (field) =>
      `${field === 'toBands' ? a.toBands.toSorted() : a[field]}` !==
      `${field === 'toBands' ? b.toBands.toSorted() : b[field]}`,
  );
  return [
    ...plain,
    ...STAGES.filter((stage) => a.advice[stage] !== b.advice[stage]).map((stage) => `advice_${stage}` as const),
  ];
}
