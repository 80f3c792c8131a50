import { Client } from '@hubspot/api-client';
import { API } from '../../../src/hubspot/api-version.ts';
import type { ObjectType } from '../../../src/scoring/object-types.ts';

/** What all of the client's typed APIs have in common. */
interface TypedApi {
  readonly basicApi: {
    getPage(
      limit: number,
      after: string | undefined,
      properties: string[],
      propertiesWithHistory: undefined,
      associations: string[] | undefined,
      archived: boolean,
    ): Promise<FoundPage>;
  };
  readonly searchApi: {
    doSearch(request: {
      filterGroups: object[];
      properties: string[];
      limit: number;
      after?: string;
    }): Promise<FoundPage>;
  };
}

export interface FoundPage {
  readonly results: FoundRecord[];
  readonly paging?: { next?: { after: string } };
}

export interface FoundRecord {
  readonly id: string;
  readonly properties: { [name: string]: string | null };
  readonly updatedAt: Date;
  readonly associations?: { [type: string]: { results: { id: string }[] } };
}

/** How much of a limit its limiter is set to: as much as our own client uses. Its README has 9 calls a second for any work. */
const SHARE = 0.95;

/**
 * HubSpot's official client with its retries on, and its limiter where a rate is given; both belong to the whole process.
 * Its typed methods know undated paths only, which the local portal does not serve: they are turned into dated ones.
 */
export function makeOfficialClient(options: {
  readonly url: string;
  readonly token: string;
  /** The limit to keep to, calls a second. */
  readonly limitPerSecond: number | null;
}): { readonly client: Client; readonly apis: Readonly<Partial<Record<ObjectType, TypedApi>>> } {
  const { url, token, limitPerSecond } = options;
  const client = new Client({
    accessToken: token,
    basePath: url,
    middleware: [
      {
        pre(context) {
          const request = context as { getUrl(): string; setUrl(url: string): void };
          const { href } = new URL(request.getUrl());
          request.setUrl(
            href.replace('/crm/v3/objects', API.objects).replace('/crm/v4/associations', API.associations),
          );
          return request;
        },
        post: (context) => context,
      },
    ],
    numberOfApiCallRetries: 6,
    ...(limitPerSecond === null
      ? {}
      : { limiterOptions: { minTime: 1_000 / (limitPerSecond * SHARE), maxConcurrent: 6 } }),
  });
  const { companies, contacts, deals, tickets } = client.crm;
  const { emails } = client.crm.objects;
  const { invoices } = client.crm.commerce;
  return {
    client,
    apis: { companies, contacts, deals, tickets, emails, invoices } as Partial<Record<ObjectType, TypedApi>>,
  };
}
