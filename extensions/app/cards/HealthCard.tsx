/** The company sidebar card: is this account all right, why not, and what to do now. */

import type { Scorecard } from '@account-health/contract';
import { Divider, EmptyState, Flex, hubspot, LoadingSpinner, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { AsOf } from './as-of.tsx';
import { Dimensions } from './dimensions.tsx';
import { Family } from './family.tsx';
import { History } from './history.tsx';
import { labelsFor } from './labels.ts';
import { LoadFailure } from './load-failure.tsx';
import { Marks } from './marks.tsx';
import { MissingSignals } from './missing-signals.tsx';
import { Receipt } from './receipt.tsx';
import { ScoreSummary } from './score-summary.tsx';
import { useScorecard } from './use-scorecard.ts';
import { userLocale } from './user-locale.ts';
import { WhyChanged } from './why-changed.tsx';

hubspot.extend<'crm.record.sidebar'>(() => <HealthCard />);

export function HealthCard() {
  const { user, crm, variables } = useExtensionContext<'crm.record.sidebar'>();
  const locale = userLocale(user);
  const labels = labelsFor(locale);
  const { outcome, retry } = useScorecard({
    backendUrl: String(variables?.BACKEND_URL ?? ''),
    companyId: String(crm.objectId),
    locale,
  });
  if (outcome.kind === 'loading') return <LoadingSpinner label={labels.loading} showLabel layout="centered" />;
  if (outcome.kind === 'failed') return <LoadFailure reason={outcome.reason} labels={labels} onRetry={retry} />;
  return <ScorecardView scorecard={outcome.scorecard} />;
}

/** In the server's language throughout: half a card in each of two languages helps nobody. */
function ScorecardView({ scorecard }: { scorecard: Scorecard }) {
  const { state, asOf, explanation, locale } = scorecard;
  const labels = labelsFor(locale);
  if (asOf === null) {
    return <NoScore title={labels.noScoreYet} image="building" text={explanation ?? labels.noScoreYetHint} />;
  }
  if (state === 'not_found') return <NoScore title={labels.notFound} image="companies" text={explanation} />;
  const family = <Family family={scorecard.family} locale={locale} labels={labels} />;
  if (state === 'not_customer') {
    return (
      <Flex direction="column" gap="medium">
        <NoScore title={labels.notCustomer} image="companies" text={explanation} />
        {family}
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="medium">
      <ScoreSummary scorecard={scorecard} locale={locale} labels={labels} />
      <Marks marks={scorecard.marks} />
      {state === 'scored' ? <Receipt scorecard={scorecard} locale={locale} labels={labels} /> : null}
      <WhyChanged changes={scorecard.changes} locale={locale} labels={labels} />
      <MissingSignals missing={scorecard.missing} open={state === 'unknown'} labels={labels} />
      {family}
      <Divider />
      <Dimensions dimensions={scorecard.dimensions} locale={locale} labels={labels} />
      <History history={scorecard.history} notes={scorecard.historyNotes} labels={labels} />
      <AsOf asOf={asOf} coverage={scorecard.coverage} timeZone={scorecard.timeZone} locale={locale} labels={labels} />
    </Flex>
  );
}

function NoScore({ title, image, text }: { title: string; image: 'building' | 'companies'; text: string | null }) {
  return (
    <EmptyState title={title} layout="vertical" imageName={image} imageWidth={120} flush>
      <Text>{text ?? ''}</Text>
    </EmptyState>
  );
}
