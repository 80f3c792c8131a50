import type { Computation, ComputedSignal } from '@account-health/contract/card';
import type { CompanyId, PortalId } from '../ids.ts';
import type { ExplainedCap, ExplainedScore, ExplainedSignal } from '../insight/explained-score.ts';
import { dayOf, type EvidenceValue } from '../scoring/evidence.ts';
import type { Model } from '../scoring/model.ts';
import { cutText } from '../wording/cut-text.ts';
import type { MessageValues, Wording } from '../wording/make-wording.ts';
import { notScoredText } from '../wording/not-scored-text.ts';
import { causeText, receiptText } from '../wording/receipt-text.ts';
import { rawText, ruleText, shownPoints } from '../wording/rule-text.ts';
import type { ExplainedCompany, ScoredBy } from './explain-company.ts';
import type { LatestCycle } from './latest-cycle.ts';
import { recordLinks } from './record-links.ts';
import { makeRecordUrl, type RecordUrl } from './record-url.ts';
import { shownJudgements } from './shown-judgements.ts';

type Step = Computation['steps'][number];

export interface ComputationWords {
  readonly cycle: LatestCycle;
  readonly by: ScoredBy;
  /** In the cycle's time zone, with the sentences of the model. */
  readonly wording: Wording;
  readonly portalId: PortalId;
  readonly companyId: CompanyId;
  /** The moment at which what people said must hold, ms. */
  readonly now: number;
}

const percent = (share: number): EvidenceValue => ({ kind: 'percent', share });

/** A computation that has nothing to tell but why, in a sentence. */
export function noComputation(
  wording: Wording,
  { model, asOf, text }: { readonly model: Computation['model']; readonly asOf: number; readonly text: string },
): Computation {
  return {
    locale: wording.locale,
    companyName: null,
    model,
    asOf: new Date(asOf).toISOString(),
    steps: [{ label: wording.say('computation.step.score'), text }],
    score: null,
    status: null,
    dimensions: [],
    general: [],
  };
}

/** How a company's score comes about, in its reader's language. */
export function wordComputation(company: ExplainedCompany, words: ComputationWords): Computation {
  const { cycle, by, wording, companyId, portalId } = words;
  const { explained } = company;
  const { health } = explained;
  const urlOf = makeRecordUrl({ uiDomain: cycle.uiDomain, portalId, companyId });
  return {
    locale: wording.locale,
    companyName: company.companyName && cutText(company.companyName),
    model: { name: by.model.name, version: by.model.version },
    asOf: new Date(company.asOf).toISOString(),
    steps: stepsOf(company, words),
    score: health.state === 'scored' ? health.score : null,
    status: health.state === 'scored' ? health.status : health.state === 'unknown' ? 'unknown' : null,
    dimensions: explained.dimensions.map(({ key, weight, share, score, signals }) => ({
      key,
      label: wording.has(`dimension.${key}`) ? wording.say(`dimension.${key}`) : key,
      weight,
      share,
      score: score === null ? null : shownPoints(score),
      signals: signals.map((signal) => wordSignal(signal, wording, urlOf)),
    })),
    general: generalOf(explained.model, wording),
  };
}

function wordSignal(one: ExplainedSignal, wording: Wording, urlOf: RecordUrl): ComputedSignal {
  const { key, unit, reading, points, weight, share, pointsLost } = one;
  const found = reading.kind === 'scored' ? reading.evidence : reading;
  return {
    signal: key,
    label: wording.say(`signal.${key}.label`),
    evidence: causeText(wording, key, found),
    raw: reading.kind === 'scored' ? rawText(wording, unit, reading.raw) : null,
    points: points === null ? null : shownPoints(points),
    rule: ruleText(wording, one),
    weight,
    share,
    pointsLost,
    ...recordLinks(found, wording, urlOf),
  };
}

