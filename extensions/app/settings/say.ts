import type { SettingsHome } from '@account-health/contract/settings';
import { fill, type Words } from '@account-health/contract/words';
import type { Say, SectionProps } from './section.ts';

const sayFrom =
  <Name extends string>(words: Words<Name>): Say<Name> =>
  (name, values = {}) =>
    // A server older than the page may lack a word: its name is better than nothing.
    fill(words[name] ?? name, values);

/** The server's words, by the part of the page that they are of. */
export const makeSay = ({ settings, model, play }: SettingsHome['words']): SectionProps['say'] => ({
  settings: sayFrom(settings),
  model: sayFrom(model),
  play: sayFrom(play),
});
