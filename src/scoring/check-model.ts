/** What the parts of a health model must be to each other. */
import { checkSettings } from './check-settings.ts';
import type { Curve } from './curve.ts';
import { isOfRecords, KIND_OF, mappedSignal } from './mapped-signal.ts';
import { checkLabels } from './model-labels.ts';
import type { Mapped, Model, ModelSignal } from './model-shape.ts';
import { nearest } from './nearest.ts';
import type { Property } from './object-definition.ts';
import { OBJECTS } from './properties.ts';
import { withSegment } from './segments.ts';
import type { Signal } from './signal.ts';
import { signalByKey } from './signals/registry.ts';
import { SOURCE_CHANGES } from './source-change.ts';

type Path = readonly PropertyKey[];
/** Takes a mistake: where it is written, what it is and what would be right. */
type Issue = (path: Path, message: string) => void;

/** Tells every mistake of a model that has the shape of one. */
export function checkModel(model: Model, issue: Issue): void {
  let mistakes = 0;
  const told: Issue = (path, message) => {
    mistakes += 1;
    issue(path, message);
  };
  checkBands(model, told);
  checkDimensions(model, [], told);
  checkCaps(model, [], told);
  checkMappings(model, told);
  checkWritten(model, told);
  // A segment takes over what the model says: its mistakes would be told once more.
  if (mistakes > 0) return;
  model.segments.forEach((segment, index) => {
    const at = ['segments', index];
    const { values, customerForLessThanDays: days } = segment.when;
    if ((values === undefined) === (days === undefined))
      issue([...at, 'when'], 'give either values (of a property) or customerForLessThanDays');
    if (model.segments.findIndex(({ name }) => name === segment.name) !== index)
      issue([...at, 'name'], `another segment is called "${segment.name}"; give each a name of its own`);
    for (const [key, { weight, signals = {} }] of Object.entries(segment.dimensions ?? {})) {
      const base = model.dimensions[key];
      if (base === undefined && weight === undefined) issue([...at, 'dimensions', key, 'weight'], 'is missing');
      for (const [signal, entry] of Object.entries(signals)) {
        if (base?.signals[signal] === undefined && entry.weight === undefined)
          issue([...at, 'dimensions', key, 'signals', signal, 'weight'], 'is missing');
      }
    }
    const whole = withSegment(model, segment);
    checkDimensions(whole, at, issue);
    checkCaps(whole, at, issue);
  });
  checkLabels(model, issue);
}

function checkBands({ bands: { by, atRiskFrom, healthyFrom, callsAWeek } }: Model, issue: Issue): void {
  if (atRiskFrom >= healthyFrom) issue(['bands'], '“at risk” (atRiskFrom) must begin below “healthy” (healthyFrom)');
  if (by === 'alarm_budget' && callsAWeek === undefined)
    issue(['bands'], 'an alarm budget needs callsAWeek: how many accounts the team can call in a week');
  if (by !== 'alarm_budget' && callsAWeek !== undefined)
    issue(['bands', 'callsAWeek'], 'only "by: alarm_budget" has callsAWeek; add that, or leave it out');
}

function checkDimensions({ dimensions }: Model, at: Path, issue: Issue): void {
  const used = new Set<string>();
  for (const [key, { signals }] of Object.entries(dimensions)) {
    for (const [signal, entry] of Object.entries(signals)) {
      const path = [...at, 'dimensions', key, 'signals', signal];
      if (used.has(signal)) issue(path, `"${signal}" is in another dimension already; name a signal once`);
      used.add(signal);
      checkEntry(signal, entry, path, issue);
    }
  }
  const counts = Object.values(dimensions).some(
    ({ weight, signals }) => weight > 0 && Object.values(signals).some((entry) => entry.weight > 0),
  );
  if (!counts) issue([...at, 'dimensions'], 'at least one signal in one dimension needs a weight above zero');
}

function checkEntry(key: string, entry: ModelSignal, path: Path, issue: Issue): void {
  const { mapped, curve } = entry;
  const ours = signalByKey.get(key);
  if (mapped !== undefined && ours !== undefined)
    issue([...path, 'mapped'], `there is a signal "${key}" already; give the mapped one another name`);
  const signal = mapped === undefined ? ours : mappedSignal(key, mapped, entry);
  if (signal === undefined) {
    const meant = nearest(key, [...signalByKey.keys()]);
    const remedy = meant === undefined ? '' : `did you mean ${meant}? `;
    issue(path, `there is no signal "${key}"; ${remedy}One of your own needs "mapped"`);
    return;
  }
  if (mapped !== undefined) checkRecords(mapped, [...path, 'mapped'], issue);
  if (mapped?.kind === 'enumeration') {
    if (mapped.points === undefined)
      issue([...path, 'mapped'], 'an enumeration needs points: a number for each option');
    if (curve !== undefined) issue([...path, 'curve'], 'an enumeration has points by option; leave the curve out');
  } else {
    if (mapped?.points !== undefined)
      issue([...path, 'mapped', 'points'], 'only an enumeration has points by option; give a curve instead');
    if (curve === undefined) issue([...path, 'curve'], 'is missing');
    else checkDirection(signal, curve, path, issue);
  }
  checkSettings(signal, entry, path, issue);
}

