import { ChartFrame, type ChartProps, groupsOf, rowsOf } from './look-alike-chart-parts.tsx';

/**
 * A bar for each category and colour group: side by side, or with `stacking` one upon the other. The axis with the numbers tells which way
 * they lie; here they always lie, so that names have room.
 */
export function BarChart(chart: ChartProps) {
  const { axes, options } = chart;
  const rows = rowsOf(chart);
  const groups = groupsOf(chart);
  const [names, numbers] = axes.x.fieldType === 'linear' ? [axes.y, axes.x] : [axes.x, axes.y];
  const amount = (index: number) => Number(rows[index]?.[numbers.field] ?? 0);
  const categories = [...new Set(rows.map((row) => String(row[names.field] ?? '')))].map((name) => ({
    name,
    bars: groups.flatMap((group) =>
      group.indexes
        .filter((index) => String(rows[index]?.[names.field] ?? '') === name)
        .map((index) => ({ ...group, index, value: amount(index) })),
    ),
  }));
  const stacked = axes.options?.stacking ?? false;
  const longest = Math.max(
    1,
    ...categories.map(({ bars }) =>
      stacked ? bars.reduce((sum, { value }) => sum + value, 0) : Math.max(0, ...bars.map(({ value }) => value)),
    ),
  );
  return (
    <ChartFrame chart={chart} groups={groups}>
      <div className="bars" role="img" aria-label={options?.title ?? numbers.label ?? numbers.field}>
        {categories.map(({ name, bars }) => (
          <div key={name} className="bars-row">
            <span className="bars-name">{name}</span>
            <div className={stacked ? 'bars-stack' : 'bars-side'}>
              {bars.map(({ index, colour, value }) => (
                <span key={index} className="bars-bar" style={{ width: `${(value / longest) * 100}%` }}>
                  <span className={`bars-fill chart-key chart-${colour}`} />
                  <span className="bars-value">{value}</span>
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}
