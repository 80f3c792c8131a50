/** What the preview's page and its server say to each other. */

/** A place in HubSpot where the app shows something, as its metafile has it; one for each object type where it stands on several. */
export interface PreviewSurface {
  /** Names the surface in the page's address. */
  readonly key: string;
  /** As HubSpot heads it. */
  readonly name: string;
  /** HubSpot's: `crm.record.sidebar`, `crm.record.tab`, `crm.preview`, `settings` ... */
  readonly place: string;
  /** HubSpot's plural, of the records that it stands on; null where it stands on none. */
  readonly objectType: string | null;
  /** Where its bundle is served. */
  readonly bundle: string;
}

/** A record as the picker lists it. */
export interface PreviewRecord {
  readonly id: string;
  readonly name: string;
  /** 0..100; null or absent where there is none. */
  readonly score?: number | null | undefined;
  /** A health status, or any other word for why there is no score; absent where there is nothing to say. */
  readonly status?: string | undefined;
}

/** Somebody of the portal, as whom the page can be looked at. */
export interface PreviewPerson {
  /** HubSpot's user id. */
  readonly id: string;
  readonly email: string;
  /** What they may do, in a word or two: "Super admin". */
  readonly role: string;
}

/** What the page needs to know to play HubSpot's part. */
export interface PreviewSetting {
  readonly portalId: number;
  /** IANA. */
  readonly timeZone: string;
  /** The backend's address as the extensions are told it: `context.variables.BACKEND_URL`. */
  readonly backendUrl: string;
  readonly surfaces: readonly PreviewSurface[];
  /** One at least; the first is who looks unless told otherwise. */
  readonly people: readonly PreviewPerson[];
}

/** What the page makes of every call, and the server of the answers to some. */
export const FORCED_STATES = {
  none: 'As it is',
  loading: 'Loading: no answer comes',
  slow: 'Slow: answers take three seconds more',
  offline: 'Offline: calls fail',
  error: 'Error: answers are 500',
  refused: 'Refused: answers are 403',
  no_cycle: 'Before the first sync',
  unknown: 'Unknown: no score',
  not_customer: 'Not a customer',
  not_connected: 'Not connected',
  stale: 'Stale: an old score',
} as const;
export type ForcedState = keyof typeof FORCED_STATES;

/** Those that are changes of what the backend answers. */
export const FORCED_ANSWERS = ['no_cycle', 'unknown', 'not_customer', 'not_connected', 'stale'] as const;
export type ForcedAnswer = (typeof FORCED_ANSWERS)[number];

/** A `hubspot.fetch` call on its way through the preview. */
export interface ExtensionRequest {
  readonly url: string;
  readonly method: string;
  /** The body's text; null for none. */
  readonly body: string | null;
}

/** What the page asks its server to send. */
export interface PreviewRequest extends ExtensionRequest {
  readonly personId: string;
  readonly force: ForcedAnswer | null;
}

export interface ExtensionResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}
