import type { LineChart as HubSpotLineChart } from '@hubspot/ui-extensions';
import type { ComponentProps } from 'react';
import { browser } from './browser.ts';

const WIDTH = 300;
const HEIGHT = 140;
const LEFT = 26;
const BOTTOM = 20;
const TOP = 8;

type Rows = readonly Readonly<Record<string, number | string>>[];

/** A line of each colour group over time, with rounded bounds; points tell their value when pointed at. */
export function LineChart({ data, axes, options }: ComponentProps<typeof HubSpotLineChart>) {
  const rows: Rows = Array.isArray(data) ? data : data.data;
  const xs = rows.map((row) => Number(row[axes.x.field]));
  const ys = rows.map((row) => Number(row[axes.y.field]));
  const [fromX, toX] = [Math.min(...xs), Math.max(...xs)];
  const [fromY, toY] = [Math.floor(Math.min(...ys) / 10) * 10, Math.ceil((Math.max(...ys) + 1) / 10) * 10];
  const left = (x: number) => LEFT + ((x - fromX) / (toX - fromX || 1)) * (WIDTH - LEFT - 8);
  const top = (y: number) => TOP + ((toY - y) / (toY - fromY)) * (HEIGHT - TOP - BOTTOM);
  const group = axes.options?.groupFieldByColor;
  const groups = Map.groupBy(rows.keys(), (index) => String(group ? rows[index]?.[group] : axes.y.label));
  const colour = (name: string) => axes.options?.colors?.[name] ?? 'blue';
  const { lang } = browser.document.documentElement;
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(lang, { month: 'short', year: '2-digit' });
  return (
    <figure className="chart">
      {options?.title ? <figcaption>{options.title}</figcaption> : null}
      {options?.showLegend ? (
        <div className="chart-legend">
          {[...groups.keys()].map((name) => (
            <span key={name}>
              <span className={`chart-key chart-${colour(name)}`} />
              {name}
            </span>
          ))}
        </div>
      ) : null}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={options?.title}>
        {[fromY, (fromY + toY) / 2, toY].map((y) => (
          <g key={y} className="chart-grid">
            <line x1={LEFT} x2={WIDTH} y1={top(y)} y2={top(y)} />
            <text x={LEFT - 6} y={top(y)} textAnchor="end" dominantBaseline="middle">
              {y}
            </text>
          </g>
        ))}
        {[fromX, toX].map((x, index) => (
          <text key={x} className="chart-tick" x={left(x)} y={HEIGHT - 5} textAnchor={index === 0 ? 'start' : 'end'}>
            {month.format(x)}
          </text>
        ))}
        {[...groups].map(([name, indexes]) => (
          <g key={name} className={`chart-${colour(name)}`}>
            <polyline points={indexes.map((index) => `${left(xs[index] ?? 0)},${top(ys[index] ?? 0)}`).join(' ')} />
            {indexes.map((index) => (
              <circle key={index} cx={left(xs[index] ?? 0)} cy={top(ys[index] ?? 0)} r="2.2">
                <title>{`${day.format(xs[index])}: ${ys[index]}`}</title>
              </circle>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}
