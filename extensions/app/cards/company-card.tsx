import type { Scorecard } from '@account-health/contract';
import { LoadingSpinner } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cardTexts } from './card-texts.ts';
import { type CardView, pathOf } from './card-view.ts';
import { makeFormats } from './formats.ts';
import { LoadFailure } from './load-failure.tsx';
import { hasNoScore, NoScore } from './no-score.tsx';
import { readScorecard } from './read-scorecard.ts';
import { makeSay } from './say.ts';
import { useAnswer } from './use-answer.ts';
import { useCard } from './use-card.ts';

/** The company card wherever it is: loading, failing, without a score, or laid out as its place has room for. */
export function CompanyCard({ layout, brief = false }: { layout: (view: CardView) => ReactNode; brief?: boolean }) {
  const { recordId, locale, server } = useCard();
  const { outcome, retry, follow } = useAnswer<Scorecard>({
    server,
    path: pathOf({ companyId: recordId }, 'scorecard'),
    read: readScorecard,
  });
  const texts = cardTexts(locale);
  if (outcome.kind === 'loading') return <LoadingSpinner label={texts.loading} showLabel layout="centered" />;
  if (outcome.kind === 'failed') return <LoadFailure reason={outcome.reason} texts={texts} onRetry={retry} />;
  const card = outcome.answer;
  const view: CardView = {
    card,
    companyId: recordId,
    say: makeSay(card.words),
    format: makeFormats(card.locale, card.timeZone),
    server,
    follow,
    retry,
  };
  return hasNoScore(card) ? <NoScore view={view} brief={brief} /> : layout(view);
}
