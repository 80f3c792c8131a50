/** Versions: what was published, going back, comparing. */
export const modelVersions = {
  'model.word.noVersions': 'No version was published yet.',
  'model.word.version': 'Version',
  'model.word.publishedOn': 'Published',
  'model.word.publishedBy': 'By',
  'model.word.state': 'State',
  'model.word.withApp': 'Comes with the app',
  'model.word.isActive': 'In use',
  'model.word.rollBack': 'Back to version {version}',
  'model.word.rollBackSays': 'Version {version} is put in use again, just as it was.',
  'model.word.rollBackDraft': 'A draft stays as it is.',
  'model.word.rollBackConfirm': 'Use version {version}',
  'model.word.compare': 'Compare',
  'model.word.compareFrom': 'From',
  'model.word.compareTo': 'To',
};
