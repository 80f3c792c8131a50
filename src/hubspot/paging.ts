/** The paging that HubSpot's answers share, and ids as text. */
import { z } from 'zod';

/** HubSpot's docs give ids as text in records and as numbers in associations; both are read. */
export const idSchema = z.union([z.string().min(1), z.int().transform(String)]);

const cursorSchema = z.union([z.string(), z.int().transform(String)]);

/** Where the next page starts; undefined where there is none. */
export const pagingSchema = z
  .object({ next: z.object({ after: cursorSchema }).nullish() })
  .nullish()
  .transform((paging) => paging?.next?.after);

/** Walks pages to the last one. Throws if a page leads back to itself. */
export async function* pages<P extends { readonly paging: string | undefined }>(
  fetchPage: (after: string | undefined) => Promise<P>,
  start?: string,
): AsyncGenerator<P> {
  for (let after = start; ; ) {
    const page = await fetchPage(after);
    yield page;
    if (page.paging === undefined) return;
    if (page.paging === after) throw new Error(`HubSpot's page after "${after}" names itself as the next one`);
    after = page.paging;
  }
}
