/** The company's card in the panel that previews a record from a list: the answer, and what to do. */
import { Flex, hubspot } from '@hubspot/ui-extensions';
import { AsOf } from './as-of.tsx';
import type { OfView } from './card-view.ts';
import { CompanyCard } from './company-card.tsx';
import { MissingSignals } from './missing-signals.tsx';
import { NextStep } from './next-step.tsx';
import { Receipt } from './receipt.tsx';
import { ScoreSummary } from './score-summary.tsx';
import { Stale } from './stale.tsx';

hubspot.extend<'crm.preview'>(() => <HealthPreview />);

export function HealthPreview() {
  return <CompanyCard brief layout={(view) => <Short view={view} />} />;
}

/** Nothing in it opens a panel: it stands in one. */
function Short({ view }: OfView) {
  return (
    <Flex direction="column" gap="medium">
      <Stale view={view} />
      <ScoreSummary view={view} />
      <NextStep view={view} />
      {view.card.state === 'scored' ? <Receipt view={view} show="brief" /> : null}
      {view.card.state === 'unknown' ? <MissingSignals view={view} /> : null}
      <AsOf view={view} />
    </Flex>
  );
}
