import type { Scorecard, Status } from '@account-health/contract';
import { Flex, Icon, ProgressBar, ScoreCircle, StatusTag, Text } from '@hubspot/ui-extensions';
import { BAR_COLOURS, circleBand, knownStatus, TAG_COLOURS } from './bands.ts';
import type { Labels } from './labels.ts';

/**
 * The answer at a glance: score, status, and where it is going and why; the why has the width of the card. Without a score there is no
 * circle, only the status.
 */
export function ScoreSummary(props: { scorecard: Scorecard; locale: string; labels: Labels }) {
  const { scorecard, locale, labels } = props;
  const status = knownStatus(scorecard.status);
  const score = scorecard.state === 'scored' ? scorecard.score : null;
  const why = scorecard.changes?.find(({ days, parts }) => days === 30 && parts.length > 0);
  const agrees = score !== null && circleBand(score) === status;
  return (
    <Flex direction="column" gap="small">
      <Flex direction="row" gap="medium" align="center">
        {score !== null && agrees ? <ScoreCircle score={score} /> : null}
        <Flex direction="column" gap="extra-small" align="start">
          <StatusTag variant={TAG_COLOURS[status]}>{labels.statuses[status]}</StatusTag>
          {score === null || why ? null : <Change points={scorecard.change30d} locale={locale} labels={labels} />}
        </Flex>
      </Flex>
      {score !== null && !agrees ? <ScoreBar score={score} status={status} locale={locale} labels={labels} /> : null}
      {why ? <ChangeLine points={why.total} text={why.sentence} /> : null}
      {scorecard.explanation ? <Text>{scorecard.explanation}</Text> : null}
    </Flex>
  );
}

/** Stands in for the circle, whose fixed colours would contradict the status of a model with other thresholds. */
function ScoreBar(props: { score: number; status: Status; locale: string; labels: Labels }) {
  const { score, status, locale, labels } = props;
  const shown = new Intl.NumberFormat(locale).format(score);
  // A bar has no neutral colour, and green would say "healthy".
  if (status === 'unknown') return <Text>{`${labels.score}: ${shown}`}</Text>;
  return <ProgressBar title={labels.score} value={score} valueDescription={shown} variant={BAR_COLOURS[status]} />;
}

function Change({ points, locale, labels }: { points: number | null; locale: string; labels: Labels }) {
  if (points === null) return <Text variant="microcopy">{labels.noComparison}</Text>;
  if (points === 0) return <Text variant="microcopy">{labels.noChange}</Text>;
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(points);
  return <ChangeLine points={points} text={labels.change(signed)} />;
}

function ChangeLine({ points, text }: { points: number; text: string }) {
  return (
    <Flex direction="row" gap="extra-small" align={points === 0 ? 'start' : 'center'}>
      {points === 0 ? null : (
        <Icon name={points > 0 ? 'upCarat' : 'downCarat'} color={points > 0 ? 'success' : 'alert'} size="sm" />
      )}
      <Text>{text}</Text>
    </Flex>
  );
}
