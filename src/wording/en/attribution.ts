/** Why a score changed: the causes, the sentence that sums up, and what is told of one row. */
export const attribution = {
  'attribution.cause.model': 'The health model was changed',
  'attribution.cause.sources': 'Data sources came or went',
  'attribution.cause.late_data': 'Earlier data that came in late',
  'attribution.cause.ageing': 'Time alone',
  'attribution.cause.behaviour': 'What happened since',
  'attribution.sentence': '{points, number, ::sign-always} in {days, plural, one {# day} other {# days}}: {reasons}',
  'attribution.same': 'The same score as {days, plural, one {# day} other {# days}} ago: {reasons}',
  'attribution.held':
    'The same score as {days, plural, one {# day} other {# days}} ago, whatever else changed: “{label}” holds it',
  'attribution.unmoved': 'No change in {days, plural, one {# day} other {# days}}',
  'attribution.reason': '{text} ({points, number, ::sign-always})',
  'attribution.better': 'Before: {before} Now: {now}',
  'attribution.reweighed':
    'Nothing new here: it counts for more or less because other parts of the score came, went or moved.',
  'attribution.model': 'The health model counts this differently than before.',
  'attribution.lifted': 'This held the score down before, and does not any more.',
  'attribution.moved':
    'This holds the score where it was; it takes more or fewer points because the score without it moved.',
  'attribution.recomputed.label': 'The earlier score, computed again',
  'attribution.recomputed':
    'By the data that is held today, the earlier score would come out differently than it was published.',
};
