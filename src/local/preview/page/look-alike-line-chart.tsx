import { browser } from './browser.ts';
import { ChartFrame, type ChartProps, groupsOf, rowsOf } from './look-alike-chart-parts.tsx';

const WIDTH = 300;
const HEIGHT = 140;
const LEFT = 26;
const BOTTOM = 20;
const TOP = 8;

/** A line of each colour group over time, with rounded bounds; points tell their value when pointed at. */
export function LineChart(chart: ChartProps) {
  const { axes, options } = chart;
  const rows = rowsOf(chart);
  const groups = groupsOf(chart);
  const isTime = axes.x.fieldType === 'datetime';
  const names = [...new Set(rows.map((row) => String(row[axes.x.field] ?? '')))];
  /** Times may be given as numbers or as text; categories stand side by side in their order. */
  const place = (value: number | string | undefined) =>
    isTime
      ? new Date(value ?? '').getTime()
      : axes.x.fieldType === 'linear'
        ? Number(value)
        : names.indexOf(String(value));
  const xs = rows.map((row) => place(row[axes.x.field]));
  const ys = rows.map((row) => Number(row[axes.y.field]));
  const [fromX, toX] = [Math.min(...xs), Math.max(...xs)];
  const [fromY, toY] = [Math.floor(Math.min(...ys) / 10) * 10, Math.ceil((Math.max(...ys) + 1) / 10) * 10];
  const left = (x: number) => LEFT + ((x - fromX) / (toX - fromX || 1)) * (WIDTH - LEFT - 8);
  const top = (y: number) => TOP + ((toY - y) / (toY - fromY)) * (HEIGHT - TOP - BOTTOM);
  const { lang } = browser.document.documentElement;
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(lang, { month: 'short', year: '2-digit' });
  const words = (x: number, format: Intl.DateTimeFormat) =>
    isTime ? format.format(x) : axes.x.fieldType === 'linear' ? String(x) : (names[x] ?? '');
  if (rows.length === 0) return null;
  return (
    <ChartFrame chart={chart} groups={groups}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={options?.title ?? axes.y.label ?? axes.y.field}>
        {[fromY, (fromY + toY) / 2, toY].map((y) => (
          <g key={y} className="chart-grid">
            <line x1={LEFT} x2={WIDTH} y1={top(y)} y2={top(y)} />
            <text x={LEFT - 6} y={top(y)} textAnchor="end" dominantBaseline="middle">
              {y}
            </text>
          </g>
        ))}
        {(['start', 'end'] as const).map((anchor) => (
          <text
            key={anchor}
            className="chart-tick"
            x={left(anchor === 'start' ? fromX : toX)}
            y={HEIGHT - 5}
            textAnchor={anchor}
          >
            {words(anchor === 'start' ? fromX : toX, month)}
          </text>
        ))}
        {groups.map(({ name, colour, indexes }) => (
          <g key={name} className={`chart-${colour}`}>
            <polyline points={indexes.map((index) => `${left(xs[index] ?? 0)},${top(ys[index] ?? 0)}`).join(' ')} />
            {indexes.map((index) => (
              <circle key={index} cx={left(xs[index] ?? 0)} cy={top(ys[index] ?? 0)} r="2.2">
                <title>{`${words(xs[index] ?? 0, day)}: ${ys[index]}`}</title>
              </circle>
            ))}
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
