import { Alert, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';
import type { Outcome } from './use-model-draft.ts';

/** What became of a change as a whole, where it came to nothing. What is shown is what holds now. */
export function OutcomeAlert({ outcome, say, own }: { outcome: Outcome | null } & Pick<SectionProps, 'say' | 'own'>) {
  const w = say.model;
  if (outcome === null || outcome === 'done') return null;
  if (outcome === 'stale')
    return (
      <Alert variant="warning" title={w('staleTitle')}>
        <Text>{w('staleText')}</Text>
      </Alert>
    );
  return (
    <Alert variant="danger" title={w('notDone')}>
      <Text>{outcome.text ?? own.reasons[outcome.reason]}</Text>
    </Alert>
  );
}
