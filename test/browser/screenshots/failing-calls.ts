import type { Page } from 'playwright-core';
import type { PreviewRequest } from '../../../src/local/preview/preview-setting.ts';

/** Through which the preview's page has every call of an extension sent. */
const SENT = '**/fetch';

/** A call of an extension to the service, such as `PUT` of `/api/settings/model/draft`. */
export interface ExtensionCall {
  readonly method: string;
  readonly path: string;
}

/** Has some of the extension's calls get no answer, as where the network is gone, while something is done. */
export async function whileFailing(
  page: Page,
  fails: (call: ExtensionCall) => boolean,
  act: () => Promise<void>,
): Promise<void> {
  await page.route(SENT, async (route) => {
    const { url, method } = route.request().postDataJSON() as PreviewRequest;
    await (fails({ method, path: new URL(url).pathname }) ? route.fulfill({ status: 502 }) : route.continue());
  });
  try {
    await act();
  } finally {
    await page.unroute(SENT);
  }
}

export const isChange = ({ method }: ExtensionCall): boolean => method !== 'GET';
