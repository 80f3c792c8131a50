/** How far the preview of a draft has come, before it is put into words. */
import type { Bands } from '../scoring/bands.ts';
import type { Model } from '../scoring/model.ts';
import type { PreviewFigures } from './publish-preview.ts';
import type { Unread } from './unread.ts';

/** Why there is no preview: nothing is being changed, the draft has mistakes, no cycle has ended yet; or something went wrong here. */
export type PreviewFailure = 'no_draft' | 'mistakes' | 'no_cycle' | 'error';

/** What publishing a draft would change, as of one moment. */
export interface PreviewResult {
  /** Ms since 1970 UTC: that of the latest cycle. */
  readonly asOf: number;
  readonly timeZone: string;
  /** ISO 4217: of the revenues. */
  readonly currency: string;
  /** Where the portal's pages are. */
  readonly uiDomain: string;
  /** The model of the latest cycle, and the draft. */
  readonly models: { readonly before: Model; readonly after: Model };
  /** The thresholds that hold in the portal under each. */
  readonly bands: { readonly before: Bands; readonly after: Bands };
  readonly figures: PreviewFigures;
  readonly unread: Pick<Unread, 'signals' | 'deciding'>;
}

/** Of the draft with a revision, but where there is none. */
export type PreviewLook =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly revision: number; readonly done: number; readonly of: number }
  | { readonly state: 'ready'; readonly revision: number; readonly result: PreviewResult }
  | { readonly state: 'failed'; readonly revision: number; readonly failure: PreviewFailure };
