/** The sentences of the adoption signals. */
export const adoption = {
  'signal.product_usage.label': 'Product usage',
  'signal.product_usage.evidence.compared':
    'In the last {windowDays, number} days: {metric} {total, number} on {days, plural, one {# day} other {# days}}; usually {usualTotal, number} on {usualDays, plural, one {# day} other {# days}}.',
  'signal.product_usage.evidence.ended':
    'They have not used the product for {windowDays, number} days; usually they do on {usualDays, plural, one {# day} other {# days}} of as many.',
  'signal.product_usage.remedy': 'Ask what keeps them from using it, and offer help or training.',
};
