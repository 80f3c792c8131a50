/** The company's card in the sidebar of its record: is this account all right, why not, and what to do now. */
import { Divider, Flex, hubspot } from '@hubspot/ui-extensions';
import { AsOf } from './as-of.tsx';
import type { OfView } from './card-view.ts';
import { CompanyCard } from './company-card.tsx';
import { HowComputed } from './computation-panel.tsx';
import { Dimensions } from './dimensions.tsx';
import { Family } from './family.tsx';
import { History } from './history.tsx';
import { Judgements } from './judgements.tsx';
import { Marks } from './marks.tsx';
import { MissingSignals } from './missing-signals.tsx';
import { NextStep } from './next-step.tsx';
import { Receipt } from './receipt.tsx';
import { Rescore } from './rescore.tsx';
import { ScoreSummary } from './score-summary.tsx';
import { Stale } from './stale.tsx';
import { WhyChanged } from './why-changed.tsx';

hubspot.extend<'crm.record.sidebar'>(() => <HealthCard />);

export function HealthCard() {
  return <CompanyCard layout={(view) => <Narrow view={view} />} />;
}

/** In the order in which a rep with ten seconds asks. */
function Narrow({ view }: OfView) {
  return (
    <Flex direction="column" gap="medium">
      <Stale view={view} />
      <ScoreSummary view={view} />
      <Marks view={view} />
      <NextStep view={view} />
      {view.card.state === 'scored' ? <Receipt view={view} /> : null}
      <WhyChanged view={view} />
      <AsOf view={view} />
      <MissingSignals view={view} />
      <Family view={view} />
      <Divider />
      <Dimensions view={view} />
      <History view={view} />
      <Judgements view={view} />
      <Divider />
      <Rescore view={view} />
      <HowComputed view={view} />
    </Flex>
  );
}
