import type { Random } from './prng.ts';

/** What a company is to the portal's owner. `whale`: a customer with very many records; `empty`: nothing but its record. */
export type Role = 'customer' | 'churned' | 'whale' | 'empty' | 'prospect' | 'partner' | 'vendor';

/** Which way the hidden health goes. */
export type Course = 'stable' | 'improving' | 'declining' | 'churned';

/** Shares of all companies; the rest are plain customers. */
const SHARES: readonly (readonly [Role, number])[] = [
  ['churned', 0.12],
  ['whale', 0.02],
  ['empty', 0.06],
  ['prospect', 0.15],
  ['partner', 0.03],
  ['vendor', 0.01],
];

/** A role per company in shuffled order: exact shares, and at least one of each role from 20 companies on. */
export function dealRoles(random: Random, companies: number): Role[] {
  const roles: Role[] = [];
  for (const [role, share] of SHARES) {
    const count = Math.max(Math.round(companies * share), companies >= 20 ? 1 : 0);
    for (let dealt = 0; dealt < count; dealt += 1) roles.push(role);
  }
  while (roles.length < companies) roles.push('customer');
  for (let last = roles.length - 1; last > 0; last -= 1) {
    const other = random.whole(0, last);
    const [a, b] = [roles[last], roles[other]];
    if (a !== undefined && b !== undefined) [roles[last], roles[other]] = [b, a];
  }
  return roles;
}

export function courseOf(role: Role, random: Random): Course {
  if (role === 'churned') return 'churned';
  if (role !== 'customer' && role !== 'whale') return 'stable';
  const draw = random.next();
  return draw < 0.18 ? 'declining' : draw < 0.32 ? 'improving' : 'stable';
}