/** What is no signal, in the order in which it decides. */
function stepsOf(company: ExplainedCompany, words: ComputationWords): Step[] {
  const { wording, by } = words;
  const { health, customerBy, model, known, caps } = company.explained;
  const step = (key: string, text: string): Step => ({ label: wording.say(`computation.step.${key}`), text });
  const say = (key: string, values?: MessageValues) => wording.say(`computation.${key}`, values);
  if (health.state === 'not_customer') return [step('customer', notScoredText(wording, health, by.model))];
  const customer = say(`customer.${customerBy}`, { months: by.model.eligibility.purchaseWithinMonths });
  const { segment } = health;
  const share = known?.coverage ?? 0;
  return [
    step('customer', customer),
    ...(by.model.segments.length === 0
      ? []
      : [step('segment', segment === null ? say('segment.none') : say('segment.named', { name: cutText(segment) }))]),
    step(
      'known',
      say('known', {
        share: percent(share),
        dimensions: known?.dimensions ?? 0,
        minimum: percent(model.minimumCoverage),
        needed: model.minimumDimensions,
      }),
    ),
    ...(health.state === 'unknown'
      ? [step('score', notScoredText(wording, health, by.model))]
      : [
          ...caps.map((cap) => capStep(cap, health.score, wording)),
          ...holdSteps(company.explained, wording),
          step('score', say('score', { lost: 100 - health.score, score: health.score })),
          step('band', bandText(company.explained, health.status, words)),
        ]),
    ...overrideSteps(company, words),
  ];
}

function capStep({ cap, reading, bites, unit, pointsLost }: ExplainedCap, score: number, wording: Wording): Step {
  const named = wording.has(`cap.${cap.key}.label`) ? cap.key : 'other';
  const label = wording.say('computation.step.cap', { cap: wording.say(`cap.${named}.label`) });
  const signal = wording.say(`signal.${cap.signal}.label`);
  if (reading?.kind !== 'scored') return { label, text: wording.say('computation.cap.unknown', { signal }) };
  const found = { signal, raw: rawText(wording, unit, reading.raw), from: rawText(wording, unit, cap.from) };
  const text = !bites
    ? wording.say('computation.cap.free', found)
    : pointsLost === 0
      ? wording.say('computation.cap.idle', { ...found, score })
      : wording.say('computation.cap.holds', { ...found, most: cap.scoreAtMost, points: pointsLost });
  return { label, text };
}

function holdSteps({ hold }: ExplainedScore, wording: Wording): Step[] {
  if (hold === null) return [];
  const { label, evidence } = receiptText(wording, hold);
  return [{ label, text: `${evidence} ${wording.say('computation.takes', { points: hold.pointsLost })}` }];
}

function bandText({ bands }: ExplainedScore, status: string, { wording, by }: ComputationWords): string {
  const { by: kind, callsAWeek = 0 } = by.model.bands;
  const { atRiskFrom, healthyFrom } = bands;
  return [
    wording.say('computation.band', { band: wording.say(`setup.band.${status}`), atRiskFrom, healthyFrom }),
    ...(kind === 'fixed' ? [] : [wording.say(`computation.band.${kind}`, { calls: callsAWeek })]),
    ...(by.bandsToCome ? [wording.say('computation.band.later')] : []),
  ].join(' ');
}

function overrideSteps({ judgements }: ExplainedCompany, { wording, cycle, now }: ComputationWords): Step[] {
  const { override } = shownJudgements(judgements, cycle.calendar, now);
  if (override === null) return [];
  const { status, reason, expiresOn } = override;
  const text = wording.say('computation.override', {
    band: wording.say(`setup.band.${status}`),
    until: dayOf(cycle.calendar.endOfDay(expiresOn)),
    reason: cutText(reason),
  });
  return [{ label: wording.say('computation.step.override'), text }];
}

/** What goes for every company, by the model as it is for this one. */
function generalOf(model: Model, wording: Wording): string[] {
  const { minimumCoverage, minimumDimensions, silencePoints, caps } = model;
  const say = (key: string, values?: MessageValues) => wording.say(`computation.general.${key}`, values);
  return [
    say('points'),
    say('weights'),
    say('unknown'),
    say('minimum', { share: percent(minimumCoverage), dimensions: minimumDimensions }),
    say('silence', { points: silencePoints }),
    ...(caps.length === 0 ? [] : [say('caps', { count: caps.length })]),
    say('receipt'),
    say('sources'),
    say('override'),
  ];
}
