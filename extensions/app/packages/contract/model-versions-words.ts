/** Versions: what was published, going back, comparing. */
export const MODEL_VERSIONS_WORDS = [
  'noVersions',
  'version',
  'publishedOn',
  'publishedBy',
  'state',
  'withApp',
  'isActive',
  'rollBack',
  'rollBackSays',
  'rollBackDraft',
  'rollBackConfirm',
  'compare',
  'compareFrom',
  'compareTo',
] as const;
