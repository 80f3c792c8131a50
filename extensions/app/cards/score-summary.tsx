import type { Scorecard, Status } from '@account-health/contract';
import { Flex, Icon, ProgressBar, ScoreCircle, StatusTag, Text } from '@hubspot/ui-extensions';
import { BAR_COLOURS, circleBand, knownStatus, TAG_COLOURS } from './bands.ts';
import type { OfView } from './card-view.ts';

/** Of the last 30 days, with its reason; undefined where nothing moved, or nobody knows why. */
const whyOf = ({ changes }: Scorecard) => changes.find(({ days, parts }) => days === 30 && parts.length > 0);

/**
 * The answer at a glance: score, status, and where it is going and why; the why has the width of the card. Without a score there is no
 * circle, only the status. Under a status that a person set, the score keeps the colour of its own band, and the words say which is which.
 */
export function ScoreSummary({ view }: OfView) {
  const { card, say } = view;
  const status = knownStatus(card.status);
  const score = card.state === 'scored' ? card.score : null;
  const why = whyOf(card);
  const band = card.override === null ? status : knownStatus(card.scoreStatus);
  const agrees = score !== null && circleBand(score) === band;
  return (
    <Flex direction="column" gap="small">
      <Flex direction="row" gap="medium" align="center">
        {score !== null && agrees ? <ScoreCircle score={score} /> : null}
        <Flex direction="column" gap="extra-small" align="start">
          <StatusTag variant={TAG_COLOURS[status]}>{say(status)}</StatusTag>
          {card.override === null ? null : (
            <Text variant="microcopy">{`${say('override')}. ${say('scoreSays', { status: say(band) })}`}</Text>
          )}
          {score === null || why ? null : <Change view={view} />}
        </Flex>
      </Flex>
      {score !== null && !agrees ? <ScoreBar view={view} score={score} band={band} /> : null}
      {why ? <ChangeLine points={why.total} text={why.sentence} /> : null}
      {card.explanation ? <Text>{card.explanation}</Text> : null}
      {card.hint ? <Text>{card.hint}</Text> : null}
    </Flex>
  );
}

/** Stands in for the circle, whose fixed colours would contradict the status of a model with other thresholds. */
function ScoreBar({ view: { say, format }, score, band }: OfView & { score: number; band: Status }) {
  const shown = format.number(score);
  // A bar has no neutral colour, and green would say "healthy".
  if (band === 'unknown') return <Text>{`${say('score')}: ${shown}`}</Text>;
  return <ProgressBar title={say('score')} value={score} valueDescription={shown} variant={BAR_COLOURS[band]} />;
}

function Change({ view: { card, say, format } }: OfView) {
  const points = card.change30d;
  if (points === null) return <Text variant="microcopy">{say('noComparison')}</Text>;
  if (points === 0) return <Text variant="microcopy">{say('noChange')}</Text>;
  return <ChangeLine points={points} text={say('change', { points: format.signed(points) })} />;
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
