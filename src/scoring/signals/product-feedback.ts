import { DAY_MS } from '../calendar.ts';
import { dayOf, evidence, refTo } from '../evidence.ts';
import { groupTold } from '../feedback.ts';
import { defineSignal, type Unknown, unknown } from '../signal.ts';
import { TICKET_READS, tookWork } from '../tickets.ts';

interface Release {
  /** YYYY-MM-DD, and the same as whole days since 1970. */
  readonly date: string;
  readonly day: number;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day as whole days since 1970; null for what is none. */
function dayNumber(isoDay: string): number | null {
  const at = ISO_DAY.test(isoDay) ? Date.parse(isoDay) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(isoDay) ? at / DAY_MS : null;
}

/** The latest release that is `settleDays` old; unknown where there is none, or where a date is no date. */
function latestRelease(dates: readonly string[], today: number, settleDays: number): Release | Unknown {
  const releases: Release[] = [];
  for (const date of dates) {
    const day = dayNumber(date);
    if (day === null) return unknown('unmapped_value', { value: date });
    if (day <= today) releases.push({ date, day });
  }
  releases.sort((a, b) => b.day - a.day);
  const [latest] = releases;
  if (latest === undefined) return unknown('not_set_up', { setting: 'releaseDates' });
  const settled = releases.find(({ day }) => today - day >= settleDays);
  return settled ?? unknown('too_few', { count: today - latest.day, minimum: settleDays });
}

/**
 * How the latest release went down: tickets and bad answers to custom surveys a day in the whole days after it, over the account's own
 * in the days before it. For `settleDays` a release says nothing yet, and the one before it still counts.
 */
export const productFeedback = defineSignal({
  key: 'product_feedback',
  unit: 'ratio',
  better: 'lower',
  reads: {
    feedback_submissions: ['hs_survey_type', 'hs_survey_name', 'hs_response_group', 'hs_submission_timestamp'],
    tickets: [...TICKET_READS.tickets, 'hs_ticket_category'],
    companies: ['createdate'],
  },
  // Without a type of record the others are held against themselves, before and after.
  spares: {
    feedback_submissions: ['hs_survey_name'],
    tickets: ['subject', 'hs_ticket_category'],
    companies: ['createdate'],
  },
  connectedBy: { tickets: [], feedback_submissions: ['hs_response_group'] },
  // `releaseDates` are days, YYYY-MM-DD. Tickets of any category count where `categories` names none.
  settings: {
    releaseDates: [],
    categories: [],
    windowDays: 28,
    settleDays: 7,
    normDays: 84,
    minimumRecords: 3,
    expiresAfterDays: 90,
  },
  measure(account, settings) {
    const { releaseDates, categories, windowDays, settleDays, normDays, minimumRecords, expiresAfterDays } = settings;
    const { calendar, portal } = account;
    const asOf = account.now.ms;
    const today = calendar.day(asOf);
    const release = latestRelease(releaseDates, today, Math.max(1, settleDays));
    if ('kind' in release) return release;
    if (today - release.day > expiresAfterDays) return unknown('too_old', { days: expiresAfterDays });

    const from = release.day - normDays;
    const { tickets: source, feedback_submissions: answers } = portal.sources;
    const portalSince = Math.min(source.firstRecordAt ?? asOf, answers.firstRecordAt ?? asOf);
    const since = Math.max(portalSince, account.company.values.createdate ?? portalSince);
    if (calendar.day(since) > from) return unknown('too_new', { days: normDays });

    const days = Math.min(Math.max(1, windowDays), today - release.day);
    const until = release.day + days;
    const near = ({ bornAt }: { readonly bornAt: number }) =>
      calendar.day(bornAt) >= from && calendar.day(bornAt) < until;
    const tickets = account.tickets.filter((ticket) => near(ticket) && tookWork(ticket));
    if (categories.length > 0) {
      const property = 'hs_ticket_category';
      if (source.missingProperties.includes(property))
        return unknown('property_missing', { types: 'tickets', properties: property });
      if (tickets.some(({ values }) => values.hs_ticket_category === undefined)) return unknown('not_known_then');
    }
    const wanted = categories.map((name) => name.toLowerCase());
    const counted = tickets.filter(({ values }) => {
      const named = (values.hs_ticket_category ?? '').toLowerCase().split(';');
      return wanted.length === 0 || named.some((name) => wanted.includes(name));
    });
    const poor = account.feedback_submissions.filter(
      (submission) =>
        near(submission) &&
        submission.values.hs_survey_type?.toUpperCase() === 'CUSTOM' &&
        groupTold(submission.values.hs_response_group) === 'detractor',
    );
    const records = [
      ...counted.map((ticket) => refTo(ticket, ticket.values.subject)),
      ...poor.map((answer) => refTo(answer, answer.values.hs_survey_name)),
    ];
    if (records.length < minimumRecords) return unknown('too_few', { count: records.length, minimum: minimumRecords });
    const after = records
      .filter(({ at }) => calendar.day(at) >= release.day)
      .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
    // One record before is the least that a norm can be told from.
    const usual = (Math.max(1, records.length - after.length) / Math.max(1, normDays)) * days;
    const values = {
      release: dayOf(calendar.endOfDay(release.date)),
      days,
      after: after.length,
      usual: Math.round(usual * 10) / 10,
    };
    const message = usual < 1 ? 'after_rare' : 'after';
    return { kind: 'measured', raw: after.length / usual, evidence: () => evidence(message, values, after) };
  },
});
