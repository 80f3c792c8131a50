import { BarChart, Flex } from '@hubspot/ui-extensions';
import type { PreviewPart } from './preview-bands.tsx';

/** How many scores lie in each ten points, before and after; the table of bands tells the same in figures, more roughly. */
export function PreviewHistogram({ result, say, format }: PreviewPart) {
  const w = say.model;
  const last = result.histogram.at(-1)?.from;
  const rows = result.histogram.flatMap(({ from, before, after }) => {
    const scores = `${format.number(from)}–${format.number(from === last ? 100 : from + 9)}`;
    return [
      { scores, when: w('before'), customers: before },
      { scores, when: w('after'), customers: after },
    ];
  });
  return (
    <Flex direction="column" gap="small">
      <BarChart
        data={rows}
        axes={{
          x: { field: 'scores', fieldType: 'category', label: w('score') },
          y: { field: 'customers', fieldType: 'linear', label: w('customers') },
          options: { groupFieldByColor: 'when', colors: { [w('before')]: 'aqua', [w('after')]: 'blue' } },
        }}
        options={{ title: w('customersByScore'), showLegend: true, showTooltips: true }}
      />
    </Flex>
  );
}
