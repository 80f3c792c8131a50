import { Alert } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';

/** That the score is old, before anybody acts on it. */
export function Stale({ view: { card, say } }: OfView) {
  if (card.stale === null) return null;
  return (
    <Alert title={say('stale')} variant="warning">
      {card.stale}
    </Alert>
  );
}
