import type { Words } from '@account-health/contract/words';
import type { Wording } from '../wording/make-wording.ts';

/** The words that an extension fills itself, each from the catalogue's `<part>.<name>`. */
export const wordsOf = <Name extends string>(
  wording: Pick<Wording, 'raw'>,
  part: string,
  names: readonly Name[],
): Words<Name> =>
  Object.fromEntries(names.map((name) => [name, wording.raw(`${part}.${name}`)])) as Record<Name, string>;
