import type { Scorecard } from '@account-health/contract';
import type { CardWord } from '@account-health/contract/card-words';
import type { CardServer } from './card-server.ts';
import type { Formats } from './formats.ts';
import type { Say } from './say.ts';

/** What every part of the company card is given. All in the server's language: half a card in each of two helps nobody. */
export interface CardView {
  readonly card: Scorecard;
  readonly companyId: string;
  readonly say: Say<CardWord>;
  readonly format: Formats;
  readonly server: CardServer;
  /** Shows newer scorecards until one is what was waited for. False: it did not come. */
  readonly follow: (isDone: (card: Scorecard) => boolean) => Promise<boolean>;
  readonly retry: () => void;
}

/** The prop of every part. */
export interface OfView {
  readonly view: CardView;
}

/** The path of what is asked about the company. */
export const pathOf = ({ companyId }: Pick<CardView, 'companyId'>, what: string): string =>
  `/api/companies/${encodeURIComponent(companyId)}/${what}`;
