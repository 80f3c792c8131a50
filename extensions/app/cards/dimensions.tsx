import { Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { BAR_COLOURS, circleBand } from './bands.ts';
import type { OfView } from './card-view.ts';

/** Each area that counts, as a bar; an area of which nothing is known says so and has no bar. */
export function Dimensions({ view: { card, say, format } }: OfView) {
  const counted = card.dimensions.filter((dimension) => dimension.weight > 0);
  if (counted.length === 0) return null;
  return (
    <Flex direction="column" gap="small">
      <Text format={{ fontWeight: 'bold' }}>{say('dimensions')}</Text>
      {counted.map((dimension) =>
        dimension.score === null ? (
          <Flex key={dimension.key} direction="row" justify="between" align="baseline" gap="small">
            <Text>{dimension.label}</Text>
            <Text variant="microcopy">{say('noData')}</Text>
          </Flex>
        ) : (
          <ProgressBar
            key={dimension.key}
            title={dimension.label}
            value={dimension.score}
            valueDescription={format.number(dimension.score)}
            variant={BAR_COLOURS[circleBand(dimension.score)]}
          />
        ),
      )}
    </Flex>
  );
}
