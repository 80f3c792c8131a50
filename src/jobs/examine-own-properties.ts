import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PropertyDefinition } from '../hubspot/properties.ts';
import { type Asking, leftOver, propertiesOf } from '../publish/company-properties.ts';
import type { Finding, Note } from './findings.ts';

/** Whether the company properties that the model has written are as they must be, and how much room the portal has for more. */
export async function examineOwnProperties(
  client: PortalClient,
  definitions: readonly PropertyDefinition[],
  model: Asking,
  note: Note,
): Promise<readonly Finding[]> {
  const existing = new Map(definitions.map((property) => [property.name, property]));
  const properties = propertiesOf(model);
  const absent = properties.filter(({ name }) => !existing.has(name)).map(({ name }) => name);
  const findings = properties.flatMap((ours): Finding[] => {
    const theirs = existing.get(ours.name);
    if (theirs === undefined) return [];
    const property = ours.name;
    if (theirs.type !== ours.type) return [note('broken', 'own_type', { property, is: theirs.type, must: ours.type })];
    const values = new Set(theirs.options.map(({ value }) => value));
    const gone = (ours.options ?? []).filter(({ value }) => !values.has(value)).map(({ value }) => value);
    return gone.length === 0 ? [] : [note('broken', 'own_options', { property, options: gone.join(', ') })];
  });

  const limit = await client.propertyLimit('companies').catch(() => undefined);
  const room = limit === undefined ? absent.length : Math.max(0, limit.limit - limit.used);
  const [fits, excess] = [absent.slice(0, room), absent.slice(room)];
  if (fits.length > 0) findings.push(note('look', 'own_absent', { properties: fits.join(', ') }));
  if (excess.length > 0) findings.push(note('look', 'own_no_room', { properties: excess.join(', ') }));
  const unasked = leftOver(definitions, model);
  if (unasked.length > 0) findings.push(note('look', 'own_left_over', { properties: unasked.join(', ') }));
  if (findings.length === 0) findings.push(note('ok', 'own'));
  if (limit !== undefined) findings.push(note('ok', 'room', { used: limit.used, limit: limit.limit }));
  return findings;
}
