/** The company's card on a tab of its record: the same, with room for all of it. */
import { AutoGrid, Divider, Flex, hubspot, Tile } from '@hubspot/ui-extensions';
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

hubspot.extend<'crm.record.tab'>(() => <HealthTab />);

export function HealthTab() {
  return <CompanyCard layout={(view) => <Wide view={view} />} />;
}

/** Two columns where there is room for them, pixels each. */
const COLUMN_WIDTH = 400;

function Wide({ view }: OfView) {
  return (
    <Flex direction="column" gap="medium">
      <Stale view={view} />
      <AutoGrid columnWidth={COLUMN_WIDTH} flexible gap="medium">
        <Tile>
          <Flex direction="column" gap="medium">
            <ScoreSummary view={view} />
            <Marks view={view} />
            <NextStep view={view} />
            <AsOf view={view} />
            <Divider />
            <Dimensions view={view} />
            <MissingSignals view={view} />
            <Family view={view} />
            <History view={view} isWide />
            <Judgements view={view} />
            <Divider />
            <Rescore view={view} />
            <HowComputed view={view} />
          </Flex>
        </Tile>
        {view.card.state === 'scored' ? (
          <Tile>
            <Receipt view={view} show="all" />
          </Tile>
        ) : null}
      </AutoGrid>
      <WhyChanged view={view} isWide />
    </Flex>
  );
}
