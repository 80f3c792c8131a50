import type { ModelVersions } from '@account-health/contract/model';

type Version = Pick<ModelVersions['versions'][number], 'name' | 'version'>;

/** Tells versions apart in a picker: models of other names may have the same version. */
export const versionKey = ({ name, version }: Version): string => JSON.stringify([name, version]);

/** A picker's choice as the server takes it: a version with its model's name, or a word such as `draft`. */
export function chosenVersion(
  versions: readonly Version[],
  key: string,
): { readonly version: string; readonly name: string | null } {
  const found = versions.find((one) => versionKey(one) === key);
  return found ?? { version: key, name: null };
}
