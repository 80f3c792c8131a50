/** Associations of many records in one call, a page of each. */
import { associationRows, associationsPage } from './association-types.ts';
import { errorBody } from './error-bodies.ts';
import { asInputs, batchAnswer, inputId, type Route, requireScopes } from './route.ts';

const batchRead: Route = {
  method: 'POST',
  path: '/crm/associations/{v}/{from}/{to}/batch/read',
  family: 'associations',
  handle(call) {
    const { state } = call;
    const from = state.type(call.params.from ?? '');
    const to = state.type(call.params.to ?? '');
    requireScopes(call, [...new Set([...from.readScopes, ...to.readScopes])]);
    const results: unknown[] = [];
    const errors: unknown[] = [];
    for (const input of asInputs(call.body, 1000)) {
      const id = inputId(input);
      const live = state.table(from).get(id)?.archivedAt === null;
      const after = typeof input.after === 'string' && input.after !== '' ? input.after : undefined;
      const page = live ? associationsPage(state, from, id, to, after) : { ids: [], after: undefined };
      if (page.ids.length === 0) {
        errors.push({
          ...errorBody('OBJECT_NOT_FOUND', `No ${to.singular} is associated with ${from.singular} ${id}.`, {
            subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
            context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
          }),
        });
        continue;
      }
      results.push({
        from: { id },
        to: page.ids.map((toId) => ({
          // A number here, though text everywhere else.
          toObjectId: Number(toId),
          associationTypes: associationRows(state, from, id, to, toId).map(({ category, typeId, label }) => ({
            category,
            typeId,
            label,
          })),
        })),
        ...(page.after === undefined ? {} : { paging: { next: { after: page.after, link: '' } } }),
      });
    }
    return batchAnswer(call, results, errors);
  },
};

export const associationRoutes: readonly Route[] = [batchRead];
