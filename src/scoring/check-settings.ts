/** What a model may set for a signal: only what the signal knows, and no number of which scoring would make none. */
import type { ModelSignal } from './model-shape.ts';
import type { Signal } from './signal.ts';

type Path = readonly PropertyKey[];
type Issue = (path: Path, message: string) => void;

/** Tells every mistake among the settings of one signal, whose place in the model is `path`. */
export function checkSettings(signal: Signal, { settings }: ModelSignal, path: Path, issue: Issue): void {
  for (const [name, value] of Object.entries(settings)) {
    const standard = Object.hasOwn(signal.settings, name) ? signal.settings[name] : undefined;
    const at = [...path, 'settings', name];
    if (standard === undefined) {
      const names = Object.keys(signal.settings).join(', ') || 'none';
      issue(at, `${signal.key} has no setting "${name}"; it has ${names}`);
    } else if (typeof standard !== typeof value) {
      issue(at, `must be ${typeof standard === 'number' ? 'a number' : 'a list of names'}`);
    } else if (typeof standard === 'number' && typeof value === 'number') {
      checkNumber(name, standard, value, at, issue);
    }
  }
}

/** A hundred years of days: beyond what any portal holds, and within what the calendar reaches. */
const MOST = 36_500;
/** Of what divides, or must be there before there is anything to judge, zero would make a number out of nothing. */
const NEEDS_ONE = /^(minimum|contactsPer|horizonDays$|months$|quarters$|windowDays$)/;

/** What is usually less than one is a share of one; all else counts days, records or people. */
function checkNumber(name: string, standard: number, value: number, at: Path, issue: Issue): void {
  if (standard < 1) {
    if (value < 0 || value > 1) issue(at, 'a share is 0 to 1');
    return;
  }
  const least = NEEDS_ONE.test(name) ? 1 : 0;
  if (!Number.isInteger(value)) issue(at, 'must be a whole number');
  else if (value < least || value > MOST) issue(at, `must be from ${least} to ${MOST}`);
}
