import type { RemoteChannel } from '@remote-ui/core';
import type { ExtensionRequest, ExtensionResponse } from '../preview-setting.ts';

/** What HubSpot does for an extension that asks; see `useExtensionActions`. */
export const ACTIONS = [
  'addAlert',
  'closeOverlay',
  'copyTextToClipboard',
  'navigateToPage',
  'openIframeModal',
  'refreshObjectProperties',
  'reloadPage',
] as const;
export type ActionName = (typeof ACTIONS)[number];

/** What the page gives to the worker that runs the extension; called across the thread boundary. */
export interface ExtensionApi {
  /** HubSpot's context of the extension, as plain data. */
  readonly context: unknown;
  fetch(request: ExtensionRequest): Promise<ExtensionResponse>;
  act(action: ActionName, values: readonly unknown[]): Promise<void>;
}

/** What the worker offers to the page. */
export interface ExtensionRunner {
  render(bundleUrl: string, channel: RemoteChannel, api: ExtensionApi): Promise<void>;
}
