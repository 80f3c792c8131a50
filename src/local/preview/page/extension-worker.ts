/** Runs an extension's bundle in a web worker with the globals that HubSpot gives it, and sends what it renders to the page. */
import { createRemoteRoot } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, fromWebWorker, retain } from '@remote-ui/rpc';
import * as React from 'react';
import { ACTIONS, type ExtensionApi, type ExtensionRunner } from './extension-api.ts';
import { NO_ANSWER } from './preview-fetch.ts';

type RenderExtension = (api: object) => React.ReactElement;

interface FetchOptions {
  readonly method?: string;
  readonly body?: unknown;
}

const scope = globalThis as unknown as Record<string, unknown> & {
  importScripts(url: string): void;
  addEventListener(type: 'unhandledrejection', listener: (event: { readonly reason: unknown }) => void): void;
};

// A crash in a promise, as after each answer from the server, is no `error` event by itself, and the page would miss it.
scope.addEventListener('unhandledrejection', ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

const runner: ExtensionRunner = {
  async render(bundleUrl, channel, api) {
    retain(channel);
    retain(api);
    const { context } = api;
    // Functions given along, as to `openIframeModal`, stay here: what they would be told of does not happen in the preview.
    const actions = Object.fromEntries(
      ACTIONS.map((name) => [
        name,
        (...values: readonly unknown[]) =>
          api.act(
            name,
            values.filter((value) => typeof value !== 'function'),
          ),
      ]),
    );
    let renderExtension: RenderExtension | undefined;
    Object.assign(scope, {
      __HUBSPOT_EXTENSION_WORKER__: true,
      React,
      RemoteUI,
      logger: console,
      extend_V2: (callback: RenderExtension) => {
        renderExtension = callback;
      },
      hsFetch: (url: string | URL, options?: FetchOptions) => hsFetch(api, url, options),
      serverless: absent('hubspot.serverless'),
      hsWorkerAPI: {
        useExtensionContext: () => context,
        useExtensionActions: () => actions,
        useExtensionApi: () => ({ context, actions }),
        useAppPageLocation: absent('useAppPageLocation'),
        fetchCrmProperties: absent('useCrmProperties'),
        fetchAssociations: absent('useAssociations'),
        fetchCrmSearch: absent('useCrmSearch'),
        formatCrmProperties: absent('formatCrmProperties'),
        fetchHubSpotApi: absent('the HubSpot API client'),
      },
    });
    scope.importScripts(bundleUrl);
    if (!renderExtension) throw new Error('The bundle never calls hubspot.extend().');
    const root = createRemoteRoot(channel, { strict: false });
    RemoteUI.createRoot(root).render(
      renderExtension({ context, actions, runServerlessFunction: absent('serverless') }),
    );
    await root.mount();
  },
};

async function hsFetch(
  api: ExtensionApi,
  url: string | URL,
  { method = 'GET', body }: FetchOptions = {},
): Promise<Response> {
  const answer = await api.fetch({
    url: String(url),
    method,
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (answer.status === NO_ANSWER.status) throw new TypeError('Failed to fetch');
  return new Response(answer.status === 204 ? null : answer.body, {
    status: answer.status,
    headers: { 'Content-Type': answer.contentType },
  });
}

/** What HubSpot has and the preview has not: says so when it is used. */
const absent = (name: string) => () => {
  throw new Error(`The local preview does not have ${name}.`);
};

createEndpoint(fromWebWorker(scope as never)).expose(runner as never);
