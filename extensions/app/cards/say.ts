import { fill, type Words } from '@account-health/contract/words';

/** A word of the server's in its reader's language, with values in its places. */
export type Say<Name extends string> = (name: Name, values?: Readonly<Record<string, string>>) => string;

/** One that a server older than the card does not send reads as nothing: the card goes on. */
export const makeSay =
  <Name extends string>(words: Partial<Words<Name>>): Say<Name> =>
  (name, values = {}) =>
    fill(words[name] ?? '', values);
