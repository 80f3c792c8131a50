import type { RemoteChannel } from '@remote-ui/core';
import type { CardRequest, CardResponse } from '../preview-setting.ts';

/** What the page gives to the worker that runs the card; called across the thread boundary. */
export interface CardApi {
  /** HubSpot's context of the extension, as plain data. */
  readonly context: unknown;
  fetch(request: CardRequest): Promise<CardResponse>;
}

/** What the worker offers to the page. */
export interface CardRunner {
  render(bundleUrl: string, channel: RemoteChannel, api: CardApi): Promise<void>;
}
