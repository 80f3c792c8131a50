/** What both charts share: the rows by the colour they have, and the words around. */
import type { LineChart as HubSpotLineChart } from '@hubspot/ui-extensions';
import type { ComponentProps, ReactNode } from 'react';

export type ChartProps = ComponentProps<typeof HubSpotLineChart>;
export type Rows = readonly Readonly<Record<string, number | string>>[];

/** HubSpot's colours in the order in which it gives them out, as nearly as can be told. */
const COLOURS = ['blue', 'aqua', 'orange', 'purple', 'green', 'yellow', 'pink'] as const;

export interface Group {
  readonly name: string;
  readonly colour: string;
  /** Places in the rows. */
  readonly indexes: readonly number[];
}

export const rowsOf = ({ data }: ChartProps): Rows => (Array.isArray(data) ? data : data.data);

/** By the field that gives the colour; all rows in one where there is none. */
export function groupsOf(props: ChartProps): readonly Group[] {
  const { axes, options } = props;
  const rows = rowsOf(props);
  const field = axes.options?.groupFieldByColor;
  const labels = Array.isArray(props.data) ? undefined : field && props.data.options?.propertyLabels?.[field];
  const byName = Map.groupBy(rows.keys(), (index) =>
    String(field ? (rows[index]?.[field] ?? '') : (axes.y.label ?? axes.y.field)),
  );
  const order = [...(options?.colorList ?? []), ...COLOURS];
  return [...byName].map(([name, indexes], place) => ({
    name: (labels ? labels[name] : undefined) ?? name,
    colour: axes.options?.colors?.[name] ?? order[place % order.length] ?? 'blue',
    indexes,
  }));
}

/** Title and legend above a drawing. */
export function ChartFrame(props: { chart: ChartProps; groups: readonly Group[]; children: ReactNode }) {
  const { chart, groups, children } = props;
  return (
    <figure className="chart">
      {chart.options?.title ? <figcaption>{chart.options.title}</figcaption> : null}
      {chart.options?.showLegend ? (
        <div className="chart-legend">
          {groups.map(({ name, colour }) => (
            <span key={name}>
              <span className={`chart-key chart-${colour}`} />
              {name}
            </span>
          ))}
        </div>
      ) : null}
      {children}
    </figure>
  );
}
