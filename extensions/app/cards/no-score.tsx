import type { Scorecard } from '@account-health/contract';
import type { CardWord } from '@account-health/contract/card-words';
import { Button, EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';
import { Family } from './family.tsx';
import { Receipt } from './receipt.tsx';
import { Rescore } from './rescore.tsx';
import { Stale } from './stale.tsx';

/** Without a score and without anything that was measured. An account of which too little is known is laid out as any other. */
export const hasNoScore = ({ state, asOf }: Scorecard): boolean =>
  asOf === null || (state !== 'scored' && state !== 'unknown');

function titleOf({ state, asOf }: Scorecard): CardWord {
  if (state === 'not_connected') return 'notConnected';
  if (asOf === null) return 'noScoreYet';
  return state === 'not_customer' ? 'notCustomer' : 'notFound';
}

/** Why there is no score, and what to do: look again, have the company read anew, or whom to ask. */
export function NoScore({ view, brief }: OfView & { brief: boolean }) {
  const { card, say, retry } = view;
  const isPortals = card.asOf === null;
  return (
    <Flex direction="column" gap="medium">
      <Stale view={view} />
      <EmptyState
        title={say(titleOf(card))}
        layout="vertical"
        imageName={isPortals ? 'building' : 'companies'}
        imageWidth={120}
        flush
      >
        <Flex direction="column" gap="small" align="center">
          {card.explanation === null ? null : <Text>{card.explanation}</Text>}
          {card.hint === null ? null : <Text>{card.hint}</Text>}
          {isPortals ? (
            <Button variant="secondary" size="sm" onClick={retry}>
              {say('retry')}
            </Button>
          ) : (
            <Rescore view={view} />
          )}
        </Flex>
      </EmptyState>
      {card.receipt.length > 0 && !brief ? <Receipt view={view} /> : null}
      {brief ? null : <Family view={view} />}
    </Flex>
  );
}
