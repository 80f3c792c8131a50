import { z } from 'zod';
import { modelShape } from './scoring/model-shape.ts';
import { SIGNALS } from './scoring/signals/registry.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON Schema of a health model, for editors: what may be written where, and what it means. What the parts must be to each
 * other is said by `model check`.
 */
export function modelJsonSchema(): Schema {
  const schema: Schema = z.toJSONSchema(modelShape, { io: 'input' });
  // Any key may name a signal that the portal maps; editors propose those that there are.
  const signals = schemaAt(schema, ['properties', 'dimensions', 'additionalProperties', 'properties', 'signals']);
  signals.properties = Object.fromEntries(SIGNALS.map(({ key }) => [key, { $ref: '#/$defs/signal' }]));
  return { title: 'Account Health: a health model', ...schema };
}

const schemaAt = (schema: Schema, path: readonly string[]): Schema =>
  path.reduce<Schema>((part, step) => part[step] as Schema, schema);
