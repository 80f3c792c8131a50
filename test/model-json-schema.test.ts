import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelJsonSchema } from '../src/model-json-schema.ts';
import { SIGNALS } from '../src/scoring/signals/registry.ts';

const written = JSON.parse(readFileSync('docs/model-schema.json', 'utf8'));

test('the schema that editors use is the one that models are held to', () => {
  expect(written, 'Write it anew: npm run generate').toEqual(JSON.parse(JSON.stringify(modelJsonSchema())));
});

test('it names every signal there is, and lets others be mapped', () => {
  const { signals } = written.properties.dimensions.additionalProperties.properties;
  expect(Object.keys(signals.properties)).toEqual(SIGNALS.map(({ key }) => key));
  expect(signals.additionalProperties).toBeDefined();
  expect(written.$defs.signal.properties.mapped.properties.kind.enum).toContain('enumeration');
  // What has a default may be left out.
  expect(written.required.toSorted()).toEqual(['dimensions', 'eligibility', 'name', 'version']);
});