function checkRecords({ object, kind, windowDays }: Mapped, path: Path, issue: Issue): void {
  if (isOfRecords(kind) && object === undefined)
    issue([...path, 'kind'], `${kind} tells of a custom object: name it with object: 2-..., or use another kind`);
  if (!isOfRecords(kind) && object !== undefined)
    issue([...path, 'kind'], 'with an object, use count or latest; leave the object out for a company property');
  if (kind === 'count' && windowDays === undefined)
    issue(path, 'a count needs windowDays: how many days back the records count');
  if (kind !== 'count' && windowDays !== undefined)
    issue([...path, 'windowDays'], 'only "kind: count" has windowDays; leave it out');
}

function checkDirection({ key, better }: Signal, knots: Curve, path: Path, issue: Issue): void {
  const [first, last] = [knots[0]?.[1] ?? 0, knots.at(-1)?.[1] ?? 0];
  if (better === 'lower' ? last <= first : last >= first) return;
  const way = better === 'lower' ? 'fall' : 'rise';
  issue([...path, 'curve'], `for ${key} ${better} is better, so points must ${way} along its curve`);
}

function checkCaps({ caps, dimensions }: Model, at: Path, issue: Issue): void {
  const used = new Set(Object.values(dimensions).flatMap(({ signals }) => Object.keys(signals)));
  caps.forEach((cap, index) => {
    if (!used.has(cap.signal))
      issue(
        [...at, 'caps', index, 'signal'],
        `the model has no signal "${cap.signal}"; a cap needs one of its signals`,
      );
    if (SOURCE_CHANGES.some((key) => key === cap.key))
      issue([...at, 'caps', index, 'key'], `"${cap.key}" is a row of the receipt already; give the cap another key`);
    if (caps.findIndex(({ key }) => key === cap.key) !== index)
      issue([...at, 'caps', index, 'key'], `another cap is called "${cap.key}"; give each a key of its own`);
  });
}

/** A property is read as one kind. */
function checkMappings({ dimensions, account = {} }: Model, issue: Issue): void {
  const catalogue: Readonly<Record<string, Property>> = OBJECTS.companies.properties;
  const seen = new Map<string, string>();
  const read = (property: string, kind: keyof typeof KIND_OF, path: Path) => {
    const held = catalogue[property]?.kind;
    if (held !== undefined && held !== KIND_OF[kind]) {
      const right = Object.entries(KIND_OF).find(([, one]) => one === held)?.[0] ?? held;
      issue(path, `HubSpot's ${property} is no ${kind}; use ${right}`);
    }
    const before = seen.get(property) ?? kind;
    if (before !== kind) issue(path, `${property} is mapped as ${before} already; use the same kind`);
    seen.set(property, before);
  };
  for (const [key, { signals }] of Object.entries(dimensions)) {
    for (const [signal, { mapped }] of Object.entries(signals)) {
      if (mapped === undefined) continue;
      const path = ['dimensions', key, 'signals', signal, 'mapped', 'kind'];
      const { property, kind } = mapped;
      if (isOfRecords(kind)) continue;
      read(property, kind, path);
    }
  }
  const { csOwner, renewalDate, revenue } = account;
  if (csOwner !== undefined) read(csOwner, 'enumeration', ['account', 'csOwner']);
  if (renewalDate !== undefined) read(renewalDate, 'date', ['account', 'renewalDate']);
  if (revenue !== undefined) read(revenue, 'number', ['account', 'revenue']);
}

/** HubSpot's names of properties have at most 100 characters: what is left of them for a dimension's key. */
const LONGEST_WRITTEN_KEY = 100 - 'account_health__score'.length;

/** Each dimension's score becomes a property by the dimension's key. */
function checkWritten(model: Model, issue: Issue): void {
  if (!model.write.includes('dimension_scores')) return;
  const inSegments = model.segments.flatMap(({ dimensions = {} }, index) =>
    Object.keys(dimensions).map((key) => [key, ['segments', index, 'dimensions', key]] as const),
  );
  const inModel = Object.keys(model.dimensions).map((key) => [key, ['dimensions', key]] as const);
  for (const [key, path] of [...inModel, ...inSegments]) {
    if (key.length > LONGEST_WRITTEN_KEY)
      issue(path, `too long for a property of its own (dimension_scores): at most ${LONGEST_WRITTEN_KEY} characters`);
  }
}
