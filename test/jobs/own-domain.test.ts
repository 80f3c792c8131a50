import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownDomain } from '../../src/jobs/own-domain.ts';

type People = Parameters<typeof ownDomain>[0];

const people = (...emails: readonly (string | null)[]): People =>
  emails.map((email, index) => ({ id: String(index + 1), email, isPerson: true }));

const cases: Readonly<Record<string, readonly [People, string | undefined]>> = {
  'all of one company': [people('a@acme.com', 'b@acme.com'), 'acme.com'],
  'in any case': [people('a@Acme.COM', 'b@ACME.com'), 'acme.com'],
  'two of three, beside an agency': [people('a@acme.com', 'b@acme.com', 'x@agency.io'), 'acme.com'],
  'three of five is no clear majority': [
    people('a@acme.com', 'b@acme.com', 'c@acme.com', 'x@agency.io', 'y@other.io'),
    undefined,
  ],
  'half and half': [people('a@acme.com', 'b@acme.com', 'a@acme.de', 'b@acme.de'), undefined],
  'the only one there is': [people('a@acme.com'), 'acme.com'],
  'one of two, the other with a free provider': [people('a@acme.com', 'b@gmail.com'), undefined],
  'two, and others with free providers': [people('a@acme.com', 'b@acme.com', 'c@gmail.com', 'd@web.de'), 'acme.com'],
  'free providers alone, of whatever country': [people('a@yahoo.co.uk', 'b@yahoo.co.uk', 'c@yahoo.co.uk'), undefined],
  'free providers that have one domain': [people('a@web.de', 'b@web.de', 'c@web.de'), undefined],
  'one person who is an owner twice is one': [people('a@acme.com', 'A@acme.com', 'b@gmail.com'), undefined],
  nobody: [[], undefined],
  'without addresses, or with what is none': [
    people(null, 'acme.com', '@acme.com', 'a@acme', 'a b@acme.com'),
    undefined,
  ],
  'a queue is nobody': [
    [...people('a@acme.com'), ...people('x@help.io', 'y@help.io').map((one) => ({ ...one, isPerson: false }))],
    'acme.com',
  ],
};
test.each(Object.entries(cases))('%s', (_what, [owners, expected]) => {
  expect(ownDomain(owners)).toBe(expected);
});

const domain = fc.constantFrom('acme.com', 'acme.de', 'agency.io', 'gmail.com', 'yahoo.fr');
const addresses = fc.array(
  fc.tuple(fc.nat(9), domain).map(([name, at]) => `u${name}@${at}`),
  { maxLength: 12 },
);
test('never a free provider, whatever the order, and held by two people unless there is one alone', () => {
  fc.assert(
    fc.property(addresses, (emails) => {
      const found = ownDomain(people(...emails));
      expect(ownDomain(people(...emails.toReversed()))).toBe(found);
      if (found === undefined) return;
      const distinct = new Set(emails);
      const holders = [...distinct].filter((email) => email.endsWith(`@${found}`)).length;
      expect(['gmail.com', 'yahoo.fr']).not.toContain(found);
      expect(holders >= 2 || distinct.size === 1).toBe(true);
    }),
  );
});
