/** Takes secrets and people's addresses out of what is about to be logged, whatever object, URL or message they came in. Pure. */

const HIDDEN = '[hidden]';

/** Fields and query parameters whose values are never logged, by their names without case, `_` and `-`. */
const SECRET_NAMES =
  'authorization|proxyauthorization|cookie|setcookie|password|clientsecret|accesstoken|refreshtoken|idtoken|token|apikey|secret|code|codeverifier|state|encryptionkeys?|ingestkey|hubspotclientsecret|hubspotaccesstoken|databaseurl|xhubspotsignature(?:v3)?|useremail|email|body|sealed|sealedtokens';
const isSecretName = new RegExp(`^(?:${SECRET_NAMES})$`, 'i');

/**
 * What gives a secret away by itself. A private-app token is `pat-`, its region and a UUID; OAuth access tokens are one long
 * base64url word that begins with "C" (HubSpot's docs show both); ours for usage begin with `ahk_`. JSON web tokens have three parts.
 */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // Whatever the query of an address is.
  [/\b(https?:\/\/[^\s"'?#\\]+)\?[^\s"'\\]*/gi, `$1?${HIDDEN}`],
  [/\b(Bearer|Basic)(\s+|%20)[^\s"\\,;]+/gi, `$1 ${HIDDEN}`],
  [/\bpat-[a-z0-9]+-[0-9a-f-]{8,}/gi, HIDDEN],
  [/\bC[A-Z][A-Za-z0-9_-]{38,}/g, HIDDEN],
  [/\bahk_[\w-]{20,}/g, HIDDEN],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  // As in a form, a query, a header that was joined, or JSON within a text.
  [
    /\b(access_token|refresh_token|id_token|client_secret|code_verifier|token|password|authorization|cookie|set-cookie|x-hubspot-signature(?:-v3)?)(\\*["']?\s*[=:]\s*\\*["']?)(?:Bearer\s+)?[^\s"'\\&,;}]{4,}/gi,
    `$1$2${HIDDEN}`,
  ],
  // "code" is what errors call their kind by as well, in capitals.
  [/\b(code|state)(=|%3[Dd])[^\s"'\\&;]+/g, `$1$2${HIDDEN}`],
  [/\b(code|state)(\\*["']?: ?\\*["']?)(?=[\w.-]*[a-z])[\w.~+/-]{12,}/g, `$1$2${HIDDEN}`],
  // The password of an address.
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s"/:@]*:)[^\s"/@]+(@)/gi, `$1${HIDDEN}$2`],
  [/[\w.+%'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/g, HIDDEN],
];

/** Long enough that it stands in a text for nothing but itself. */
const LEAST_LENGTH = 6;

/**
 * Makes the function that every finished line of the log goes through. `known`: the secrets in our settings, which are found in whatever
 * form they take; of all others, what names or shapes give away.
 */
export function makeHideSecrets(known: readonly string[]): (text: string) => string {
  const forms = known
    .filter((secret) => secret.length >= LEAST_LENGTH)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .toSorted((a, b) => b.length - a.length);
  const all = [...new Set(forms)];
  return (text) => {
    const without = all.reduce((left, form) => left.replaceAll(form, HIDDEN), text);
    return SHAPES.reduce((left, [shape, instead]) => left.replace(shape, instead), without);
  };
}

/** How deep an object is logged. */
const DEPTH = 6;

/** A copy for the log: plain data, errors in words, without the fields whose names say that they are secret. */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return errorForLog(value, depth);
  if (value instanceof URL) return withoutQuery(value.href);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (depth >= DEPTH) return '[deeper]';
  if (Array.isArray(value)) return value.map((item) => loggable(item, depth + 1));
  const entries = value instanceof Map || value instanceof Headers ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, item]) => [
      name,
      isSecretName.test(String(name).replace(/[_-]/g, '')) ? HIDDEN : loggable(item, depth + 1),
    ]),
  );
}

/**
 * What tells where and why, and nothing that libraries hang on their errors: requests with headers, answers with bodies. A cause is an error
 * too.
 */
function errorForLog(error: Error, depth: number): unknown {
  const { name: type, message, stack } = error;
  const code = 'code' in error ? { code: loggable(error.code, DEPTH) } : {};
  const status = 'status' in error && typeof error.status === 'number' ? { status: error.status } : {};
  const cause = error.cause instanceof Error && depth < DEPTH ? { cause: errorForLog(error.cause, depth + 1) } : {};
  return { type, message, ...code, ...status, stack, ...cause };
}

/** An address without its query and what follows. */
export const withoutQuery = (address: string): string => address.split(/[?#]/, 1)[0] ?? '';
