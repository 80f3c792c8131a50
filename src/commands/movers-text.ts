import { styleText } from 'node:util';
import type { NamedBandEvent } from '../store/band-events.ts';
import type { Wording } from '../wording/make-wording.ts';
import { oneLine } from './one-line.ts';

export interface Movers {
  /** Looked back so many. */
  readonly days: number;
  /** The portal's, IANA. */
  readonly timeZone: string;
  /** How many there are; at most so many are listed. */
  readonly total: number;
  /** The newest first. */
  readonly worsened: readonly NamedBandEvent[];
  readonly recovered: readonly NamedBandEvent[];
  /** Of the causes. */
  readonly wording: Wording;
}

const NAME_WIDTH = 32;

/** Those that worsened, then those that recovered, a line each, for a terminal. */
export function moversText({ days, timeZone, total, worsened, recovered, wording }: Movers): string {
  const period = days === 1 ? 'the last day' : `the last ${days} days`;
  if (total === 0) return `Nobody worsened or recovered in ${period}.`;
  const moment = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const all = [...worsened, ...recovered];
  const width = Math.min(NAME_WIDTH, Math.max(...all.map((event) => nameOf(event).length)));
  const line = (event: NamedBandEvent): string =>
    [
      `  ${moment.format(event.at)}`,
      nameOf(event).slice(0, width).padEnd(width),
      `${shown(event.fromStatus, event.fromScore)} -> ${shown(event.toStatus, event.toScore)}`.padEnd(26),
      oneLine(causeOf(event, wording)),
    ]
      .join('  ')
      .trimEnd();
  const part = (title: string, events: readonly NamedBandEvent[]) =>
    events.length === 0 ? [] : [styleText('bold', `${title}: ${events.length}`), ...events.map(line)];
  const more = total - all.length;
  return [
    `Bands that changed in ${period} (${timeZone})`,
    ...part('Worsened', worsened),
    ...part('Recovered', recovered),
    ...(more > 0 ? [`and ${more} earlier ones. Ask for fewer --days.`] : []),
  ].join('\n');
}

const nameOf = ({ name, companyId }: NamedBandEvent): string => oneLine(name || companyId);

const shown = (status: string | null, score: number | null): string =>
  [status?.replace('_', ' '), score].filter((part) => part != null).join(' ');

/** The cause that did the most of it, what it did that by, and its points. */
function causeOf({ parts, own, fromScore, toScore }: NamedBandEvent, wording: Wording): string {
  const way = Math.sign((toScore ?? 0) - (fromScore ?? 0));
  const main = parts?.toSorted((a, b) => (b.points - a.points) * way)[0];
  if (main === undefined || way === 0)
    return own === false ? 'not its own doing: the model, a source or the bands changed' : '';
  const most = main.signals.toSorted((a, b) => (b.points - a.points) * way)[0]?.signal;
  const label = ['signal', 'cap', 'change'].map((kind) => `${kind}.${most}.label`).find((key) => wording.has(key));
  const by = label === undefined ? '' : `: ${wording.say(label)}`;
  return `${wording.say(`attribution.cause.${main.cause}`)}${by} (${main.points > 0 ? '+' : ''}${main.points})`;
}
