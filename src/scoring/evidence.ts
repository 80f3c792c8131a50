import type { KnownRecord } from './account-view.ts';
import type { ObjectType } from './object-types.ts';

/** A value inside an evidence sentence; wording turns it into text in the reader's language. */
export type EvidenceValue =
  | number
  | string
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  /** The subject of an email. Who may not read it is told that there is one. */
  | { readonly kind: 'subject'; readonly text: string }
  /** The calendar day of a moment (ms), in the portal's zone. */
  | { readonly kind: 'day'; readonly at: number }
  /** 0..1. */
  | { readonly kind: 'percent'; readonly share: number }
  /** How long something took, ms; >= 0. */
  | { readonly kind: 'duration'; readonly ms: number };

/** A HubSpot record behind a reading. */
export interface RecordRef {
  readonly objectType: ObjectType;
  readonly id: string;
  /** What HubSpot users call it, where it has a name. */
  readonly name: string | null;
  /** The record's own date, ms; tells nameless records (emails) apart. */
  readonly at: number;
}

/** The sentence and the records behind a reading: a message key and its values, never text. */
export interface Evidence {
  /** Which of the signal's sentences. */
  readonly message: string;
  readonly values: Readonly<Record<string, EvidenceValue>>;
  /** The worst few. */
  readonly records: readonly RecordRef[];
  /** How many more there are. */
  readonly moreRecords: number;
}

export const money = (amount: number, currency: string): EvidenceValue => ({ kind: 'money', amount, currency });
export const lasting = (ms: number): EvidenceValue => ({ kind: 'duration', ms });
export const dayOf = (at: number): EvidenceValue => ({ kind: 'day', at });

/** A record of the view, by what people call it. */
export const refTo = (record: KnownRecord, name: string | null | undefined): RecordRef => ({
  objectType: record.objectType,
  id: record.id,
  name: name ?? null,
  at: record.bornAt,
});

/** As many records are told by name. */
export const SHOWN_RECORDS = 3;

/** Evidence over records that are sorted worst first. */
export function evidence(message: string, values: Evidence['values'], worstFirst: readonly RecordRef[] = []): Evidence {
  return {
    message,
    values,
    records: worstFirst.slice(0, SHOWN_RECORDS),
    moreRecords: Math.max(0, worstFirst.length - SHOWN_RECORDS),
  };
}
