import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';

export const DESCRIPTOR_FILE = 'app.json';

/** What a scope is for: records that signals read (HubSpot's plural, or "custom objects"), or a named feature. */
const scopeUse = z.union([
  z.strictObject({ reads: z.string().min(1) }),
  z.strictObject({
    feature: z.string().min(1),
    /** Method, API family as src/hubspot/api-version.ts names it, and path: "GET currencies/exchange-rates". */
    call: z.string().regex(/^(GET|POST|PUT|PATCH|DELETE) [a-zA-Z]+(\/[\w/{}-]+)?$/),
    /** The file that makes the call. */
    file: z.string().startsWith('src/'),
    /** What is kept of the answer and for how long. Left out: nothing is. */
    keeps: z.string().min(1).optional(),
  }),
]);

const address = z.string().min(1);
/** HubSpot's listing rules: 250 characters at most. */
const listedUrl = z.url({ protocol: /^https$/ }).max(250);

/**
 * The app's one descriptor: what HubSpot is told of the app, what is written about it, and what the server reads of itself. Company
 * properties are checked by src/publish/company-properties.ts, which reads them.
 */
const descriptorSchema = z.strictObject({
  /** HubSpot's docs, "App configuration": at most 64 letters, digits, "_", "-" and "."; it must never change. */
  uid: z.string().regex(/^[\w.-]{1,64}$/),
  name: z.string().trim().min(1).max(200),
  description: z.string().min(1).max(8192),
  distribution: z.enum(['marketplace', 'private']),
  auth: z.literal('oauth'),
  /** What people are sent to who need help. Addresses under ".example" are still to be filled in. */
  support: z.strictObject({
    supportEmail: z.email(),
    supportUrl: listedUrl,
    documentationUrl: listedUrl,
  }),
  scopes: z.strictObject({ required: z.array(z.string().min(1)), optional: z.array(z.string().min(1)) }),
  /** Of every scope, required or optional, all that it is for; never empty. */
  scopeUses: z.record(z.string(), z.array(scopeUse).min(1)),
  /** "${BACKEND_URL}" is filled in from the profile when HubSpot takes the project in. */
  urls: z.strictObject({
    redirect: z.array(address).min(1),
    fetch: z.array(address),
    iframe: z.array(address),
    img: z.array(address),
    webhooks: address,
    workflowAction: address,
  }),
  companyProperties: z.unknown(),
});

export type ScopeUse = z.infer<typeof scopeUse>;
export type AppDescriptor = z.infer<typeof descriptorSchema>;

/** The descriptor of the project in a folder. @throws InputError naming the first part that is wrong. */
export function readAppDescriptor(root: string): AppDescriptor {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(join(root, DESCRIPTOR_FILE), 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${DESCRIPTOR_FILE} cannot be read: ${reason}. Run this in the project's folder.`);
  }
  const { data, error } = descriptorSchema.safeParse(given);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  throw new InputError(`${DESCRIPTOR_FILE}: ${issue?.path.join('.')}: ${issue?.message}.`);
}

/** RFC 2606: nobody can own a name under ".example", nor example.com, .net and .org. */
const RESERVED = /(?:\.example|(?:^|\.)example\.(?:com|net|org))$/i;

/** Whether an address only stands in for the real one, which somebody still has to fill in. */
export function isPlaceholder(emailOrUrl: string): boolean {
  const host = emailOrUrl.includes('://')
    ? new URL(emailOrUrl).hostname
    : emailOrUrl.slice(emailOrUrl.indexOf('@') + 1);
  return RESERVED.test(host);
}

/** The parts of `support` that somebody still has to fill in, as paths in app.json. */
export const unfilledSupport = ({ support }: Pick<AppDescriptor, 'support'>): readonly string[] =>
  Object.entries(support).flatMap(([name, value]) => (isPlaceholder(value) ? [`support.${name}`] : []));
