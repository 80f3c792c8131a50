import { randomBytes } from 'node:crypto';
import type { IngestKeysAnswer } from '@account-health/contract/settings';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { hashIngestKey, ingestKeyId, newIngestKey } from '../../store/ingest-key.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import { ingestKeysAnswer } from '../answers/settings.ts';
import { type Gate, onlyWhoMay, wordingFor } from '../gate.ts';
import { inOneLine } from '../in-one-line.ts';
import { jsonBody } from '../json-body.ts';
import { sayAgain } from '../once-only.ts';
import type { SignedLocals } from '../require-signature.ts';
import { refuse, sendAnswer } from '../send-answer.ts';
import { signedPerson } from '../signed-person.ts';
import { USAGE_PATH } from '../usage-route.ts';

interface IngestKeysOptions {
  readonly gate: Gate;
  readonly store: PortalHandles;
  /** The address that the service is called by; no trailing slash. */
  readonly publicUrl: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/** A key in use is a way in: more than anybody needs are refused. */
const MOST_IN_USE = 20;

/** What may be the id of a key: anything else is nobody's. */
const IS_ID = /^[\da-f]{1,64}$/;

const asked = z.strictObject(
  {
    label: z
      .string({ error: 'say what the key is for' })
      .trim()
      .max(100, 'at most 100 characters')
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'plain text on one line'),
  },
  { error: 'send JSON with label' },
);

const iso = (at: number): string => new Date(at).toISOString();

async function answer(
  store: PortalStore,
  { publicUrl }: Pick<IngestKeysOptions, 'publicUrl'>,
  { made = null, refused = null }: Partial<Pick<IngestKeysAnswer, 'made' | 'refused'>> = {},
): Promise<IngestKeysAnswer> {
  const lastPostedAt = await store.usagePostedAt();
  return {
    keys: (await store.ingestKeys()).map(({ id, label, madeAt, revokedAt }) => ({
      id,
      label,
      madeAt: iso(madeAt),
      revokedAt: revokedAt === null ? null : iso(revokedAt),
    })),
    made,
    refused,
    url: publicUrl + USAGE_PATH,
    lastPostedAt: lastPostedAt === undefined ? null : iso(lastPostedAt),
  };
}

/** `GET /api/settings/ingest-keys`: the keys that were made for the portal's own systems, by id and label; never a key itself. */
export const readIngestKeysRoute =
  (options: Pick<IngestKeysOptions, 'store' | 'publicUrl'>): RequestHandler =>
  async (_request, response) => {
    const portal = options.store.portal((response.locals as SignedLocals).portalId);
    sendAnswer(response, ingestKeysAnswer, await answer(portal, options));
  };

/**
 * `POST /api/settings/ingest-keys {label}`: makes a key, and answers it this once: only its hash is kept, also of the answer. Where too many
 * are in use, `refused` says so.
 */
export const makeIngestKeyRoute = (options: IngestKeysOptions): RequestHandler[] => [
  onlyWhoMay('change_ingest_keys', options),
  async (request, response) => {
    const portal = options.store.portal((response.locals as SignedLocals).portalId);
    const person = signedPerson(request);
    const given = asked.safeParse(jsonBody(request));
    if (person === undefined) return refuse(response, 400, 'HubSpot did not say who asks.');
    if (!given.success) return refuse(response, 400, inOneLine(given.error));
    const inUse = (await portal.ingestKeys()).filter(({ revokedAt }) => revokedAt === null);
    if (inUse.length >= MOST_IN_USE) {
      const refused = wordingFor(request.query.locale).say('settings.keys_full', { most: MOST_IN_USE });
      return sendAnswer(response, ingestKeysAnswer, await answer(portal, options, { refused }));
    }
    const key = newIngestKey(randomBytes);
    const id = ingestKeyId(key);
    const { label } = given.data;
    await portal.addIngestKey(
      { id, hash: hashIngestKey(key), label, madeAt: options.clock() },
      {
        kind: 'user',
        ...person,
      },
    );
    const made = await answer(portal, options, { made: { id, key } });
    sayAgain(response, ingestKeysAnswer, { ...made, made: { id, key: null } });
    sendAnswer(response.set('Cache-Control', 'no-store'), ingestKeysAnswer, made);
  },
];

/** `DELETE /api/settings/ingest-keys/:id`: what posts with it is refused from now on. One that is revoked already stays so. */
export const revokeIngestKeyRoute = (options: IngestKeysOptions): RequestHandler[] => [
  onlyWhoMay('change_ingest_keys', options),
  async (request, response) => {
    const portal = options.store.portal((response.locals as SignedLocals).portalId);
    const person = signedPerson(request);
    if (person === undefined) {
      refuse(response, 400, 'HubSpot did not say who asks.');
      return;
    }
    const id = String(request.params.id);
    if (IS_ID.test(id)) await portal.revokeIngestKey(id, options.clock(), { kind: 'user', ...person });
    sendAnswer(response, ingestKeysAnswer, await answer(portal, options));
  },
];
