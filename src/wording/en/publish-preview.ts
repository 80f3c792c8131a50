/** What a draft of the model would change. */
export const publishPreview = {
  'preview.failure.no_draft': 'Nothing is being changed, so there is nothing to preview.',
  'preview.failure.mistakes': 'The draft has mistakes. Mend them first; then it can be previewed.',
  'preview.failure.no_cycle': 'No scores have been computed yet. A preview is possible after the first sync.',
  'preview.failure.error': 'The preview failed here. It has been logged; please try again.',
  'preview.stale': 'The draft has been changed since. Look at it as it is now, then preview it again.',
  'preview.why.thresholds':
    'New thresholds: healthy from {healthyFrom, number} on, at risk from {atRiskFrom, number} on',
  'preview.why.others': '{count, plural, one {# more change} other {# more changes}} ({points, number, ::sign-always})',
  'preview.why.was': 'Until now: {reason}',
  'preview.why.is': 'With the draft: {reason}',
  'preview.note.unread':
    'Not read yet, so unknown in this preview: {signals}. The first cycle after publishing reads them.',
  'preview.note.deciding':
    'Not read yet: {properties}. Who is a customer, has left or is in which segment goes by them only after publishing.',
  'preview.note.thresholds':
    'With the draft, by all scores: healthy from {healthyFrom, number} on, at risk from {atRiskFrom, number} on.',
  'preview.note.revenue': 'Yearly revenue is known of {known, number} of {customers, number} customers.',
  'preview.note.shifted':
    'Within their band, {companies, plural, one {# score changes} other {# scores change}}, by at most {points, plural, one {# point} other {# points}}.',
  'preview.note.unmoved': 'No company changes its status.',
  'preview.note.unnamed': 'You may see how many companies move, but not which.',
  'preview.nameless': 'Company without a name',
};
