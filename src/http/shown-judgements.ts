import type { Override, Pulse, Scorecard } from '@account-health/contract';
import type { Calendar } from '../scoring/calendar.ts';
import type { Judgement } from '../store/judgements.ts';

/** The entry of a kind that holds at a moment, of a log in the order of time. */
function heldOf<K extends Judgement['kind']>(log: readonly Judgement[], kind: K, at: number) {
  const latest = log.findLast((entry) => entry.kind === kind && entry.at <= at);
  if (latest === undefined || latest.value === null || latest.expiresAt < at) return undefined;
  return latest as Extract<Judgement, { kind: K; value: string }>;
}

/** Of all that people said of a company, in the order of time, what holds at a moment, as cards show it. */
export function shownJudgements(
  log: readonly Judgement[],
  calendar: Calendar,
  at: number,
): Pick<Scorecard, 'pulse' | 'override'> {
  const pulse = heldOf(log, 'pulse', at);
  const override = heldOf(log, 'override', at);
  const told = (entry: NonNullable<typeof pulse | typeof override>) => ({
    reason: entry.reason,
    by: entry.userEmail,
    expiresOn: calendar.isoDay(entry.expiresAt),
  });
  return {
    pulse: pulse ? ({ value: pulse.value, givenOn: calendar.isoDay(pulse.at), ...told(pulse) } satisfies Pulse) : null,
    override: override
      ? ({ status: override.value, setOn: calendar.isoDay(override.at), ...told(override) } satisfies Override)
      : null,
  };
}
