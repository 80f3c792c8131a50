import type { KnownRecord } from '../account-view.ts';
import { dayOf, evidence, type RecordRef, refTo } from '../evidence.ts';
import { isInbound } from '../mail.ts';
import { HELD_OUTCOMES, isBooked, isHeld, MEETING_READS, startOf } from '../meetings.ts';
import { PLANNING_WORDS } from '../planning-words.ts';
import { RENEWAL_SETTINGS } from '../renewals.ts';
import { defineSignal, unknown } from '../signal.ts';
import { makeWordMatch } from '../word-match.ts';

interface Hope {
  readonly record: RecordRef;
  /** 0..1. */
  readonly share: number;
}

/**
 * The chance that the account will grow, 0..1, as if each sign of it were a chance of its own: open expansion deals by how likely
 * and how near they are, and plans that are spoken of in notes, meetings and mail from the account. Each sign more can only add.
 */
export const growth = defineSignal({
  key: 'growth',
  unit: 'share',
  better: 'higher',
  reads: {
    deals: ['dealname', 'createdate', 'closedate', 'dealtype', 'pipeline', 'hs_is_closed', 'hs_deal_stage_probability'],
    notes: ['hs_timestamp', 'hs_note_body'],
    meetings: [...MEETING_READS.meetings, 'hs_meeting_title'],
    emails: ['hs_timestamp', 'hs_email_direction', 'hs_email_subject'],
  },
  spares: { deals: ['dealname'] },
  connectedBy: { deals: ['dealtype'], notes: [], meetings: [], emails: ['hs_email_subject'] },
  settings: {
    horizonDays: 180,
    lateDays: 30,
    talkDays: 180,
    talkWorth: 0.15,
    heldOutcomes: HELD_OUTCOMES,
    planningWords: PLANNING_WORDS,
    ...RENEWAL_SETTINGS,
  },
  measure(account, settings) {
    const { now, deals, notes, meetings, emails } = account;
    if (deals.length + notes.length + meetings.length + emails.length === 0) return unknown('no_data');

    const offered = deals.filter(
      ({ values }) =>
        values.dealtype === 'existingbusiness' && !settings.renewalPipelines.includes(values.pipeline ?? ''),
    );
    const expansions = offered
      .flatMap((deal): (Hope & { readonly due: number; readonly chance: number })[] => {
        const { closedate: due, hs_deal_stage_probability: chance } = deal.values;
        if (deal.values.hs_is_closed !== false || typeof due !== 'number' || typeof chance !== 'number') return [];
        const ahead = -now.daysSince(due);
        if (!(chance > 0 && chance <= 1) || ahead >= settings.horizonDays || -ahead > settings.lateDays) return [];
        const nearness = 1 - Math.max(0, ahead) / settings.horizonDays;
        return [{ record: refTo(deal, deal.values.dealname), share: chance * nearness, due, chance }];
      })
      .toSorted((a, b) => b.share - a.share || (a.record.id < b.record.id ? -1 : 1));

    const planned = makeWordMatch(settings.planningWords);
    const talkOf = (record: KnownRecord, name: string | null, at: number, text: string | null | undefined) => {
      const word = now.isWithin(at, settings.talkDays) && text ? planned(text) : null;
      return word === null ? [] : [{ record: { ...refTo(record, name), at }, share: settings.talkWorth, word }];
    };
    const talks = [
      ...notes.flatMap((note) => talkOf(note, null, note.bornAt, note.values.hs_note_body)),
      ...meetings
        .filter((meeting) => isHeld(meeting, now, settings.heldOutcomes) || isBooked(meeting, account))
        .flatMap((meeting) => {
          const { hs_meeting_title: title } = meeting.values;
          const start = startOf(meeting);
          return talkOf(meeting, title ?? null, now.hasCome(start) ? start : meeting.bornAt, title);
        }),
      // What we write ourselves is an offer, not their plan.
      ...emails
        .filter(isInbound)
        .flatMap((email) =>
          talkOf(email, email.values.hs_email_subject ?? null, email.bornAt, email.values.hs_email_subject),
        ),
    ].toSorted((a, b) => b.record.at - a.record.at || (a.record.id < b.record.id ? -1 : 1));

    const signs: readonly Hope[] = [...expansions, ...talks];
    const raw = 1 - signs.reduce((none, { share }) => none * (1 - share), 1);
    if (signs.length === 0 && offered.some(({ values }) => values.hs_is_closed === undefined))
      return unknown('not_known_then');
    const tell = () => {
      const [best] = expansions;
      const [latest] = talks;
      const values = {
        talks: talks.length,
        days: settings.talkDays,
        ...(best && {
          name: best.record.name ?? '',
          due: dayOf(best.due),
          chance: { kind: 'percent', share: best.chance } as const,
        }),
        ...(latest && { word: latest.word.replaceAll('*', ''), last: dayOf(latest.record.at) }),
      };
      const message = best ? (latest ? 'expansion_and_talk' : 'expansion') : latest ? 'talk' : 'none';
      return evidence(
        message,
        values,
        signs.map(({ record }) => record),
      );
    };
    return { kind: 'measured', raw, silent: signs.length === 0, evidence: tell };
  },
});
