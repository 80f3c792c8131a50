/** What every section of the settings page is given. */
import type { ModelWord } from '@account-health/contract/model-words';
import type { PlayWord } from '@account-health/contract/play-words';
import type { SettingsHome } from '@account-health/contract/settings';
import type { SettingsWord } from '@account-health/contract/settings-words';
import type { Formats } from './formats.ts';
import type { Kept } from './kept.ts';
import type { OwnWords } from './own-words.ts';
import type { SettingsApi } from './settings-api.ts';

/** Gives a word of the server's with its places filled. */
export type Say<Name extends string> = (name: Name, values?: Readonly<Record<string, string>>) => string;

export interface SectionProps {
  readonly home: SettingsHome;
  readonly api: SettingsApi;
  /** The server's words, in the reader's language: `say.settings('save')`, `say.model('weight')`, `say.play('rules')`. */
  readonly say: {
    readonly settings: Say<SettingsWord>;
    readonly model: Say<ModelWord>;
    readonly play: Say<PlayWord>;
  };
  /** Numbers, days and moments as the reader writes them, in the portal's time zone. */
  readonly format: Formats;
  /** Loading, failing and trying again: the only words that the page brings itself. */
  readonly own: OwnWords;
  /** Where forms keep what was typed and not saved, while another tab is open. */
  readonly kept: Kept;
}
