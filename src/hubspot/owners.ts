import { z } from 'zod';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';
import { idSchema, pages, pagingSchema } from './paging.ts';
import type { Owner } from './portal-client.ts';

const textSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

const ownerPageSchema = z.object({
  results: z.array(z.object({ id: idSchema, email: textSchema, firstName: textSchema, lastName: textSchema })),
  paging: pagingSchema,
});

/** Every active owner, 100 a call. */
export async function* readOwners(call: CallHubSpot): AsyncGenerator<Owner> {
  const fetchPage = (after: string | undefined) => {
    const query = new URLSearchParams({ limit: '100', ...(after !== undefined && { after }) });
    return call({ method: 'GET', path: `${API.owners}?${query}`, budget: 'general', answer: ownerPageSchema });
  };
  for await (const page of pages(fetchPage)) yield* page.results;
}
