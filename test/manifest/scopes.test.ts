/** The scopes that app.json asks for: each is used, and whatever is used is asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { API } from '../../src/hubspot/api-version.ts';
import {
  COMPANY_SCHEMA_SCOPE,
  COMPANY_WRITE_SCOPE,
  neededScopes,
  readScopes,
} from '../../src/hubspot/needed-scopes.ts';
import { readAppDescriptor } from '../../src/manifest/app-descriptor.ts';
import { dated } from '../../src/manifest/shared-data.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';

const { name, scopes, scopeUses } = readAppDescriptor(process.cwd());
const asked = [...scopes.required, ...scopes.optional];

/** As HubSpot would get it, about some record. */
const call = (use: string) => dated(use).replaceAll(/\{\w+\}/g, '1');
/** HubSpot's plural as app.json has it, to a type: custom objects are read where a model names one. */
const typeOf = (reads: string) => (reads === 'custom objects' ? '2-1' : reads) as ObjectType;
const readTypes: readonly ObjectType[] = [...readPlan(SIGNALS).map(({ objectType }) => objectType), '2-1'];
const uses = Object.entries(scopeUses).flatMap(([scope, all]) => all.map((use) => ({ scope, use })));
const features = uses.flatMap(({ scope, use }) => ('feature' in use ? [{ scope, ...use }] : []));

test('every scope is asked for once, and says what it is for', () => {
  expect(new Set(asked).size).toBe(asked.length);
  expect(Object.keys(scopeUses).toSorted()).toEqual(asked.toSorted());
});

describe('what the code needs is asked for', () => {
  test('to read the records that signals and models read', () => {
    const needed = readTypes.flatMap((type) => readScopes(type).map((scope) => `${scope}: ${type}`));
    const told = uses.flatMap(({ scope, use }) => ('reads' in use ? [`${scope}: ${typeOf(use.reads)}`] : []));
    expect(told.toSorted()).toEqual(needed.toSorted());
  });

  test('to write, and for every call of a feature', () => {
    expect(scopes.required).toEqual(expect.arrayContaining([COMPANY_WRITE_SCOPE, COMPANY_SCHEMA_SCOPE]));
    const needed = features.flatMap((feature) => neededScopes(call(feature.call)));
    expect(needed.filter((scope) => !asked.includes(scope))).toEqual([]);
  });

  test('for every family of calls that the client makes', () => {
    const source = readdirSync('src/hubspot')
      .map((file) => readFileSync(`src/hubspot/${file}`, 'utf8'))
      .join('\n');
    const called = Object.keys(API).filter((family) => new RegExp(`\\bAPI\\.${family}\\b`).test(source));
    const told = new Set(features.map((feature) => /^\S+ (\w+)/.exec(feature.call)?.[1]));
    const others: Readonly<Record<string, string>> = {
      associations: 'between records that are read: their scopes',
      limits: 'HubSpot’s docs name no scope',
      oauth: 'before there is any scope',
      appInstalls: 'the app’s own token is enough',
    };
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((family) => !told.has(family) && !Object.hasOwn(others, family))).toEqual([]);
  });
});

describe('what is asked for is used', () => {
  test.each(features)('$scope: $feature', ({ scope, call: given, file }) => {
    const family = /^\S+ (\w+)/.exec(given)?.[1] ?? '';
    expect(Object.keys(API)).toContain(family);
    expect(readFileSync(file, 'utf8')).toContain(`API.${family}`);
    // HubSpot's docs: property definitions are read with this scope or with the records' own, which other calls take anyway.
    const byEither = given === 'GET properties/companies' ? ['crm.schemas.companies.read'] : [];
    expect([...neededScopes(call(given)), ...byEither]).toContain(scope);
  });

  test('required: only what every score takes, and what it takes to write one', () => {
    // Without them nobody can be told a customer, or be scored by more than one dimension.
    const first: readonly ObjectType[] = ['companies', 'contacts', 'deals', 'tickets'];
    expect(scopes.required.toSorted()).toEqual(
      [
        'oauth',
        ...first.flatMap(readScopes),
        COMPANY_WRITE_SCOPE,
        'crm.schemas.companies.read',
        COMPANY_SCHEMA_SCOPE,
      ].toSorted(),
    );
  });
});

test('none is a sensitive-data scope: with one, cards could not call the service at all', () => {
  // HubSpot's docs, "Access and manage Sensitive Data"; some also come with ".v2".
  const objects = ['appointments', 'companies', 'contacts', 'custom', 'deals', 'projects', 'tickets'];
  const sensitive = ['sensitive', 'highly_sensitive'].flatMap((level) => [
    `tickets.${level}`,
    ...objects.flatMap((object) => ['read', 'write'].map((way) => `crm.objects.${object}.${level}.${way}`)),
  ]);
  expect(asked.filter((scope) => sensitive.includes(scope.replace(/\.v\d+$/, '')))).toEqual([]);
  expect(asked.filter((scope) => /sensitive/.test(scope))).toEqual([]);
});

test('neither "HubSpot" nor "Hub" is part of the app’s name or the card’s', () => {
  const card = JSON.parse(readFileSync('extensions/app/cards/health-card-hsmeta.json', 'utf8')).config.name;
  // HubSpot's listing rules, which also keep "inbound" for its own event.
  for (const one of [name, card]) expect(one).not.toMatch(/hub|inbound/i);
});
