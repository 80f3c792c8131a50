/** The people who may log in to the portal, as HubSpot's settings hold them (its docs, "User provisioning"). */
import { invalid, missingScopes, notFound } from './error-bodies.ts';
import type { PortalData, PortalUser } from './portal-data.ts';
import { type Call, hasScopes, pageSize, type Route } from './route.ts';

/** Every account has a super admin. Data that names nobody has the one who looks at the local preview. */
const ADMIN: PortalUser = { id: '1', email: 'preview@example.com', superAdmin: true };

const usersOf = ({ users }: PortalData): readonly PortalUser[] =>
  (users ?? [ADMIN]).toSorted((a, b) => Number(a.id) - Number(b.id));

/** HubSpot's docs: either of these will do. */
const SCOPES = ['settings.users.read', 'crm.objects.users.read'];

function requireUsersScope(call: Call): void {
  if (!SCOPES.some((scope) => hasScopes(call, [scope]))) throw missingScopes(SCOPES);
}

/** Whoever has no team has no `primaryTeamId`, and an empty list of others. */
const shown = ({ id, email, superAdmin = false, primaryTeamId, secondaryTeamIds = [] }: PortalUser) => ({
  id,
  email,
  roleIds: [],
  ...(primaryTeamId !== undefined && { primaryTeamId }),
  secondaryTeamIds,
  superAdmin,
});

/** By id ascending. HubSpot's docs name the query's parameters and no page sizes: 100 a page, and no more. */
const list: Route = {
  method: 'GET',
  path: '/settings/users/{v}',
  family: 'general',
  handle(call) {
    requireUsersScope(call);
    const limit = pageSize(call.query.get('limit'), 100, 100);
    const after = call.query.get('after') ?? '0';
    if (!/^\d+$/.test(after)) throw invalid(`Invalid paging cursor: ${after}`);
    const rest = usersOf(call.state.data).filter(({ id }) => Number(id) > Number(after));
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const paging =
      last !== undefined && rest.length > page.length ? { paging: { next: { after: last.id, link: '' } } } : {};
    return { status: 200, body: { results: page.map(shown), ...paging } };
  },
};

/** By id; with `idProperty=EMAIL` by address. */
const one: Route = {
  method: 'GET',
  path: '/settings/users/{v}/{id}',
  family: 'general',
  handle(call) {
    requireUsersScope(call);
    const { id: asked = '' } = call.params;
    const idProperty = call.query.get('idProperty') ?? 'USER_ID';
    if (idProperty !== 'USER_ID' && idProperty !== 'EMAIL') throw invalid(`Invalid idProperty: ${idProperty}`);
    if (idProperty === 'USER_ID' && !/^\d+$/.test(asked)) throw invalid(`Invalid user id: ${asked}`);
    const isAsked = ({ id, email }: PortalUser) =>
      idProperty === 'USER_ID' ? id === asked : email.toLowerCase() === asked.toLowerCase();
    const found = usersOf(call.state.data).find(isAsked);
    if (found === undefined) throw notFound(`No user found with ${idProperty} ${asked}`);
    return { status: 200, body: shown(found) };
  },
};

export const userRoutes: readonly Route[] = [list, one];
