/** What the preview's page and its server say to each other. */

/** A company as the picker lists it. */
export interface PreviewCompany {
  readonly id: string;
  readonly name: string;
  /** 0..100; null or absent where there is none. */
  readonly score?: number | null | undefined;
  /** A health status, or any other word for why there is no score; absent where there is nothing to say. */
  readonly status?: string | undefined;
}

/** What the page needs to know to play HubSpot's part. */
export interface PreviewSetting {
  readonly portalId: number;
  /** The backend's address as the card is told it: `context.variables.BACKEND_URL`. */
  readonly backendUrl: string;
}

/** A `hubspot.fetch` call on its way through the preview. */
export interface CardRequest {
  readonly url: string;
  readonly method: string;
  /** The body's text; null for none. */
  readonly body: string | null;
}

export interface CardResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}
