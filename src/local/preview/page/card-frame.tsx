import { createController, createRemoteReceiver, RemoteRenderer } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { useEffect, useMemo, useState } from 'react';
import type { CardRequest, CardResponse } from '../preview-setting.ts';
import { browser } from './browser.ts';
import type { CardRunner } from './card-api.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { makeUnsupported } from './unsupported.tsx';

/**
 * The card on one record: its bundle in a worker of its own, what it renders drawn with look-alike components. Mount
 * it anew (by `key`) for another record.
 */
export function CardFrame({ context }: { context: object }) {
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const controller = useMemo(() => makeController(), []);
  const [crash, setCrash] = useState<string>();
  useEffect(() => {
    const worker = new browser.Worker('/worker.js');
    worker.onerror = (event) => setCrash(event.message);
    const card = createEndpoint<CardRunner>(fromWebWorker(worker as never)).call;
    card
      .render('/card.js', receiver.receive, { context, fetch: fetchThroughPreview })
      .catch((error: unknown) => setCrash(String(error)));
    return () => worker.terminate();
  }, [receiver, context]);
  if (crash) return <p className="crash">The card stopped: {crash}</p>;
  return <RemoteRenderer receiver={receiver} controller={controller} />;
}

/** HubSpot would sign and send it; here the preview's server does. */
async function fetchThroughPreview(request: CardRequest): Promise<CardResponse> {
  const answer = await fetch('/fetch', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!answer.ok) throw new Error('The backend could not be reached.');
  return (await answer.json()) as CardResponse;
}

/** A component without a look-alike is drawn as a labelled box; the renderer's own answer would be to stop. */
function makeController() {
  const { get, ...controller } = createController(LOOK_ALIKES);
  const unsupported = makeUnsupported();
  return { ...controller, get: (name: string) => (name in LOOK_ALIKES ? get(name) : unsupported(name)) };
}
